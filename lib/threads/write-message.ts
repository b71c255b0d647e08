import { mayAs, requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import type { Message, MessageInput, Thread } from "./model.ts";
import { getThread } from "./queries.ts";
import { whomToTell } from "./whom-to-tell.ts";

type Place = Pick<Thread, "id" | "projectId" | "annotationId" | "isPrivate"> & {
  /** Who began it. */
  author: { id: string };
};

/** Add a message to a thread that may be written in, with its mentions, and tell whom it concerns. */
export async function insertMessage(
  ctx: Context,
  thread: Place,
  id: string,
  input: MessageInput,
): Promise<Message> {
  const { userId } = requireUser(ctx.actor);
  const people = await peopleAround(ctx, thread);
  refuseStrangers(thread, input.mentions, people.members);
  refuseBlind(ctx, thread, input.mentions, people);
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
      ...people,
      mentioned,
      writers: before.map(({ authorId }) => authorId),
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
  const people = await peopleAround(ctx, thread);
  refuseStrangers(thread, input.mentions, people.members);
  refuseBlind(ctx, thread, input.mentions, people);
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
  const told = whomToTell(before.author.id, {
    ...people,
    mentioned,
    writers: [],
    annotator: null,
  });
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

type People = {
  members: ReadonlySet<string>;
  /** Those of them who are blind to others' work. */
  blind: ReadonlySet<string>;
  annotator: string | null;
  beginner: string;
};

async function peopleAround(ctx: Context, { projectId, annotationId, author }: Place) {
  const members = await ctx.db.member.findMany({
    where: { projectId, revokedAt: null, user: { revokedAt: null } },
    select: { userId: true, role: true, project: { select: { layers: true } } },
  });
  const owner = await ctx.db.user.findFirst({
    where: { isOwner: true, revokedAt: null },
    select: { id: true },
  });
  const isBlind = ({ userId, role, project }: (typeof members)[number]) =>
    project.layers === "blind" && userId !== owner?.id && !mayAs(role, "layer.read-any");
  return {
    members: new Set([...members.map(({ userId }) => userId), ...(owner ? [owner.id] : [])]),
    blind: new Set(members.filter(isBlind).map(({ userId }) => userId)),
    annotator: await annotatorOf(ctx, annotationId),
    beginner: author.id,
  } satisfies People;
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

/** To be named is to be shown the message: in a blind project that would tell some of others' work. */
function refuseBlind(
  ctx: Context,
  { annotationId }: Place,
  mentions: readonly string[],
  { blind, annotator }: People,
): void {
  const { userId } = requireUser(ctx.actor);
  const mayName = (id: string) =>
    id === userId ||
    !blind.has(id) ||
    (annotationId === null ? !blind.has(userId) : id === annotator);
  const at = mentions.findIndex((id) => !mayName(id));
  if (at === -1) return;
  const message =
    annotationId === null || blind.has(userId)
      ? "This project is blind: of its annotators nobody is told what another does. Name those who review."
      : "This project is blind: this person does not see this annotation.";
  throw new DomainError("invalid", message, { fields: { [`mentions.${at}`]: message } });
}
