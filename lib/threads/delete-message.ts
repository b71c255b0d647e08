import { authorize, can, requireUser } from "#lib/access/permissions.ts";
import { visibleMessages } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { messageWritten } from "./events.ts";
import { MESSAGE_SELECT, getThread, messageOf } from "./queries.ts";
import { recordTalk } from "./record-talk.ts";

/** Take a message back: its place stays, its words go. Its author, or a manager. Repeating it changes nothing. */
export function deleteMessage(ctx: Context, id: string): Promise<void> {
  return inTransaction(ctx, async (ctx) => {
    const row = await ctx.db.message.findFirst({
      where: { AND: [{ id }, visibleMessages(ctx.actor)] },
      select: MESSAGE_SELECT,
    });
    if (row === null) throw notFound("message");
    const before = messageOf(row);
    const thread = await getThread(ctx, before.threadId);
    authorize(ctx.actor, "thread.write", thread);
    const isOwn = before.author.id === requireUser(ctx.actor).userId;
    if (!isOwn && !can(ctx.actor, "thread.delete-any", thread.projectId)) {
      throw new DomainError(
        "forbidden",
        `Only ${before.author.name}, who wrote this message, or a manager deletes it.`,
      );
    }
    if (before.isDeleted) return;
    await ctx.db.mention.deleteMany({ where: { messageId: id } });
    await ctx.db.notice.deleteMany({ where: { messageId: id } });
    const after = messageOf(
      await ctx.db.message.update({
        where: { id },
        data: { body: "", deletedAt: ctx.now, version: { increment: 1 } },
        select: MESSAGE_SELECT,
      }),
    );
    await recordTalk(ctx, thread, messageWritten("thread.deleted", thread, before, after));
  });
}
