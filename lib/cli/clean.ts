import { readFile, stat } from "node:fs/promises";
import type { Command } from "commander";
import { isDomainError } from "#lib/errors.ts";
import { extract } from "#lib/extraction/extract.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import { FILE_LIMIT } from "#lib/extraction/limits.ts";
import { filesAt, type FoundPath } from "./files-at.ts";
import { explainReading } from "./explain-reading.ts";
import type { Io } from "./io.ts";

/** `onrecord clean FILE…`; needs no database. */
export function registerClean(program: Command, io: Io): void {
  program
    .command("clean")
    .description("show what an article's text becomes: its blocks, and what is folded away")
    .argument("<file...>", "files, or folders with all below them")
    .action(async (files: string[]) => {
      await cleanCommand(files, {
        json: io.json,
        write: io.write,
        warn: io.refuse,
        note: io.warn,
      });
    });
}

export type CleanCommandOptions = {
  /** One JSON value a line on standard output, and nothing else there. */
  readonly json: boolean;
  /** Takes one line of output, without its line break. */
  readonly write: (line: string) => void;
  /** Takes one message of something refused. */
  readonly warn: (message: string) => void;
  /** Takes one message of something that was left alone. */
  readonly note: (message: string) => void;
};

/** So many files are read at once; they are printed in their order nevertheless. */
const AT_ONCE = 2;

/**
 * `onrecord clean`: extracts and cleans files, and folders with all below them in the order of their
 * names, and prints each. What fails is reported and the rest go on. Resolves to the exit status: 0, or
 * 1 when anything was refused.
 */
export async function cleanCommand(
  paths: readonly string[],
  options: CleanCommandOptions,
): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  const underWay: Promise<Outcome>[] = [];
  const printNext = async () => {
    const outcome = await underWay.shift();
    if (outcome && print(outcome, options) === 1) status = 1;
  };
  for (const path of paths) {
    for await (const found of filesAt(path)) {
      underWay.push(outcomeOf(found));
      if (underWay.length >= AT_ONCE) await printNext();
    }
  }
  while (underWay.length > 0) await printNext();
  return status;
}

/** Never a rejected promise, since several are under way: what nobody foresaw is thrown when its turn comes. */
type Outcome = { readonly path: string } & (
  | { readonly extracted: Extracted }
  | { readonly problem: string }
  | { readonly note: string }
  | { readonly thrown: unknown }
);

async function outcomeOf(found: FoundPath): Promise<Outcome> {
  if ("problem" in found || "note" in found) return found;
  const { path } = found;
  try {
    const { size } = await stat(path);
    if (size > FILE_LIMIT) return { path, problem: tooLarge(size) };
    return { path, extracted: await extract({ bytes: await readFile(path), name: path }) };
  } catch (error) {
    if (isDomainError(error)) return { path, problem: error.message };
    const problem = explainReading(error);
    return problem === null ? { path, thrown: error } : { path, problem };
  }
}

function tooLarge(size: number): string {
  const [most, actual] = [FILE_LIMIT, size].map((bytes) => (bytes / 1024 / 1024).toFixed(0));
  return `This holds ${actual} MB; files of up to ${most} MB are read, and up to 10 MB of text.`;
}

function print(outcome: Outcome, options: CleanCommandOptions): 0 | 1 {
  const { path } = outcome;
  if ("thrown" in outcome) throw outcome.thrown;
  if ("note" in outcome) {
    options.note(`${path}: ${outcome.note}`);
    return 0;
  }
  if ("problem" in outcome) {
    if (options.json) options.write(JSON.stringify({ file: path, problem: outcome.problem }));
    options.warn(`${path}: ${outcome.problem}`);
    return 1;
  }
  if (options.json) options.write(JSON.stringify(published(path, outcome.extracted)));
  else for (const line of summary(path, outcome.extracted)) options.write(line);
  return 0;
}

function published(file: string, cleaned: Extracted) {
  const { mediaType, title, byline, publisher, published, language, text, blocks, bodyText } =
    cleaned;
  return { file, mediaType, title, byline, publisher, published, language, text, blocks, bodyText };
}

function summary(file: string, cleaned: Extracted): string[] {
  const folded = new Map<string, number>();
  for (const { boilerplate } of cleaned.blocks) {
    if (boilerplate) folded.set(boilerplate, (folded.get(boilerplate) ?? 0) + 1);
  }
  const open = cleaned.blocks.filter((block) => !block.boilerplate).length;
  const kinds = [...folded].map(([kind, count]) => `${count} ${kind}`).join(", ");
  const words = cleaned.bodyText.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const stated = (name: string, value: string | null) =>
    value ? [`  ${name.padEnd(10)} ${value}`] : [];
  return [
    file,
    ...stated("title", cleaned.title),
    ...stated("byline", cleaned.byline),
    ...stated("publisher", cleaned.publisher),
    ...stated("published", cleaned.published),
    ...stated("language", cleaned.language),
    `  body       ${words} words, ${open} of ${cleaned.blocks.length} blocks`,
    ...stated("folded", kinds || null),
  ];
}
