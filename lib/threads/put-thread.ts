import { authorize, requireUser } from "#lib/access/permissions.ts";
import { visibleAnnotations } from "#lib/access/visibility.ts";
import { getArticleSummary } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { messageWritten } from "./events.ts";
import type { Thread, ThreadInput } from "./model.ts";
import { findThread, getThread } from "./queries.ts";
import { recordTalk } from "./record-talk.ts";
import { insertMessage } from "./write-message.ts";

export type PutThread = { thread: Thread; isNew: boolean };

/**
 * Begin to talk about an article, or about an annotation of it in whatever state, or note something
 * for oneself. The client chooses the ids of the thread and of its first message; repeating the
 * request changes nothing. Refused: naming somebody who is not in the project.
 */
export function putThread(ctx: Context, id: string, input: ThreadInput): Promise<PutThread> {
  // The same thread may be begun at this very moment.
  return inTransactionOrAgain(ctx, (ctx) => write(ctx, id, input));
}

async function write(ctx: Context, id: string, input: ThreadInput): Promise<PutThread> {
  const { articleId, annotationId, isPrivate, message } = input;
  // In this order: the same request, arriving at this very moment, may be written between the two.
  const isTaken = await areIdsTaken(ctx, id, message.id);
  const there = await findThread(ctx, id);
  if (there !== null) return { thread: sameThread(there, input), isNew: false };
  // What the caller may not see does not exist for them, also under an id of theirs.
  if (isTaken) throw notFound("thread");
  const { projectId } = await getArticleSummary(ctx, articleId);
  authorize(ctx.actor, "thread.write", { projectId });
  if (annotationId !== null) await admitAnnotation(ctx, annotationId, articleId);
  const { userId } = requireUser(ctx.actor);
  const place = { id, projectId, articleId, annotationId, isPrivate };
  await ctx.db.thread.create({
    data: { ...place, authorId: userId, createdAt: ctx.now },
    select: { id: true },
  });
  const first = await insertMessage(ctx, { ...place, author: { id: userId } }, message.id, message);
  const thread = { ...place, author: { id: userId } };
  await recordTalk(ctx, thread, messageWritten("thread.begun", place, null, first));
  return { thread: await getThread(ctx, id), isNew: true };
}

/** Begun before by the same request: nothing happens. Anything else under this id is another thread. */
function sameThread(there: Thread, input: ThreadInput): Thread {
  const isSame =
    there.articleId === input.articleId &&
    there.annotationId === input.annotationId &&
    there.messages[0]?.id === input.message.id;
  if (isSame) return there;
  throw new DomainError("state", "There is another thread under this id already.");
}

/** By whomever, and whoever may see it. */
async function areIdsTaken(ctx: Context, id: string, messageId: string): Promise<boolean> {
  const threads = await ctx.db.thread.count({ where: { id } });
  const messages = await ctx.db.message.count({ where: { id: messageId } });
  return threads + messages > 0;
}

async function admitAnnotation(ctx: Context, id: string, articleId: string): Promise<void> {
  const annotation = await ctx.db.annotation.findFirst({
    where: { AND: [{ id, articleId }, visibleAnnotations(ctx.actor)] },
    select: { id: true },
  });
  if (annotation === null) throw notFound("annotation");
}
