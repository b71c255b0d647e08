import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { watchDeleted } from "./events.ts";
import { lockWatch } from "./queries.ts";

/**
 * Watch something no more. The articles and revisions that came from it stay. Repeating the request
 * changes nothing. Refused when another version is expected than the one that is there.
 */
export function deleteWatch(ctx: Context, id: string, expected: number | null): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    if ((await ctx.db.watch.count({ where: { id } })) === 0) return await alreadyDeleted(ctx, id);
    const watch = await lockWatch(ctx, id);
    authorize(ctx.actor, "watch.edit", watch);
    if (expected !== null && expected !== watch.version) {
      throw new DomainError("stale", "This has been changed since you saw it.", {
        detail: { current: watch },
      });
    }
    await ctx.db.watch.delete({ where: { id }, select: { id: true } });
    await record(ctx, watchDeleted(watch));
  });
}

async function alreadyDeleted(ctx: Context, id: string): Promise<void> {
  const event = await ctx.db.auditEvent.findFirst({
    where: { subjectType: "watch", subjectId: id, type: "watch.deleted" },
    select: { projectId: true },
  });
  if (event?.projectId == null) throw notFound("watch");
  authorize(ctx.actor, "watch.edit", { projectId: event.projectId });
}
