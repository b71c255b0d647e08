import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { ingestionCancelled } from "./events.ts";
import type { Ingestion } from "./model.ts";
import { getIngestion } from "./queries.ts";

/**
 * Stop an ingestion: nothing more is taken in, what is under way is finished, and what came in stays.
 * Repeating it changes nothing.
 */
export async function cancelIngestion(ctx: Context, id: string): Promise<Ingestion> {
  return inTransaction(ctx, async (ctx) => {
    const before = await ctx.db.ingestion.findUnique({ where: { id } });
    if (!before) throw notFound("ingestion");
    authorize(ctx.actor, "ingestion.write", before);
    // Whoever puts something in waits until this is done, and is told.
    await ctx.db.$executeRaw`SELECT 1 FROM "ingestion" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const { count } = await ctx.db.ingestionItem.updateMany({
      where: { ingestionId: id, state: "waiting" },
      data: { state: "cancelled", finishedAt: ctx.now },
    });
    // By the database's clock, as items are begun: what is under way was begun before.
    const marked = await ctx.db.$executeRaw`
      UPDATE "ingestion" SET "cancelled_at" = clock_timestamp() WHERE "id" = ${id}::uuid AND "cancelled_at" IS NULL`;
    if (marked > 0 || count > 0) await record(ctx, ingestionCancelled(before, count));
    return getIngestion(ctx, id);
  });
}
