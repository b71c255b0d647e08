import { authorize, requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { messageWritten } from "./events.ts";
import type { Message, MessageInput } from "./model.ts";
import { getThread } from "./queries.ts";
import { recordTalk } from "./record-talk.ts";
import { insertMessage, updateMessage } from "./write-message.ts";

export type PutMessage = { message: Message; isNew: boolean };

/**
 * Say something in a thread, or something else in one's own message. The client chooses the id;
 * repeating the request changes nothing. An answer in a resolved thread leaves it resolved.
 */
export function putMessage(
  ctx: Context,
  id: string,
  input: MessageInput & { threadId: string },
  expected: number | null,
): Promise<PutMessage> {
  // The same message may be written at this very moment.
  return inTransactionOrAgain(ctx, (ctx) => write(ctx, id, input, expected));
}

async function write(
  ctx: Context,
  id: string,
  input: MessageInput & { threadId: string },
  expected: number | null,
): Promise<PutMessage> {
  const thread = await getThread(ctx, input.threadId);
  authorize(ctx.actor, "thread.write", thread);
  const before = thread.messages.find((one) => one.id === id) ?? null;
  if (before === null) {
    const elsewhere = await ctx.db.message.findUnique({ where: { id }, select: { id: true } });
    if (elsewhere !== null) throw notFound("message");
    const message = await insertMessage(ctx, thread, id, input);
    await recordTalk(ctx, thread, messageWritten("thread.answered", thread, null, message));
    return { message, isNew: true };
  }
  if (isSame(before, input)) return { message: before, isNew: false };
  refuseChange(ctx, before, expected);
  const message = await updateMessage(ctx, thread, before, input);
  await recordTalk(ctx, thread, messageWritten("thread.edited", thread, before, message));
  return { message, isNew: false };
}

function isSame(before: Message, input: MessageInput): boolean {
  const named = before.mentions.map(({ id }) => id).toSorted();
  const asked = [...new Set(input.mentions)].toSorted();
  return before.body === input.body && named.join() === asked.join();
}

function refuseChange(ctx: Context, before: Message, expected: number | null): void {
  if (before.author.id !== requireUser(ctx.actor).userId) {
    throw new DomainError(
      "forbidden",
      `Only ${before.author.name}, who wrote this message, changes it.`,
    );
  }
  if (before.isDeleted) throw new DomainError("state", "This message was deleted.");
  if (expected === null) {
    throw new DomainError(
      "version-needed",
      `Say which version you change, with If-Match: "VERSION".`,
    );
  }
  if (expected !== before.version) {
    throw new DomainError("stale", "This message has been changed since you saw it.", {
      detail: { current: before },
    });
  }
}
