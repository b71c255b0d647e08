/** One part of a message of several parts; the first is the message itself. */
export type MimePart = {
  /** By their names in lower case, unfolded. */
  readonly fields: ReadonlyMap<string, string>;
  /** The media type in lower case, without its parameters. */
  readonly type: string;
  readonly charset: string | undefined;
  /** A parameter of the content type. */
  readonly parameter: (name: string) => string | null;
  /** What the part holds, decoded. */
  readonly content: () => Uint8Array;
};

const MOST_PARTS = 10_000;
const DEEPEST = 10;

/**
 * The parts of a message in their order, those of inner messages of several parts among them. Read by
 * hand, because a parser of mail puts all pages in it together as one text.
 */
export function readParts(bytes: Uint8Array): MimePart[] {
  const parts: MimePart[] = [];
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  walk(whole, 0, parts);
  return parts;
}

function walk(source: string, depth: number, parts: MimePart[]): void {
  if (parts.length >= MOST_PARTS) return;
  const part = readPart(source);
  parts.push(part.part);
  const boundary = part.part.parameter("boundary");
  if (!part.part.type.startsWith("multipart/") || !boundary || depth >= DEEPEST) return;
  for (const inner of divide(part.body, boundary)) walk(inner, depth + 1, parts);
}

function readPart(source: string): { part: MimePart; body: string } {
  const clear = source.replace(/^\s*\n/, "");
  const gap = /\r?\n\r?\n/.exec(clear);
  const head = gap ? clear.slice(0, gap.index) : clear;
  const body = gap ? clear.slice(gap.index + gap[0].length) : "";
  const fields = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const field = /^([!-9;-~]+):\s*(.*)$/.exec(line);
    if (field?.[1] && !fields.has(field[1].toLowerCase())) {
      fields.set(field[1].toLowerCase(), field[2]?.trim() ?? "");
    }
  }
  const contentType = fields.get("content-type") ?? "text/plain";
  const parameter = (name: string) => parameterOf(contentType, name);
  return {
    part: {
      fields,
      type: contentType.split(";")[0]?.trim().toLowerCase() ?? "",
      charset: parameter("charset") ?? undefined,
      parameter,
      content: () => decode(body, fields.get("content-transfer-encoding") ?? ""),
    },
    body,
  };
}

function parameterOf(contentType: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^;\\s]+))`, "i").exec(contentType);
  return found?.[1] ?? found?.[2] ?? null;
}

/** What stands between the boundary's lines. */
function divide(body: string, boundary: string): string[] {
  const pieces: string[] = [];
  const mark = `--${boundary}`;
  let start = -1;
  for (let at = findLine(body, mark, 0); at !== -1; at = findLine(body, mark, at + mark.length)) {
    if (start !== -1) pieces.push(body.slice(start, at).replace(/\r?\n$/, ""));
    if (pieces.length >= MOST_PARTS || body.startsWith("--", at + mark.length)) return pieces;
    start = at + mark.length;
  }
  // A file that breaks off still has its last part.
  if (start !== -1) pieces.push(body.slice(start));
  return pieces;
}

function findLine(body: string, mark: string, from: number): number {
  for (let at = body.indexOf(mark, from); at !== -1; at = body.indexOf(mark, at + 1)) {
    if (at === 0 || body[at - 1] === "\n") return at;
  }
  return -1;
}

function decode(body: string, encoding: string): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case "base64":
      return Buffer.from(body, "base64");
    case "quoted-printable":
      return Buffer.from(
        body
          .replace(/=[ \t]*\r?\n/g, "")
          .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        "latin1",
      );
    default:
      return Buffer.from(body, "latin1");
  }
}
