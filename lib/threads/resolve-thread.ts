import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { threadMoved } from "./events.ts";
import type { Thread } from "./model.ts";
import { getThread } from "./queries.ts";
import { recordTalk } from "./record-talk.ts";

/** Say that a thread is settled. Any member who may write in it; repeating it changes nothing. */
export function resolveThread(ctx: Context, id: string): Promise<Thread> {
  return move(ctx, id, true);
}

/** Take a settled thread up again. Any member who may write in it; repeating it changes nothing. */
export function reopenThread(ctx: Context, id: string): Promise<Thread> {
  return move(ctx, id, false);
}

/** In a blind project several people may be named in one thread: none of them is told what another does. */
function refuseForOthers(ctx: Context, { projectId, annotationId, author }: Thread): void {
  if (annotationId !== null || author.id === requireUser(ctx.actor).userId) return;
  if (seesEveryLayer(ctx.actor, projectId)) return;
  throw new DomainError(
    "forbidden",
    `This project is blind: ${author.name}, who began this thread, settles it.`,
  );
}

function move(ctx: Context, id: string, isToBeResolved: boolean): Promise<Thread> {
  return inTransaction(ctx, async (ctx) => {
    const before = await getThread(ctx, id);
    authorize(ctx.actor, "thread.write", before);
    refuseForOthers(ctx, before);
    const { count } = await ctx.db.thread.updateMany({
      where: { id, resolvedAt: isToBeResolved ? null : { not: null } },
      data: isToBeResolved
        ? { resolvedAt: ctx.now, resolvedById: requireUser(ctx.actor).userId }
        : { resolvedAt: null, resolvedById: null },
    });
    if (count === 0) return before;
    const type = isToBeResolved ? "thread.resolved" : "thread.reopened";
    await recordTalk(ctx, before, threadMoved(type, before));
    return getThread(ctx, id);
  });
}
