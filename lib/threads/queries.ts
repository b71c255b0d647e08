import {
  seesMessage,
  seesThread,
  visibleMessages,
  visibleThreads,
} from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
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

function threadSelect(ctx: Context) {
  return {
    id: true,
    projectId: true,
    articleId: true,
    annotationId: true,
    author: PERSON,
    isPrivate: true,
    resolvedAt: true,
    resolvedBy: PERSON,
    createdAt: true,
    messages: {
      where: visibleMessages(ctx.actor),
      select: MESSAGE_SELECT,
      // By our clock: ids carry that of the browser.
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    },
  } as const satisfies Prisma.ThreadSelect;
}

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
    select: threadSelect(ctx),
  });
  return row === null ? null : threadOf(row);
}

/**
 * The threads of an article and of its annotations, oldest first, each with all that was said in it, as
 * far as the caller may see it.
 */
export function listThreads(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<ThreadPage> {
  return readAlone(ctx.db, threadsReading(ctx, articleId, page));
}

/** The same, to be read together with more. */
export function threadsReading(
  ctx: Context,
  articleId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Reading<ThreadPage> {
  return readingOfRows<ThreadInJson, ThreadPage>(
    Prisma.sql`
      SELECT t."id", t."project_id" AS "projectId", t."article_id" AS "articleId",
             t."annotation_id" AS "annotationId", t."is_private" AS "isPrivate", t."resolved_at" AS "resolvedAt",
             t."created_at" AS "createdAt", json_build_object('id', u."id", 'name', u."name") AS "author",
             CASE WHEN w."id" IS NOT NULL THEN json_build_object('id', w."id", 'name', w."name") END AS "resolvedBy",
             (SELECT coalesce(json_agg(row_to_json(said) ORDER BY said."createdAt", said."id"), '[]'::json)
              FROM (${messagesOfThread(ctx)}) said) AS "messages"
      FROM "thread" t
      JOIN "user_account" u ON u."id" = t."author_id"
      LEFT JOIN "user_account" w ON w."id" = t."resolved_by_id"
      WHERE t."article_id" = ${articleId}::uuid AND ${seesThread(ctx.actor)}
        AND (${after ?? null}::uuid IS NULL OR t."id" > ${after ?? null}::uuid)
      ORDER BY t."id" LIMIT ${limit + 1}`,
    (rows) => {
      const items = rows.slice(0, limit).map(threadInJson);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
}

/** What MESSAGE_SELECT selects, of a row `t` of threads. */
function messagesOfThread(ctx: Context): Prisma.Sql {
  return Prisma.sql`
  SELECT m."id", m."thread_id" AS "threadId", m."body", m."version", m."created_at" AS "createdAt",
         m."edited_at" AS "editedAt", m."deleted_at" AS "deletedAt",
         json_build_object('id', u."id", 'name', u."name") AS "author",
         (SELECT coalesce(json_agg(json_build_object('user', json_build_object('id', p."id", 'name', p."name"))
                                   ORDER BY p."id"), '[]'::json)
          FROM "mention" x JOIN "user_account" p ON p."id" = x."user_id"
          WHERE x."message_id" = m."id") AS "mentions"
  FROM "message" m JOIN "user_account" u ON u."id" = m."author_id"
  WHERE m."thread_id" = t."id" AND ${seesMessage(ctx.actor)}`;
}

export function messageOf(row: MessageRow): Message {
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

type MessageRow = Prisma.MessageGetPayload<{ select: typeof MESSAGE_SELECT }>;
type ThreadRow = Prisma.ThreadGetPayload<{ select: ReturnType<typeof threadSelect> }>;
type ThreadInJson = InJson<Omit<ThreadRow, "messages">> & { messages: InJson<MessageRow>[] };

function threadInJson({ messages, ...row }: ThreadInJson): Thread {
  return threadOf({
    ...row,
    createdAt: new Date(row.createdAt),
    resolvedAt: date(row.resolvedAt),
    messages: messages.map((message) => ({
      ...message,
      createdAt: new Date(message.createdAt),
      editedAt: date(message.editedAt),
      deletedAt: date(message.deletedAt),
    })),
  });
}

function date(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}

function threadOf(row: ThreadRow): Thread {
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
