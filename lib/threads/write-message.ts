import { requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import type { Message, MessageInput, Thread } from "./model.ts";
import { getThread } from "./queries.ts";
import { whomToTell } from "./whom-to-tell.ts";

type Place = Pick<Thread, "id" | "projectId" | "annotationId" | "isPrivate">;

/** Add a message to a thread that may be written in, with its mentions, and tell whom it concerns. */
export async function insertMessage(
  ctx: Context,
  thread: Place,
  id: string,
  input: MessageInput,
): Promise<Message> {
  const { userId } = requireUser(ctx.actor);
  const members = await membersOf(ctx, thread.projectId);
  refuseStrangers(thread, input.mentions, members);
  const before = await ctx.db.message.findMany({
    where: { threadId: thread.id, deletedAt: null },
    select: { authorId: true },
    distinct: ["authorId"],
  });
  await ctx.db.message.create({
    data: { id, threadId: thread.id, authorId: userId, body: input.body, createdAt: ctx.now },
    select: { id: true },
  });
  const mentioned = [...new Set(input.mentions)];
  await ctx.db.mention.createMany({
    data: mentioned.map((one) => ({ messageId: id, userId: one })),
  });
  if (!thread.isPrivate) {
    const told = whomToTell(userId, {
      mentioned,
      members,
      writers: before.map(({ authorId }) => authorId),
      annotator: await annotatorOf(ctx, thread.annotationId),
    });
    await tell(ctx, thread, id, told);
  }
  return messageIn(await getThread(ctx, thread.id), id);
}

/** Say something else in one's own message; those who are named in it for the first time are told. */
export async function updateMessage(
  ctx: Context,
  thread: Place,
  before: Message,
  input: MessageInput,
): Promise<Message> {
  const members = await membersOf(ctx, thread.projectId);
  refuseStrangers(thread, input.mentions, members);
  await ctx.db.message.update({
    where: { id: before.id, version: before.version },
    data: { body: input.body, version: { increment: 1 }, editedAt: ctx.now },
    select: { id: true },
  });
  const mentioned = [...new Set(input.mentions)];
  await ctx.db.mention.deleteMany({
    where: { messageId: before.id, userId: { notIn: mentioned } },
  });
  await ctx.db.mention.createMany({
    data: mentioned.map((userId) => ({ messageId: before.id, userId })),
    skipDuplicates: true,
  });
  const told = whomToTell(before.author.id, { mentioned, members, writers: [], annotator: null });
  if (!thread.isPrivate) await tell(ctx, thread, before.id, told);
  return messageIn(await getThread(ctx, thread.id), before.id);
}

function messageIn(thread: Thread, id: string): Message {
  const message = thread.messages.find((one) => one.id === id);
  if (message === undefined) throw new Error("The message was written and is not there.");
  return message;
}

async function tell(
  ctx: Context,
  { projectId }: Place,
  messageId: string,
  told: ReturnType<typeof whomToTell>,
): Promise<void> {
  await ctx.db.notice.createMany({
    data: [...told].map(([userId, why]) => ({
      userId,
      messageId,
      projectId,
      why,
      createdAt: ctx.now,
    })),
    skipDuplicates: true,
  });
}

async function membersOf(ctx: Context, projectId: string): Promise<Set<string>> {
  const members = await ctx.db.member.findMany({
    where: { projectId, revokedAt: null, user: { revokedAt: null } },
    select: { userId: true },
  });
  const owner = await ctx.db.user.findFirst({
    where: { isOwner: true, revokedAt: null },
    select: { id: true },
  });
  return new Set([...members.map(({ userId }) => userId), ...(owner ? [owner.id] : [])]);
}

async function annotatorOf(ctx: Context, annotationId: string | null): Promise<string | null> {
  if (annotationId === null) return null;
  const row = await ctx.db.annotation.findUnique({
    where: { id: annotationId },
    select: { authorId: true },
  });
  return row?.authorId ?? null;
}

function refuseStrangers(
  { isPrivate }: Place,
  mentions: readonly string[],
  members: ReadonlySet<string>,
): void {
  if (isPrivate && mentions.length > 0) {
    const message = "A note to yourself names nobody. Begin a thread to talk to others.";
    throw new DomainError("invalid", message, { fields: { mentions: message } });
  }
  const strange = mentions.findIndex((id) => !members.has(id));
  if (strange === -1) return;
  const message = "This person is not in the project.";
  throw new DomainError("invalid", message, { fields: { [`mentions.${strange}`]: message } });
}
