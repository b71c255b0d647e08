import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { inTransaction } from "#lib/transaction.ts";
import { ingestionRetried, itemRetried } from "./events.ts";
import { takeInJob } from "./jobs.ts";
import type { Ingestion, IngestionItem } from "./model.ts";
import { getIngestion, getItem } from "./queries.ts";

/** What an item is set back to when it is to be tried again. */
const AGAIN = { state: "waiting", problem: null, attempts: 0, startedAt: null, finishedAt: null };

/** Take up all items of an ingestion that failed. Where none did, nothing changes. */
export async function retryFailed(ctx: Context, ingestionId: string): Promise<Ingestion> {
  return inTransaction(ctx, async (ctx) => {
    const ingestion = await ctx.db.ingestion.findUnique({ where: { id: ingestionId } });
    if (!ingestion) throw notFound("ingestion");
    authorize(ctx.actor, "ingestion.write", ingestion);
    const { count } = await ctx.db.ingestionItem.updateMany({
      where: { ingestionId, state: "failed" },
      data: AGAIN,
    });
    if (count > 0) {
      await record(ctx, ingestionRetried(ingestion, count));
      await enqueue(ctx, takeInJob, { ingestionId });
    }
    return getIngestion(ctx, ingestionId);
  });
}

/**
 * Take up one item that failed or was cancelled. One that waits or is under way is left as it is.
 * Refused: one that came in.
 */
export async function retryItem(ctx: Context, id: string): Promise<IngestionItem> {
  return inTransaction(ctx, async (ctx) => {
    const before = await getItem(ctx, id);
    authorize(ctx.actor, "ingestion.write", before);
    if (before.state === "waiting" || before.state === "running") return before;
    const { count } = await ctx.db.ingestionItem.updateMany({
      where: { id, state: { in: ["failed", "cancelled"] } },
      data: AGAIN,
    });
    if (count === 0) {
      throw new DomainError("state", "This came in already; there is nothing to try again.");
    }
    await record(ctx, itemRetried(before));
    await enqueue(ctx, takeInJob, { ingestionId: before.ingestionId });
    return getItem(ctx, id);
  });
}
