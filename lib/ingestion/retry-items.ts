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

/** There are bytes to read or an address to fetch; a broken row of a table has neither. */
const HAS_SOMETHING = { OR: [{ originalHash: { not: null } }, { url: { not: null } }] };
const NOTHING =
  "There is nothing of it to try again. Correct it where it came from, and bring it again.";

/**
 * Take up all items of an ingestion that failed, but those of which there is nothing to read. Where
 * none did, nothing changes.
 */
export async function retryFailed(ctx: Context, ingestionId: string): Promise<Ingestion> {
  return inTransaction(ctx, async (ctx) => {
    const ingestion = await ctx.db.ingestion.findUnique({ where: { id: ingestionId } });
    if (!ingestion) throw notFound("ingestion");
    authorize(ctx.actor, "ingestion.write", ingestion);
    const { count } = await ctx.db.ingestionItem.updateMany({
      where: { ingestionId, state: "failed", ...HAS_SOMETHING },
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
 * Refused: one that came in; one of which there is nothing to read, such as a broken row of a table.
 */
export async function retryItem(ctx: Context, id: string): Promise<IngestionItem> {
  return inTransaction(ctx, async (ctx) => {
    const before = await getItem(ctx, id);
    authorize(ctx.actor, "ingestion.write", before);
    if (before.state === "waiting" || before.state === "running") return before;
    const isStopped = before.state === "failed" || before.state === "cancelled";
    if (isStopped && !before.canRetry) throw new DomainError("state", NOTHING);
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
