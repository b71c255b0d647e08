import { DomainError } from "#lib/errors.ts";
import { LostChild, makePool, type Pool } from "#lib/extraction/apart/pool.ts";
import { log } from "#lib/log.ts";
import type { FeedAnswer, FeedInput } from "./feed.ts";

/** Most bytes of a feed. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * Read a feed in a process apart, under limits of time and memory. Refused: one that is too large
 * ("too-large"), and one that takes its reader along ("invalid").
 */
export async function readFeedApart(input: FeedInput): Promise<FeedAnswer> {
  if (input.bytes.length > MOST_BYTES) {
    throw new DomainError("too-large", "This feed is larger than 10 MB, so it was not read.");
  }
  try {
    return (await pool().run(input)) as FeedAnswer;
  } catch (error) {
    if (!(error instanceof LostChild)) throw error;
    log.warn("A feed took its reader along.", { reason: error.reason, said: error.message });
    throw new DomainError(
      "invalid",
      "This feed could not be read in the time and memory that a feed is given. Follow another one of the site.",
    );
  }
}

/** One for a process, also where a bundler makes several modules of this one. */
function pool(): Pool {
  const held = globalThis as { [POOL]?: Pool };
  held[POOL] ??= makePool({
    script: ["lib", "watches", "feed-reader.ts"],
    size: 1,
    timeLimitMs: 20_000,
    heapMb: 384,
    memoryMb: 768,
    jobsPerChild: 100,
    idleMs: 20_000,
  });
  return held[POOL];
}

const POOL = Symbol.for("onrecord.watches.pool");
