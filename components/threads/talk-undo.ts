import { v7 as uuidv7 } from "uuid";
import type { Message, Thread } from "#lib/threads/model.ts";
import type { TalkChange } from "./talk-change.ts";

/** What can be asked of the talk as it stands. */
export type TalkStanding = {
  thread(id: string): Thread | null;
  isMe(personId: string): boolean;
};

/**
 * The changes that bring back what was said before. A message that was sent is taken back; what was
 * taken back is said again, as a new message, since the old one stays as a place where something stood.
 * Another person's words are never said in one's own name.
 */
export function inverseOfTalk(change: TalkChange, before: TalkStanding): TalkChange[] {
  switch (change.kind) {
    case "put-thread":
      if (before.thread(change.id)) return [];
      return [{ kind: "delete-message", id: change.message.id, threadId: change.id }];
    case "put-message": {
      const { id, threadId } = change;
      const old = messageOf(change, before);
      if (!old) return [{ kind: "delete-message", id, threadId }];
      return [{ kind: "put-message", id, threadId, body: old.body, mentions: old.mentions }];
    }
    case "delete-message": {
      const old = messageOf(change, before);
      if (!old || old.isDeleted || !before.isMe(old.author.id)) return [];
      const { body, mentions } = old;
      return [{ kind: "put-message", id: uuidv7(), threadId: change.threadId, body, mentions }];
    }
    case "resolve-thread":
      return [{ kind: "reopen-thread", id: change.id }];
    case "reopen-thread":
      return [{ kind: "resolve-thread", id: change.id }];
  }
}

/** What stands where a change of talk has touched it, in words that compare. */
export function talkAt(change: TalkChange, now: TalkStanding): string {
  switch (change.kind) {
    case "put-thread":
      return saidIn(now.thread(change.id)?.messages.find(({ id }) => id === change.message.id));
    case "put-message":
    case "delete-message":
      return saidIn(messageOf(change, now));
    default:
      return now.thread(change.id)?.resolved ? "settled" : "open";
  }
}

/** Whether what was undone cannot be done again under the same name: a message is sent and taken back once. */
export function isSaidOnce(changes: readonly { readonly kind: string }[]): boolean {
  return changes.some(({ kind }) => kind === "delete-message");
}

function messageOf(
  { id, threadId }: { readonly id: string; readonly threadId: string },
  { thread }: TalkStanding,
): Message | undefined {
  return thread(threadId)?.messages.find((each) => each.id === id);
}

function saidIn(message: Message | undefined): string {
  return message && !message.isDeleted ? `“${message.body}”` : "";
}
