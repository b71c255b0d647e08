import { expect, test } from "vitest";
import type { Thread } from "#lib/threads/model.ts";
import type { TalkChange } from "./talk-change.ts";
import { inverseOfTalk, isSaidOnce, talkAt } from "./talk-undo.ts";

const said = (id: string, author: string, body: string) => ({
  ...{ id, threadId: "t", body, mentions: [], version: 1, createdAt: "", editedAt: null },
  author: { id: author, name: author },
  isDeleted: false,
});
const thread: Thread = {
  ...{ id: "t", projectId: "p", articleId: "x", annotationId: null, isPrivate: false },
  author: { id: "me", name: "Lena" },
  resolved: null,
  createdAt: "",
  messages: [said("mine", "me", "Which gate?"), said("theirs", "milan", "The east one.")],
};
const standing = {
  thread: (id: string) => (id === "t" ? thread : null),
  isMe: (id: string) => id === "me",
};
const put = (id: string, body: string): TalkChange => ({
  ...{ kind: "put-message", id, threadId: "t", body, mentions: [] },
});

test("what was sent is taken back, and what was put otherwise is as it was", () => {
  const sent = inverseOfTalk(put("new", "And the lock?"), standing);
  expect(sent).toEqual([{ kind: "delete-message", id: "new", threadId: "t" }]);
  expect(isSaidOnce(sent)).toBe(true);
  expect(inverseOfTalk(put("mine", "Which lock?"), standing)).toEqual([put("mine", "Which gate?")]);
});

test("one's own words that were taken back are said again, nobody else's are", () => {
  const gone = (id: string) => ({ kind: "delete-message", id, threadId: "t" }) as const;
  const [again] = inverseOfTalk(gone("mine"), standing);
  expect(again).toMatchObject({ kind: "put-message", threadId: "t", body: "Which gate?" });
  expect(again?.id).not.toBe("mine");
  expect(inverseOfTalk(gone("theirs"), standing)).toEqual([]);
});

test("a settled thread is taken up again, unless somebody has done so", () => {
  const settle: TalkChange = { kind: "resolve-thread", id: "t" };
  expect(inverseOfTalk(settle, standing)).toEqual([{ kind: "reopen-thread", id: "t" }]);
  expect(talkAt(settle, standing)).toBe("open");
  const settled = { ...thread, resolved: { at: "", by: thread.author } };
  expect(talkAt(settle, { ...standing, thread: () => settled })).toBe("settled");
});
