import type { Thread } from "#lib/threads/model.ts";

type Person = { readonly id: string; readonly name: string };

/** Something said in a thread, as the server will be asked for it. */
export type TalkChange =
  | {
      readonly kind: "put-thread";
      readonly id: string;
      readonly articleId: string;
      readonly annotationId: string | null;
      readonly isPrivate: boolean;
      readonly message: { readonly id: string } & Said;
    }
  | ({ readonly kind: "put-message"; readonly id: string; readonly threadId: string } & Said)
  | { readonly kind: "delete-message"; readonly id: string; readonly threadId: string }
  | { readonly kind: "resolve-thread" | "reopen-thread"; readonly id: string };

export type Said = { readonly body: string; readonly mentions: readonly Person[] };

export function isTalk(change: { readonly kind: string }): change is TalkChange {
  return KINDS.has(change.kind);
}

const KINDS: ReadonlySet<string> = new Set([
  "put-thread",
  "put-message",
  "delete-message",
  "resolve-thread",
  "reopen-thread",
] satisfies TalkChange["kind"][]);

/** The things that a change of talk touches, what it writes first. */
export function talkSubjects(change: TalkChange): readonly string[] {
  switch (change.kind) {
    case "put-thread":
      return change.annotationId === null ? [change.id] : [change.id, change.annotationId];
    case "put-message":
    case "delete-message":
      return [change.id, change.threadId];
    default:
      return [change.id];
  }
}

/** The request that carries it, under /api/v1. */
export function talkRequest(change: TalkChange): {
  method: "PUT" | "POST" | "DELETE";
  path: string;
  body: unknown;
} {
  switch (change.kind) {
    case "put-thread": {
      const { id, articleId, annotationId, isPrivate, message } = change;
      const body = {
        articleId,
        annotationId,
        isPrivate,
        message: { id: message.id, ...sent(message) },
      };
      return { method: "PUT", path: `/threads/${id}`, body };
    }
    case "put-message": {
      const { id, threadId } = change;
      const body = { threadId, ...sent(change) };
      return { method: "PUT", path: `/messages/${id}`, body };
    }
    case "delete-message":
      return { method: "DELETE", path: `/messages/${change.id}`, body: undefined };
    case "resolve-thread":
      return { method: "POST", path: `/threads/${change.id}/resolve`, body: undefined };
    case "reopen-thread":
      return { method: "POST", path: `/threads/${change.id}/reopen`, body: undefined };
  }
}

/** A change of talk with the moment at which it was made. */
export type MadeTalk = {
  readonly change: TalkChange;
  readonly madeAt: number;
  readonly isRefused: boolean;
};

/**
 * Threads as their reader sees them: what the server holds, with the changes on their way laid over it
 * in order. The same map where there is nothing on its way.
 */
export function threadsWith(
  held: ReadonlyMap<string, Thread>,
  made: readonly MadeTalk[],
  place: { readonly projectId: string; readonly me: Person },
): ReadonlyMap<string, Thread> {
  if (made.length === 0) return held;
  const threads = new Map(held);
  for (const each of made) {
    const id = "threadId" in each.change ? each.change.threadId : each.change.id;
    const after = threadAfter(threads.get(id) ?? null, each, place);
    if (after) threads.set(id, after);
  }
  return threads;
}

function threadAfter(
  before: Thread | null,
  { change, madeAt, isRefused }: MadeTalk,
  { projectId, me }: { readonly projectId: string; readonly me: Person },
): Thread | null {
  const at = new Date(madeAt).toISOString();
  const author = { id: me.id, name: me.name };
  switch (change.kind) {
    case "put-thread": {
      if (before) return before;
      const { id, articleId, annotationId, isPrivate, message } = change;
      const first = messageOf(id, message.id, message, author, at);
      return {
        ...{ id, projectId, articleId, annotationId, author, isPrivate },
        resolved: null,
        createdAt: at,
        messages: [first],
      };
    }
    case "put-message": {
      const old = before?.messages.find(({ id }) => id === change.id);
      if (!before) return null;
      if (!old) {
        const message = messageOf(before.id, change.id, change, author, at);
        return { ...before, messages: [...before.messages, message] };
      }
      if (isSame(old, change)) return before;
      return withMessage(before, {
        ...old,
        body: change.body,
        mentions: [...change.mentions],
        version: old.version + 1,
        editedAt: at,
      });
    }
    case "delete-message": {
      const old = before?.messages.find(({ id }) => id === change.id);
      if (!before || !old || isRefused) return before;
      return withMessage(before, { ...old, body: "", mentions: [], isDeleted: true });
    }
    case "resolve-thread":
      return before && !isRefused ? { ...before, resolved: { at, by: author } } : before;
    case "reopen-thread":
      return before && !isRefused ? { ...before, resolved: null } : before;
  }
}

function sent({ body, mentions }: Said) {
  return { body, mentions: mentions.map(({ id }) => id) };
}

type Message = Thread["messages"][number];

function messageOf(
  threadId: string,
  id: string,
  { body, mentions }: Said,
  author: Person,
  at: string,
): Message {
  return {
    id,
    threadId,
    author: { ...author },
    body,
    mentions: [...mentions],
    version: 1,
    createdAt: at,
    editedAt: null,
    isDeleted: false,
  };
}

function isSame(old: Message, said: Said): boolean {
  const named = (of: Said) =>
    of.mentions
      .map(({ id }) => id)
      .toSorted()
      .join();
  return old.body === said.body && named(old) === named(said);
}

function withMessage(thread: Thread, message: Message): Thread {
  return {
    ...thread,
    messages: thread.messages.map((each) => (each.id === message.id ? message : each)),
  };
}
