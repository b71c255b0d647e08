import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { z } from "zod";
import { DomainError, isDomainError } from "#lib/errors.ts";
import { extract } from "#lib/extraction/extract.ts";
import { FILE_LIMIT } from "#lib/extraction/limits.ts";
import { offsetMap, type OffsetMap } from "#lib/text/offsets.ts";
import { reanchor, type Reanchored, type SpanToReanchor } from "#lib/text/reanchor/reanchor.ts";
import { explainReading } from "./explain-reading.ts";
import type { Io } from "./io.ts";

/** `onrecord reanchor --old FILE --new FILE --spans FILE.json`; needs no database. */
export function registerReanchor(program: Command, io: Io): void {
  program
    .command("reanchor")
    .description("find where spans of a text stand in a later state of it")
    .requiredOption("--old <file>", "the text on which the spans were marked")
    .requiredOption("--new <file>", "the later text")
    .requiredOption(
      "--spans <file>",
      'JSON: [{"id", "start", "end"}], code points of the old canonical text, end exclusive',
    )
    .action(async (files: { old: string; new: string; spans: string }) => {
      const [old, now, spans] = [
        await attempt(files.old, io, textOf),
        await attempt(files.new, io, textOf),
        await attempt(files.spans, io, spansIn),
      ];
      if (old === null || now === null || spans === null) return;
      const map = offsetMap(old.value);
      const fault = faultOf(spans.value, map);
      if (fault !== null) {
        refuse(files.spans, fault, io);
        return;
      }
      const plain = spans.value.map((span) => ({ ...span, id: String(span.id) }));
      const found = reanchor(old.value, now.value, plain);
      io.print(found.map((one, n) => ({ ...one, id: spans.value[n]?.id ?? one.id })));
      if (!io.json) for (const line of told(found, plain, old.value, now.value)) io.write(line);
    });
}

/** The value, or null where the file was refused and that was said. */
async function attempt<T>(
  file: string,
  io: Io,
  read: (path: string) => Promise<T>,
): Promise<{ value: T } | null> {
  try {
    return { value: await read(io.resolvePath(file)) };
  } catch (error) {
    const problem = isDomainError(error) ? error.message : explainReading(error);
    if (problem === null) throw error;
    refuse(file, problem, io);
    return null;
  }
}

function refuse(file: string, problem: string, io: Io): void {
  io.print({ file, problem });
  io.refuse(`${file}: ${problem}`);
}

/** Canonical text, as `clean` gives it; an empty file is an empty text. */
async function textOf(path: string): Promise<string> {
  const { size } = await stat(path);
  if (size === 0) return "";
  if (size > FILE_LIMIT) throw new DomainError("too-large", "It is too large to be read.");
  const { text } = await extract({ bytes: await readFile(path), name: path });
  return text;
}

const SpanGiven = z.object({
  id: z.union([z.string(), z.number()]),
  start: z.int(),
  end: z.int(),
});

/** Ids come back as they were given. */
type GivenSpan = z.infer<typeof SpanGiven>;

async function spansIn(path: string): Promise<GivenSpan[]> {
  const text = (await readFile(path, "utf8")).replace(/^\uFEFF/, "");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new DomainError("invalid", "It is no JSON.");
  }
  if (!Array.isArray(json))
    throw new DomainError("invalid", 'It should hold a list of spans: [{"id", "start", "end"}].');
  return json.map((entry, n) => {
    const span = SpanGiven.safeParse(entry);
    if (span.success) return span.data;
    const at = span.error.issues[0]?.path.join(".") || "";
    throw new DomainError(
      "invalid",
      `Span ${n + 1} is not of the form {"id", "start", "end"} with whole numbers${at ? ` (look at "${at}")` : ""}.`,
    );
  });
}

/** What is wrong with the spans, as a sentence about the first such one; null when nothing is. */
function faultOf(spans: readonly GivenSpan[], { lengthCodePoints }: OffsetMap): string | null {
  const ids = new Set<string>();
  for (const { id, start, end } of spans) {
    if (ids.has(String(id))) return `Two spans have the id ${JSON.stringify(id)}.`;
    ids.add(String(id));
    if (end < start)
      return `The span ${JSON.stringify(id)} ends (${end}) before it starts (${start}).`;
    if (end === start)
      return `The span ${JSON.stringify(id)} (${start}–${end}) holds no character.`;
    if (start < 0 || end > lengthCodePoints) {
      return `The span ${JSON.stringify(id)} (${start}–${end}) lies outside the old text, which has ${lengthCodePoints} characters.`;
    }
  }
  return null;
}

function told(
  found: readonly Reanchored[],
  spans: readonly SpanToReanchor[],
  old: string,
  now: string,
): string[] {
  const [oldMap, newMap] = [offsetMap(old), offsetMap(now)];
  const words = (text: string, map: OffsetMap, start: number, end: number) =>
    shorten(text.slice(map.toUtf16(start), map.toUtf16(end)));
  const lines = found.map((one, n) => {
    const { start = 0, end = 0 } = spans[n] ?? {};
    const was = `${one.id}  ${one.status.padEnd(7)}  ${start}–${end} “${words(old, oldMap, start, end)}”`;
    if (one.status === "lost") return was;
    const is = `${was} → ${one.start}–${one.end}`;
    if (one.status !== "changed") return is;
    return `${is} “${words(now, newMap, one.start, one.end)}” (${one.similarity.toFixed(2)} alike)`;
  });
  const count = (status: string) => found.filter((one) => one.status === status).length;
  const sum = ["exact", "moved", "changed", "lost"].map((status) => `${count(status)} ${status}`);
  return [...lines, `${found.length} spans: ${sum.join(", ")}.`];
}

function shorten(words: string): string {
  const points = Array.from(words.replaceAll(/\s+/gu, " "));
  return points.length <= 60 ? points.join("") : `${points.slice(0, 60).join("")}…`;
}
