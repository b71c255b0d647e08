import type { Context } from "#lib/context.ts";
import { transact } from "#lib/db/transact.ts";
import { CHECKS, type Check } from "./checks.ts";
import { examineTexts } from "./examine-texts.ts";
import { INGESTION_CHECKS } from "./ingestion-checks.ts";

/** Something in the database that must never be. */
export type Problem = {
  /** A noun of the product: "annotation", "revision", … */
  what: string;
  id: string;
  message: string;
};

const LONGEST_MS = 12 * 60 * 60 * 1_000;
const PAGE_LENGTH = 500;

/**
 * Look from outside at what the database itself is meant to hold, as at one moment, and tell each
 * problem as it is found. Reads everything once and changes nothing; holds one text at a time.
 */
export async function examine(ctx: Context, tell: (problem: Problem) => void): Promise<void> {
  await transact(
    ctx.db,
    async (db) => {
      const inside = { ...ctx, db };
      await examineTexts(inside, tell);
      for (const check of [...CHECKS, ...INGESTION_CHECKS]) await run(inside, check, tell);
    },
    { isolation: "RepeatableRead", timeoutMs: LONGEST_MS },
  );
}

async function run(ctx: Context, check: Check, tell: (problem: Problem) => void): Promise<void> {
  for (let skip = 0; ; skip += PAGE_LENGTH) {
    const found = await ctx.db.$queryRawUnsafe<{ id: string }[]>(
      `SELECT DISTINCT bad.id::text AS id FROM (${check.sql}) AS bad (id) ORDER BY 1 LIMIT ${PAGE_LENGTH} OFFSET ${skip}`,
    );
    for (const { id } of found) tell({ what: check.what, id, message: check.message });
    if (found.length < PAGE_LENGTH) return;
  }
}
