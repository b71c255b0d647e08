import { authorize } from "#lib/access/permissions.ts";
import { saveOriginal } from "#lib/articles/save-revision.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { enqueue } from "#lib/jobs/enqueue.ts";
import { inTransaction } from "#lib/transaction.ts";
import { takeInJob } from "./jobs.ts";
import { type IngestionItem, MOST_ITEMS } from "./model.ts";
import { getItem } from "./queries.ts";
import { saveItems } from "./save-items.ts";

/** A file as somebody sends it. */
export type SentFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
  readonly charset?: string | undefined;
  /** Where it was seen, when it is a page that somebody had in front of them. */
  readonly url?: string | undefined;
};

/**
 * Put a file in its place in an ingestion; it is taken in as soon as a worker is free. The same file
 * at the same place again is the same item, whatever became of it. Refused: another file at a place
 * that is taken, and anything new once the ingestion is complete or cancelled.
 */
export async function putItem(
  ctx: Context,
  ingestionId: string,
  index: number,
  file: SentFile,
): Promise<IngestionItem> {
  const ingestion = await ctx.db.ingestion.findUnique({ where: { id: ingestionId } });
  if (!ingestion) throw notFound("ingestion");
  authorize(ctx.actor, "ingestion.write", ingestion);
  refusePlace(index);
  return inTransaction(ctx, async (ctx) => {
    const originalHash = await saveOriginal(ctx, file.bytes);
    // Whoever completes or cancels it waits until this item is in, or keeps it out.
    const [now] = await ctx.db.$queryRaw<{ complete: boolean; cancelled: boolean }[]>`
      SELECT "complete", "cancelled_at" IS NOT NULL AS "cancelled" FROM "ingestion"
       WHERE "id" = ${ingestionId}::uuid FOR SHARE`;
    const there = await ctx.db.ingestionItem.findFirst({
      where: { ingestionId, parentId: null, index },
      select: { id: true, originalHash: true, name: true },
    });
    if (there) {
      if (there.originalHash === originalHash) return getItem(ctx, there.id);
      throw new DomainError(
        "state",
        `Another file was sent as number ${index + 1}: ${there.name}. Begin a new ingestion for this one.`,
      );
    }
    if (now?.cancelled) throw new DomainError("state", "This ingestion was cancelled.");
    if (now?.complete) {
      throw new DomainError("state", "This ingestion is complete. Begin a new one for more.");
    }
    await saveItems(ctx, ingestion, null, [{ index, originalHash, ...withoutBytes(file) }]);
    const item = await ctx.db.ingestionItem.findFirstOrThrow({
      where: { ingestionId, parentId: null, index },
      select: { id: true, originalHash: true },
    });
    await enqueue(ctx, takeInJob, { ingestionId });
    return getItem(ctx, item.id);
  });
}

function withoutBytes({ name, mediaType, charset, url }: SentFile) {
  return { name, mediaType: mediaType ?? null, charset: charset ?? null, url: url ?? null };
}

function refusePlace(index: number): void {
  if (Number.isInteger(index) && index >= 0 && index < MOST_ITEMS) return;
  throw new DomainError("invalid", `An ingestion takes at most ${MOST_ITEMS} items.`, {
    fields: { index: `This must be from 0 to ${MOST_ITEMS - 1}.` },
  });
}
