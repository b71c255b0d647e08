import { availableParallelism } from "node:os";
import { TEXT_LIMIT } from "#lib/cleanup/decode.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { Answer } from "./apart/answer.ts";
import { LostChild, makePool, type Pool, type PoolOptions } from "./apart/pool.ts";
import type { Extracted, RawInput } from "./extracted.ts";
import { detectFileType, type FileType } from "./file-type.ts";
import { FILE_LIMIT } from "./limits.ts";
import { readText } from "./read-text.ts";

/**
 * The one way from a file, or a pasted text, to canonical text and blocks. All but short plain text is
 * read in a process apart, under limits of time and memory: a file that takes it along costs itself
 * and nothing else.
 *
 * Refused with a plain sentence: what cannot be read ("media-type"), what holds nothing to read, is
 * locked, damaged or beyond the limits of reading ("invalid"), what is too large ("too-large").
 */
export async function extract(input: RawInput): Promise<Extracted> {
  const type = judge(input);
  if (isHarmless(input, type)) return readText({ ...input, mediaType: type });
  return settle(await readApart(pool(), input), type);
}

/** Read with children of another kind, for tests. */
export async function extractWith(children: Pool, input: RawInput): Promise<Extracted> {
  return settle(await readApart(children, input), judge(input));
}

/** What a child may take: a page of two thousand takes about half of each. */
export const LIMITS: PoolOptions = {
  script: ["lib", "extraction", "apart", "reader.ts"],
  size: Math.min(4, Math.max(2, availableParallelism() - 1)),
  timeLimitMs: 90_000,
  heapMb: 768,
  memoryMb: 1_536,
  jobsPerChild: 500,
  idleMs: 30_000,
};

function judge(input: RawInput): FileType {
  const type = "text" in input ? input.mediaType : detectFileType(input.bytes, input);
  const size = "text" in input ? Buffer.byteLength(input.text) : input.bytes.length;
  const limit = TEXTS.has(type) ? TEXT_LIMIT : FILE_LIMIT;
  if (size > limit) {
    throw new DomainError(
      "too-large",
      `This holds ${(size / 1024 / 1024).toFixed(1)} MB; an article may have up to ${limit / 1024 / 1024} MB${TEXTS.has(type) ? " of text" : " in its file"}.`,
      { detail: { limit, size } },
    );
  }
  return type;
}

const TEXTS: ReadonlySet<FileType> = new Set(["text/plain", "text/markdown", "text/html"]);

/** Lines of words are divided in a moment and need no parser. */
const HARMLESS_BYTES = 100_000;

function isHarmless(input: RawInput, type: FileType): type is "text/plain" | "text/markdown" {
  if (type !== "text/plain" && type !== "text/markdown") return false;
  return ("text" in input ? input.text.length : input.bytes.length) <= HARMLESS_BYTES;
}

async function readApart(children: Pool, input: RawInput): Promise<Answer | LostChild> {
  try {
    return (await children.run(input)) as Answer;
  } catch (error) {
    if (error instanceof LostChild) return error;
    throw error;
  }
}

function settle(answer: Answer | LostChild, type: FileType): Extracted {
  if (answer instanceof LostChild) {
    log.warn("A file took its reader along.", {
      type,
      reason: answer.reason,
      said: answer.message,
    });
    throw new DomainError("invalid", SENTENCES[answer.reason]);
  }
  switch (answer.kind) {
    case "extracted":
      return answer.extracted;
    case "refused": {
      const { code, message, fields, detail } = answer;
      throw new DomainError(code, message, { fields, detail });
    }
    case "failed":
      log.error("A file could not be read.", { type, said: answer.message });
      throw new DomainError("invalid", SENTENCES.crash);
  }
}

const SENTENCES: Readonly<Record<LostChild["reason"], string>> = {
  time: "Reading this file took too long, and was given up. Save it in another format or divide it, and bring in that.",
  memory:
    "Reading this file took too much memory, and was given up. Save it in another format or divide it, and bring in that.",
  crash:
    "This file cannot be read: it is damaged, or made in a way that is not known here. Save it in another format, and bring in that.",
};

/** One for a process, also where a bundler makes several modules of this one. */
function pool(): Pool {
  const held = globalThis as { [POOL]?: Pool };
  held[POOL] ??= makePool(LIMITS);
  return held[POOL];
}

const POOL = Symbol.for("onrecord.extraction.pool");
