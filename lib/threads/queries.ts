import { visibleThreads } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import type { Message, Thread } from "./model.ts";

const PERSON = { select: { id: true, name: true } } as const;

export const MESSAGE_SELECT = {
  id: true,
  threadId: true,
  author: PERSON,
  body: true,
  version: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  mentions: { select: { user: PERSON }, orderBy: { userId: "asc" } },
} as const satisfies Prisma.MessageSelect;

const THREAD_SELECT = {
  id: true,
  projectId: true,
  articleId: true,
  annotationId: true,
  author: PERSON,
  isPrivate: true,
  resolvedAt: true,
  resolvedBy: PERSON,
  createdAt: true,
  // By our clock: ids carry that of the browser.
  messages: { select: MESSAGE_SELECT, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.ThreadSelect;

export type ThreadPage = { items: Thread[]; next: string | null };

/** The thread, or not-found when the caller may not see it. */
export async function getThread(ctx: Context, id: string): Promise<Thread> {
  const thread = await findThread(ctx, id);
  if (thread === null) throw notFound("thread");
  return thread;
}

/** The thread, or null when there is none that the caller may see. */
export async function findThread(ctx: Context, id: string): Promise<Thread | null> {
  const row = await ctx.db.thread.findFirst({
    where: { AND: [{ id }, visibleThreads(ctx.actor)] },
    select: THREAD_SELECT,
  });
  return row === null ? null : threadOf(row);
}

/** The threads of an article and of its annotations, oldest first, each with all that was said in it. */
export async function listThreads(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<ThreadPage> {
  const rows = await ctx.db.thread.findMany({
    where: {
      AND: [
        { articleId, ...(page.after !== undefined && { id: { gt: page.after } }) },
        visibleThreads(ctx.actor),
      ],
    },
    select: THREAD_SELECT,
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map(threadOf);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
}

export function messageOf(
  row: Prisma.MessageGetPayload<{ select: typeof MESSAGE_SELECT }>,
): Message {
  return {
    id: row.id,
    threadId: row.threadId,
    author: row.author,
    body: row.body,
    mentions: row.mentions.map(({ user }) => user),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    isDeleted: row.deletedAt !== null,
  };
}

function threadOf(row: Prisma.ThreadGetPayload<{ select: typeof THREAD_SELECT }>): Thread {
  const { resolvedAt, resolvedBy } = row;
  return {
    id: row.id,
    projectId: row.projectId,
    articleId: row.articleId,
    annotationId: row.annotationId,
    author: row.author,
    isPrivate: row.isPrivate,
    resolved: resolvedAt && resolvedBy ? { at: resolvedAt.toISOString(), by: resolvedBy } : null,
    createdAt: row.createdAt.toISOString(),
    messages: row.messages.map(messageOf),
  };
}
