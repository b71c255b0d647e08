import type { Context } from "#lib/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Chore } from "#lib/jobs/job.ts";
import { inTransaction } from "#lib/transaction.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { isFree } from "./claim-item.ts";
import { takeInJob } from "./jobs.ts";

/** Every worker looks this often for what a dead one left, and for what waits without a job. */
const EVERY_MS = 1_000;

export const recoverItemsChore: Chore = {
  name: "ingestion.recover",
  everyMs: EVERY_MS,
  run: async (ctx) => recoverItems(ctx),
};

/**
 * Give back what is under way and held by nobody, because whoever had it is gone, and see to it that
 * there is a job for every ingestion with something waiting. The rows are the queue of record: a job
 * that is lost, with a restore or otherwise, is sent again from them.
 */
export async function recoverItems(ctx: Context): Promise<void> {
  await giveBack(ctx);
  for (const ingestionId of await listWaiting(ctx)) await enqueue(ctx, takeInJob, { ingestionId });
}

async function giveBack(ctx: Context): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    await ctx.db.$executeRaw`
      WITH "under_way" AS MATERIALIZED (
        SELECT "id" FROM "ingestion_item" WHERE "state" = 'running' FOR UPDATE SKIP LOCKED),
      "left" AS MATERIALIZED (
        SELECT "id" FROM "under_way" WHERE ${isFree(Prisma.sql`"id"`)})
      UPDATE "ingestion_item" t
         SET "state" = CASE WHEN i."cancelled_at" > t."started_at" THEN 'cancelled' ELSE 'waiting' END,
             "finished_at" = CASE WHEN i."cancelled_at" > t."started_at" THEN now() END,
             "started_at" = NULL
        FROM "left", "ingestion" i
       WHERE t."id" = "left"."id" AND i."id" = t."ingestion_id"`;
  });
}

/** Ingestions with something waiting, found by skipping through the index: what is done is not read. */
async function listWaiting(ctx: Context): Promise<string[]> {
  const rows = await ctx.db.$queryRaw<{ id: string | null }[]>`
    WITH RECURSIVE "open" ("id") AS (
      (SELECT "ingestion_id" FROM "ingestion_item" WHERE "state" = 'waiting' ORDER BY "ingestion_id" LIMIT 1)
      UNION ALL
      SELECT (SELECT "ingestion_id" FROM "ingestion_item"
               WHERE "state" = 'waiting' AND "ingestion_id" > "open"."id" ORDER BY "ingestion_id" LIMIT 1)
        FROM "open" WHERE "open"."id" IS NOT NULL)
    SELECT "id" FROM "open" WHERE "id" IS NOT NULL LIMIT 1000`;
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}
