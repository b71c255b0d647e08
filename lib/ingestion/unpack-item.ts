import { createHash } from "node:crypto";
import type { Context } from "#lib/context.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import type { Worker } from "#lib/jobs/job.ts";
import { inTransaction } from "#lib/transaction.ts";
import type { ClaimedItem } from "./claim-item.ts";
import { ClaimLost, finishItem, putBack } from "./finish-item.ts";
import { takeInJob } from "./jobs.ts";
import type { Part } from "./parts-of.ts";
import { saveItems } from "./save-items.ts";

/** So many parts, or so many bytes of them, are written at once. */
const BATCH_PARTS = 200;
const BATCH_BYTES = 8 * 1024 * 1024;

/**
 * Make items of what an archive or a table holds. They are written part by part, each at its place, so
 * that a worker that dies half-way costs nothing: the next one writes the rest. They are taken in while
 * others are still unpacked.
 */
export async function unpackItem(
  ctx: Context,
  item: ClaimedItem,
  parts: AsyncIterable<Part>,
  worker: Worker,
): Promise<void> {
  let batch: Part[] = [];
  let bytes = 0;
  for await (const part of parts) {
    batch.push(part);
    bytes += part.bytes?.length ?? 0;
    if (batch.length < BATCH_PARTS && bytes < BATCH_BYTES) continue;
    if (await save(ctx, item, batch)) return;
    batch = [];
    bytes = 0;
    if (worker.signal.aborted) return putBack(ctx, item);
  }
  if (batch.length > 0 && (await save(ctx, item, batch))) return;
  await inTransaction({ ...ctx, now: new Date() }, async (ctx) => {
    await enqueue(ctx, takeInJob, { ingestionId: item.ingestionId });
    await finishItem(ctx, item, { state: "unpacked" });
  });
}

/** Answers whether the ingestion was cancelled, and then nothing was written. */
async function save(ctx: Context, item: ClaimedItem, parts: readonly Part[]): Promise<boolean> {
  return inTransaction(ctx, async (ctx) => {
    const [held] = await ctx.db.$queryRaw<{ isCancelled: boolean }[]>`
      SELECT coalesce(i."cancelled_at" > t."started_at", false) AS "isCancelled"
        FROM "ingestion_item" t JOIN "ingestion" i ON i."id" = t."ingestion_id"
       WHERE t."id" = ${item.id}::uuid AND t."state" = 'running' AND t."attempts" = ${item.attempts}
         AND t."started_at" = ${item.startedAt}
         FOR SHARE`;
    if (held === undefined) throw new ClaimLost();
    if (held.isCancelled) {
      await finishItem(ctx, item, { state: "cancelled" });
      return true;
    }
    const kept = parts.map((part) => ({ ...part, originalHash: hashOf(part.bytes) }));
    await ctx.db.original.createMany({
      data: kept.flatMap(({ bytes, originalHash }) =>
        bytes === null || originalHash === null
          ? []
          : [{ hash: originalHash, bytes: Uint8Array.from(bytes), createdAt: ctx.now }],
      ),
      skipDuplicates: true,
    });
    const ingestion = { id: item.ingestionId, projectId: item.projectId };
    await saveItems(ctx, ingestion, item.id, kept);
    await enqueue(ctx, takeInJob, { ingestionId: item.ingestionId });
    return false;
  });
}

function hashOf(bytes: Uint8Array | null): string | null {
  return bytes === null ? null : createHash("sha256").update(bytes).digest("hex");
}
