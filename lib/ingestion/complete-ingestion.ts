import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { ingestionCompleted } from "./events.ts";
import type { Ingestion } from "./model.ts";
import { getIngestion } from "./queries.ts";

/** Say that all was sent: from now on it can be done. Repeating it changes nothing. */
export async function completeIngestion(ctx: Context, id: string): Promise<Ingestion> {
  return inTransaction(ctx, async (ctx) => {
    const before = await ctx.db.ingestion.findUnique({ where: { id } });
    if (!before) throw notFound("ingestion");
    authorize(ctx.actor, "ingestion.write", before);
    const changed = await ctx.db.ingestion.updateMany({
      where: { id, complete: false },
      data: { complete: true },
    });
    if (changed.count > 0) {
      const items = await ctx.db.ingestionItem.count({
        where: { ingestionId: id, parentId: null },
      });
      await record(ctx, ingestionCompleted(before, items));
    }
    return getIngestion(ctx, id);
  });
}
