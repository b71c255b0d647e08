import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Command } from "commander";
import type { Cleaned } from "#lib/cleanup/clean.ts";
import { clean } from "#lib/cleanup/clean.ts";
import { refuseTooLarge } from "#lib/cleanup/decode.ts";
import { isDomainError } from "#lib/errors.ts";
import type { Io } from "./io.ts";

/** `onrecord clean FILE…`; needs no database. */
export function registerClean(program: Command, io: Io): void {
  program
    .command("clean")
    .description("show what an article's text becomes: its blocks, and what is folded away")
    .argument("<file...>", "files, or folders with all below them")
    .action(async (files: string[]) => {
      await cleanCommand(files, { json: io.json, write: io.write, warn: io.refuse });
    });
}

export type CleanCommandOptions = {
  /** One JSON value a line on standard output, and nothing else there. */
  readonly json: boolean;
  /** Takes one line of output, without its line break. */
  readonly write: (line: string) => void;
  /** Takes one message for a person. */
  readonly warn: (message: string) => void;
};

/**
 * `onrecord clean`: cleans files, and folders with all below them in the order of their names, and
 * prints each. What fails is reported and the rest go on. Resolves to the exit status: 0, or 1 when
 * anything was refused.
 */
export async function cleanCommand(
  paths: readonly string[],
  options: CleanCommandOptions,
): Promise<0 | 1> {
  let status: 0 | 1 = 0;
  for (const path of paths) {
    for await (const file of filesAt(path)) {
      const problem = "problem" in file ? file.problem : await cleanFile(file.path, options);
      if (problem === null) continue;
      status = 1;
      if (options.json) options.write(JSON.stringify({ file: file.path, problem }));
      options.warn(`${file.path}: ${problem}`);
    }
  }
  return status;
}

type Found = { readonly path: string } | { readonly path: string; readonly problem: string };

/** The file itself, or every file below a folder but hidden ones. */
async function* filesAt(path: string): AsyncGenerator<Found> {
  try {
    const about = await stat(path);
    if (!about.isDirectory()) {
      yield { path };
      return;
    }
    const entries = (await readdir(path)).filter((name) => !name.startsWith(".")).sort();
    if (entries.length === 0) yield { path, problem: "The folder is empty." };
    for (const name of entries) {
      const below = join(path, name);
      if (!(await isEmptyFolder(below))) yield* filesAt(below);
    }
  } catch (error) {
    yield { path, problem: explain(error) };
  }
}

async function isEmptyFolder(path: string): Promise<boolean> {
  const about = await stat(path).catch(() => null);
  if (!about?.isDirectory()) return false;
  return (await readdir(path).catch(() => ["unreadable"])).length === 0;
}

async function cleanFile(path: string, options: CleanCommandOptions): Promise<string | null> {
  try {
    refuseTooLarge((await stat(path)).size);
    const cleaned = clean({ bytes: await readFile(path), name: path });
    if (options.json) options.write(JSON.stringify(published(path, cleaned)));
    else for (const line of summary(path, cleaned)) options.write(line);
    return null;
  } catch (error) {
    return explain(error);
  }
}

function published(file: string, cleaned: Cleaned) {
  const { mediaType, title, byline, publisher, published, language, text, blocks, bodyText } =
    cleaned;
  return { file, mediaType, title, byline, publisher, published, language, text, blocks, bodyText };
}

function summary(file: string, cleaned: Cleaned): string[] {
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

/** Plain sentences for what goes wrong with files; anything else is a bug and goes up. */
function explain(error: unknown): string {
  if (isDomainError(error)) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return "There is no such file or folder.";
  if (code === "EACCES" || code === "EPERM") return "It may not be read with your rights.";
  if (code === "EISDIR" || code === "ELOOP" || code === "EIO")
    return "It cannot be read as a file.";
  throw error;
}
