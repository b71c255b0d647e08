import { z } from "zod";
import { DomainError } from "#lib/errors.ts";

export const MediaType = z.enum(["text/plain", "text/html", "text/markdown"]);
export type MediaType = z.infer<typeof MediaType>;

/**
 * What kind of text some bytes are: by what is declared, else by the file's name, else by a look at
 * the content. Refused ("media-type"): what is no text at all, and declared types other than the three.
 */
export function detectMediaType(
  bytes: Uint8Array,
  hints: { name?: string | undefined; mediaType?: string | undefined } = {},
): MediaType {
  refuseBinary(bytes);
  const declared = hints.mediaType?.split(";")[0]?.trim().toLowerCase();
  if (declared && declared !== "application/octet-stream") {
    const known = MediaType.safeParse(DECLARED[declared] ?? declared);
    if (known.success) return known.data;
    throw new DomainError("media-type", `${declared} cannot be read; ${WHAT_IS_READ}`);
  }
  const ending = hints.name?.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1];
  const named = ending ? ENDINGS[ending] : undefined;
  if (named && named !== "text/plain") return named;
  return looksLikeHtml(bytes) ? "text/html" : (named ?? "text/plain");
}

const WHAT_IS_READ = "plain text, HTML and Markdown can be read.";

const DECLARED: Record<string, MediaType> = {
  "application/xhtml+xml": "text/html",
  "text/x-markdown": "text/markdown",
};

const ENDINGS: Record<string, MediaType> = {
  txt: "text/plain",
  text: "text/plain",
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  md: "text/markdown",
  markdown: "text/markdown",
};

/** How the first bytes of a file give its format away, in words for a person. */
const SIGNATURES: readonly [string, string][] = [
  ["%PDF-", "a PDF document"],
  ["PK\u0003\u0004", "a ZIP archive or an office document"],
  ["\u00d0\u00cf\u0011\u00e0", "an old office document"],
  ["{\\rtf", "a rich-text (RTF) document"],
  ["\u0089PNG", "a PNG picture"],
  ["\u00ff\u00d8\u00ff", "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  ["RIFF", "a picture, sound or video file"],
  ["\u001f\u008b", "a gzip archive"],
  ["7z\u00bc\u00af", "a 7-Zip archive"],
  ["Rar!", "a RAR archive"],
  ["ID3", "a sound file"],
  ["OggS", "a sound file"],
  ["\u007fELF", "a program"],
  ["MZ\u0090", "a program"],
  ["SQLite format 3", "a database"],
];

function refuseBinary(bytes: Uint8Array): void {
  const head = latin1(bytes.subarray(0, 16));
  // A text may begin with the letters of a signature; a binary file has control characters as well.
  const isControlled = bytes.subarray(0, 64).some((byte) => byte < 9);
  const known = SIGNATURES.find(
    ([signature]) => head.startsWith(signature) && (isControlled || !/^\w+$/.test(signature)),
  );
  if (known) throw new DomainError("media-type", `This looks like ${known[1]}; ${WHAT_IS_READ}`);
  if (head.slice(4, 8) === "ftyp") {
    throw new DomainError("media-type", `This looks like a video; ${WHAT_IS_READ}`);
  }
  if (!isUtf16(bytes) && bytes.subarray(0, 65_536).includes(0)) {
    throw new DomainError("media-type", `This looks like a binary file, not text; ${WHAT_IS_READ}`);
  }
}

/** UTF-16 and UTF-32 hold zero bytes in ordinary text: known by their mark, or by where the zeros stand. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const sample = bytes.subarray(0, 1_024);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length * 0.2;
  return (even === 0 && odd > enough) || (odd === 0 && even > enough);
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 4_096)).replaceAll("\u0000", "");
  if (
    /^(?:\u00ef\u00bb\u00bf)?\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
      head,
    )
  ) {
    return true;
  }
  return (
    (head.match(/<\/?(?:p|div|span|a|br|h[1-6]|ul|li|meta|script)\b[^>]*>/gi)?.length ?? 0) >= 8
  );
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
}
