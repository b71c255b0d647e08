import { describe, expect, test } from "vitest";
import type { Thread } from "#lib/threads/model.ts";
import { threadsWith, type MadeTalk, type TalkChange } from "./talk-change.ts";

const place = { projectId: "p", me: { id: "me", name: "Lena" } };
const said = (body: string) => ({ body, mentions: [] });
const made = (change: TalkChange, isRefused = false): MadeTalk => ({
  change,
  madeAt: 0,
  isRefused,
});
const begin: TalkChange = {
  kind: "put-thread",
  id: "t",
  articleId: "x",
  annotationId: null,
  isPrivate: false,
  message: { id: "m", ...said("Is this the same minister?") },
};
const answer: TalkChange = { kind: "put-message", id: "n", threadId: "t", ...said("Yes.") };

describe("talk on its way", () => {
  test("is seen at once: a thread, an answer, another wording, the end of it", () => {
    const changes = [
      begin,
      answer,
      { ...answer, body: "Yes, by page 3." },
      { kind: "resolve-thread", id: "t" },
    ] satisfies TalkChange[];
    const thread = threadsWith(
      new Map(),
      changes.map((each) => made(each)),
      place,
    ).get("t");
    expect(thread?.messages.map(({ body, version }) => [body, version])).toEqual([
      ["Is this the same minister?", 1],
      ["Yes, by page 3.", 2],
    ]);
    expect(thread?.resolved?.by).toEqual(place.me);
  });

  test("laid over what the server has already changes nothing", () => {
    const held = threadsWith(new Map(), [made(begin), made(answer)], place);
    const again = threadsWith(held, [made(begin), made(answer)], place);
    expect(again).toEqual(held);
    expect(threadsWith(held, [], place)).toBe(held);
  });

  test("a message that was taken back keeps its place; a refused step is not shown as done", () => {
    const held: ReadonlyMap<string, Thread> = threadsWith(new Map(), [made(begin)], place);
    const gone: TalkChange = { kind: "delete-message", id: "m", threadId: "t" };
    expect(threadsWith(held, [made(gone)], place).get("t")?.messages[0]).toMatchObject({
      isDeleted: true,
      body: "",
    });
    expect(threadsWith(held, [made(gone, true)], place).get("t")).toEqual(held.get("t"));
  });

  test("an answer whose thread is not known yet waits for it", () => {
    expect(threadsWith(new Map(), [made(answer)], place).size).toBe(0);
  });
});
