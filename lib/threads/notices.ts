import { requireUser } from "#lib/access/permissions.ts";
import { visibleMessages } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { type Notice, NoticeReason } from "./model.ts";

export type NoticePage = { items: Notice[]; next: string | null };

/** What the caller should hear of, newest first, read and unread; as far as they may see it. */
export async function listNotices(
  ctx: Context,
  page: { after?: string | undefined; limit: number; isUnread?: boolean | undefined },
): Promise<NoticePage> {
  const { userId } = requireUser(ctx.actor);
  const rows = await ctx.db.notice.findMany({
    where: {
      userId,
      message: visibleMessages(ctx.actor),
      ...(page.isUnread === true && { readAt: null }),
      ...(page.after !== undefined && { messageId: { lt: page.after } }),
    },
    select: {
      why: true,
      createdAt: true,
      readAt: true,
      project: { select: { id: true, name: true } },
      message: {
        select: {
          id: true,
          body: true,
          author: { select: { id: true, name: true } },
          thread: {
            select: {
              id: true,
              annotationId: true,
              article: { select: { id: true, title: true } },
            },
          },
        },
      },
    },
    orderBy: { messageId: "desc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map((row) => ({
    id: row.message.id,
    why: NoticeReason.parse(row.why),
    project: row.project,
    article: row.message.thread.article,
    threadId: row.message.thread.id,
    annotationId: row.message.thread.annotationId,
    author: row.message.author,
    body: row.message.body,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  }));
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

/** How many the caller has not read. */
export function countUnreadNotices(ctx: Context): Promise<number> {
  const { userId } = requireUser(ctx.actor);
  return ctx.db.notice.count({
    where: { userId, readAt: null, message: visibleMessages(ctx.actor) },
  });
}

/** Say that one has read notices: those of these messages, or of one thread. Repeating it changes nothing. */
export async function readNotices(
  ctx: Context,
  which: { messages: readonly string[] } | { threadId: string },
): Promise<void> {
  const { userId } = requireUser(ctx.actor);
  await ctx.db.notice.updateMany({
    where: {
      userId,
      readAt: null,
      ...("messages" in which
        ? { messageId: { in: [...which.messages] } }
        : { message: { threadId: which.threadId } }),
    },
    data: { readAt: ctx.now },
  });
}
