import { z } from "zod";
import { getArticleSummary } from "#lib/articles/queries.ts";
import { deleteMessage as removeMessage } from "#lib/threads/delete-message.ts";
import { MessageInput, NoticeReason, ThreadInput } from "#lib/threads/model.ts";
import { countUnreadNotices, listNotices, readNotices } from "#lib/threads/notices.ts";
import { putMessage as writeMessage } from "#lib/threads/put-message.ts";
import { putThread as writeThread } from "#lib/threads/put-thread.ts";
import { getThread as readThread, listThreads } from "#lib/threads/queries.ts";
import { reopenThread, resolveThread } from "#lib/threads/resolve-thread.ts";
import { answer, endpoint, Id } from "../endpoint.ts";
import { PageQuery, pageOf } from "../page.ts";
import { Person } from "./annotation-schemas.ts";

const params = z.object({ id: Id });

const Message = z
  .object({
    id: z.string(),
    threadId: z.string(),
    author: Person,
    body: z.string(),
    mentions: z.array(Person),
    version: z.int().min(1),
    createdAt: z.string(),
    editedAt: z.string().nullable(),
    isDeleted: z.boolean(),
  })
  .meta({ id: "Message" });

const Thread = z
  .object({
    id: z.string(),
    projectId: z.string(),
    articleId: z.string(),
    annotationId: z.string().nullable(),
    author: Person,
    isPrivate: z.boolean(),
    resolved: z.object({ at: z.string(), by: Person }).nullable(),
    createdAt: z.string(),
    messages: z.array(Message),
  })
  .meta({ id: "Thread" });

const Notice = z
  .object({
    id: z.string(),
    why: NoticeReason,
    project: z.object({ id: z.string(), name: z.string() }),
    article: z.object({ id: z.string(), title: z.string() }),
    threadId: z.string(),
    annotationId: z.string().nullable(),
    author: Person,
    body: z.string(),
    createdAt: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: "Notice" });

export const getThreads = endpoint({
  method: "GET",
  path: "/articles/{id}/threads",
  summary: "The talk about an article and its annotations",
  params,
  query: PageQuery,
  answers: { 200: pageOf(Thread) },
  handle: async (ctx, { params, query }) => {
    const { id } = await getArticleSummary(ctx, params.id);
    return answer(200, await listThreads(ctx, id, query));
  },
});

export const getThread = endpoint({
  method: "GET",
  path: "/threads/{id}",
  summary: "A thread with all that was said in it",
  params,
  answers: { 200: Thread },
  handle: async (ctx, { params }) => answer(200, await readThread(ctx, params.id)),
});

export const putThread = endpoint({
  method: "PUT",
  path: "/threads/{id}",
  summary: "Begin to talk about an article or an annotation",
  description: "With `isPrivate` it is a note to oneself, which nobody else sees.",
  params,
  body: ThreadInput.meta({ id: "ThreadInput" }),
  answers: { 200: Thread, 201: Thread },
  handle: async (ctx, { params, body }) => {
    const { thread, isNew } = await writeThread(ctx, params.id, body);
    return isNew ? answer(201, thread) : answer(200, thread);
  },
});

export const postResolve = endpoint({
  method: "POST",
  path: "/threads/{id}/resolve",
  summary: "Say that a thread is settled",
  params,
  answers: { 200: Thread },
  handle: async (ctx, { params }) => answer(200, await resolveThread(ctx, params.id)),
});

export const postReopenThread = endpoint({
  method: "POST",
  path: "/threads/{id}/reopen",
  summary: "Take a settled thread up again",
  params,
  answers: { 200: Thread },
  handle: async (ctx, { params }) => answer(200, await reopenThread(ctx, params.id)),
});

export const putMessage = endpoint({
  method: "PUT",
  path: "/messages/{id}",
  summary: "Say something in a thread, or something else in one's own message",
  params,
  body: MessageInput.extend({ threadId: Id }).meta({ id: "MessageInput" }),
  answers: { 200: Message, 201: Message },
  handle: async (ctx, { params, body, ifMatch }) => {
    const { message, isNew } = await writeMessage(ctx, params.id, body, ifMatch);
    const { version } = message;
    return isNew ? answer(201, message, { version }) : answer(200, message, { version });
  },
});

export const deleteMessage = endpoint({
  method: "DELETE",
  path: "/messages/{id}",
  summary: "Take a message back",
  description: "Its author, or a manager. Its place in the thread stays.",
  params,
  answers: { 200: z.object({ id: z.string() }) },
  handle: async (ctx, { params }) => {
    await removeMessage(ctx, params.id);
    return answer(200, { id: params.id });
  },
});

export const getNotices = endpoint({
  method: "GET",
  path: "/me/notices",
  summary: "Messages that the caller should hear of, newest first",
  query: PageQuery.extend({
    unread: z
      .enum(["true", "false"])
      .transform((value) => value === "true")
      .optional(),
  }),
  answers: { 200: pageOf(Notice).extend({ unread: z.int() }) },
  handle: async (ctx, { query }) => {
    const { unread, ...page } = query;
    const [notices, count] = await Promise.all([
      listNotices(ctx, { ...page, isUnread: unread }),
      countUnreadNotices(ctx),
    ]);
    return answer(200, { ...notices, unread: count });
  },
});

export const postNoticesRead = endpoint({
  method: "POST",
  path: "/me/notices/read",
  summary: "Say that one has read notices",
  body: z.union([z.object({ messages: z.array(Id).max(1_000) }), z.object({ threadId: Id })]),
  answers: { 200: z.object({ unread: z.int() }) },
  handle: async (ctx, { body }) => {
    await readNotices(ctx, body);
    return answer(200, { unread: await countUnreadNotices(ctx) });
  },
});
