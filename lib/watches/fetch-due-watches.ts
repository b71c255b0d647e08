import type { Context } from "#lib/context.ts";
import { forgetTurns } from "#lib/ingestion/host-pace.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { inTransaction } from "#lib/transaction.ts";
import { fetchWatchJob } from "./jobs.ts";

/** Those that are over this many come with the next minute. */
const MOST_AT_ONCE = 500;
/** One whose job is lost, with a restore or a crash, is due again after this long. */
const GRACE_MS = 20 * 60_000;

/**
 * Send a job for each watch that is due, the longest due first, and answer with how many. Several may
 * do this at once: each watch is sent by one of them. Turns of hosts that nobody asks are forgotten.
 */
export async function fetchDueWatches(ctx: Context): Promise<number> {
  await forgetTurns(ctx);
  return inTransaction(ctx, async (ctx) => {
    const due = await ctx.db.$queryRaw<{ id: string }[]>`
      UPDATE "watch" SET "next_at" = ${new Date(ctx.now.getTime() + GRACE_MS)}::timestamptz
       WHERE "id" IN (SELECT "id" FROM "watch" WHERE "next_at" <= ${ctx.now}::timestamptz
                       ORDER BY "next_at" LIMIT ${MOST_AT_ONCE} FOR UPDATE SKIP LOCKED)
      RETURNING "id"`;
    for (const { id } of due) await enqueue(ctx, fetchWatchJob, { watchId: id });
    return due.length;
  });
}
