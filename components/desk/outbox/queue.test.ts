import { describe, expect, test } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Change, PendingChange } from "./change.ts";
import { outcomeOf } from "./answer.ts";
import { inverseOfAll } from "./inverse.ts";
import type { Standing } from "../steps/left-behind.ts";
import { annotationWith } from "./overlay.ts";
import { enqueue, keepMine, letGo, sendable, settle, type Queue } from "./queue.ts";
import { requestFor } from "./request.ts";

const me = { id: "me", name: "Lena" };
const none = new Set<string>();

describe("the queue", () => {
  test("a later write takes the place of one that never set out, and keeps its base", () => {
    const queue = queued(put("a", "one"), put("a", "two"));
    expect(queue.length).toBe(1);
    expect(queue[0]).toMatchObject({ base: null, change: { content: { doubt: "two" } } });
  });

  test("a write that set out is left alone, and the next one waits for its version", () => {
    const first = queued(put("a", "one")).map((each) => ({ ...each, attempts: 1 }));
    const queue = enqueue(first, pending("k2", put("a", "two")), true).queue;
    expect(queue.map((each) => each.base)).toEqual([null, "previous"]);
    expect(sendable(queue, none, 4).map((each) => each.key)).toEqual(["k1"]);
    const after = settle(queue, "k1", { kind: "done", annotation: null, link: null, version: 7 });
    expect(after.queue).toMatchObject([{ key: "k2", base: 7 }]);
    expect(after.remove).toEqual(["k1"]);
  });

  test("a link waits for both annotations, which do not wait for it", () => {
    const link: Change = { kind: "put-link", id: "l", type: "denies", from: "a", to: "b" };
    const queue = queued(put("a", "1"), put("b", "1"), link, {
      kind: "submit-annotation",
      id: "b",
    });
    expect(sendable(queue, none, 9).map((each) => each.key)).toEqual(["k1", "k2"]);
    const rest = queue.slice(2);
    expect(sendable(rest, none, 9).map((each) => each.key)).toEqual(["k3", "k4"]);
  });

  test("who withdraws an annotation waits until its link is deleted", () => {
    const cut: Change = { kind: "delete-link", id: "l", from: "a", to: "b" };
    const queue = queued(cut, { kind: "withdraw-annotation", id: "b" }, put("c", "1"));
    expect(sendable(queue, none, 9).map((each) => each.key)).toEqual(["k1", "k3"]);
  });

  test("a refused change holds back what follows it on the same annotation, and nothing else", () => {
    const sent = queued(put("a", "1"), { kind: "submit-annotation", id: "a" }, put("b", "1"));
    const problem = { code: "invalid", message: "No.", current: null, duplicateOf: null };
    const queue = settle(sent, "k1", { kind: "refused", problem }).queue;
    expect(sendable(queue, none, 9).map((each) => each.key)).toEqual(["k3"]);
    expect(keepMine(queue, "a", 4).queue[0]).toMatchObject({ status: "waiting", base: 4 });
    expect(letGo(queue, "a").queue.map((each) => each.key)).toEqual(["k3"]);
  });

  test("at most the room given sets out", () => {
    const queue = queued(put("a", "1"), put("b", "1"), put("c", "1"));
    expect(sendable(queue, new Set(["k1"]), 1).map((each) => each.key)).toEqual(["k2"]);
  });
});

describe("what is seen while changes are on their way", () => {
  test("a write makes a draft of a submitted one, and leaves a rejected one rejected", () => {
    const write = queued(put("a", "mine"));
    expect(annotationWith(held("a", "submitted"), write, me)).toMatchObject({
      state: "draft",
      doubt: "mine",
    });
    expect(annotationWith(held("a", "rejected"), write, me)?.state).toBe("rejected");
    expect(annotationWith(null, write, me)).toMatchObject({
      state: "draft",
      author: me,
      version: 0,
    });
  });

  test("a refused submission is not shown as if it were submitted", () => {
    const queue = queued({ kind: "submit-annotation", id: "a" }).map((each): PendingChange => ({
      ...each,
      status: "refused",
    }));
    expect(annotationWith(held("a", "draft"), queue, me)?.state).toBe("draft");
  });
});

describe("undoing", () => {
  const before: Standing = {
    annotation: (id) => (id === "new" ? null : held(id, id === "sent" ? "submitted" : "draft")),
    link: () => null,
    boilerplate: () => "teaser",
    work: () => "begun",
    thread: () => null,
    evidence: () => null,
    isMe: () => true,
  };

  test("a new tag is withdrawn, its links first", () => {
    const link: Change = { kind: "put-link", id: "l", type: "denies", from: "new", to: "b" };
    expect(inverseOfAll([put("new", "x"), link], before).map((each) => each.kind)).toEqual([
      "delete-link",
      "withdraw-annotation",
    ]);
  });

  test("a changed or withdrawn one gets back its content, and its place in review", () => {
    expect(inverseOfAll([put("old", "x")], before)).toMatchObject([{ content: { doubt: null } }]);
    expect(inverseOfAll([{ kind: "withdraw-annotation", id: "sent" }], before)).toMatchObject([
      { kind: "put-annotation" },
      { kind: "submit-annotation" },
    ]);
  });

  test("a restored block is folded again as what it was", () => {
    const restore: Change = {
      kind: "correct-block",
      articleId: "x",
      revision: 1,
      index: 3,
      boilerplate: null,
    };
    expect(inverseOfAll([restore], before)).toEqual([{ ...restore, boilerplate: "teaser" }]);
  });
});

describe("requests and answers", () => {
  test("a write names its version when there is one", () => {
    expect(requestFor({ change: put("a", "x"), base: 3 })).toMatchObject({
      method: "PUT",
      ifMatch: 3,
    });
    expect(requestFor({ change: put("a", "x"), base: null })).toMatchObject({ ifMatch: null });
    expect(requestFor({ change: { kind: "submit-annotation", id: "a" }, base: null }).path).toBe(
      "/annotations/a/submit",
    );
  });

  test("answers are told apart", () => {
    const refused = (code: string, detail: Record<string, unknown> = {}) =>
      outcomeOf(put("a", "x"), {
        kind: "refused",
        problem: { code, message: "No.", fields: { doubt: "Too long." }, detail },
      });
    const done = { kind: "done" as const, status: 200, body: held("a", "draft"), version: 1 };
    expect(outcomeOf(put("a", "x"), done)).toMatchObject({ kind: "done", version: 1 });
    expect(refused("invalid")).toMatchObject({
      kind: "refused",
      problem: { message: "No. Too long." },
    });
    expect(refused("stale", { current: held("a", "draft") })).toMatchObject({
      kind: "conflict",
      problem: { current: { id: "a" } },
    });
    expect(refused("duplicate", { id: "b" })).toMatchObject({ problem: { duplicateOf: "b" } });
  });

  test("an action that has happened, and a link that is gone, are done", () => {
    const problem = {
      code: "state",
      message: "",
      fields: {},
      detail: { current: held("a", "approved") },
    };
    const submit: Change = { kind: "submit-annotation", id: "a" };
    expect(outcomeOf(submit, { kind: "refused", problem }).kind).toBe("done");
    const link: Change = { kind: "delete-link", id: "l", from: "a", to: "b" };
    expect(
      outcomeOf(link, { kind: "refused", problem: { ...problem, code: "not-found" } }).kind,
    ).toBe("done");
  });
});

describe("what is said", () => {
  const thread: Change = {
    kind: "put-thread",
    id: "t",
    articleId: "x",
    annotationId: "a",
    isPrivate: false,
    message: { id: "m", body: "Who?", mentions: [] },
  };
  const message = (body: string): Change => ({
    kind: "put-message",
    id: "n",
    threadId: "t",
    body,
    mentions: [],
  });

  test("waits for its annotation and its thread; another wording takes the place of an unsent one", () => {
    const queue = queued(put("a", "x"), thread, message("One"), message("Two"));
    expect(queue.length).toBe(3);
    expect(sendable(queue, new Set(), 4).map(({ change }) => change.kind)).toEqual([
      "put-annotation",
    ]);
    expect(sendable(queue.slice(1), new Set(), 4).map(({ change }) => change.kind)).toEqual([
      "put-thread",
    ]);
    expect(sendable(queue.slice(2), new Set(), 4)[0]?.change).toMatchObject({ body: "Two" });
  });

  test("an edit of a message on its way is made on the version that the answer tells", () => {
    const first = pending("k1", message("One"));
    const sent = { ...first, attempts: 1 };
    const { queue } = enqueue([sent], pending("k2", message("Two")), true);
    expect(queue[1]?.base).toBe("previous");
    const answered = { kind: "done" as const, annotation: null, link: null, version: 1 };
    expect(settle(queue, "k1", answered).queue).toMatchObject([{ base: 1 }]);
  });

  test("stays when the annotation is let go, and goes with its thread", () => {
    const queue = queued(put("a", "x"), thread, message("One"));
    expect(letGo(queue, "a").queue.map(({ change }) => change.kind)).toEqual([
      "put-thread",
      "put-message",
    ]);
    expect(letGo(queue, "t").queue.map(({ change }) => change.kind)).toEqual(["put-annotation"]);
  });
});

function put(id: string, doubt: string): Change {
  const segments = [{ role: "content" as const, start: 0, end: 5, exact: "words" }];
  const content = { tag: "claim" as const, segments, absent: [], attributes: {}, doubt };
  return { kind: "put-annotation", id, articleId: "x", revision: 1, content };
}

function pending(key: string, change: Change): PendingChange {
  return {
    key,
    userId: "me",
    articleId: "x",
    madeAt: 0,
    change,
    base: null,
    attempts: 0,
    status: "waiting",
    problem: null,
    isKept: true,
  };
}

function queued(...changes: Change[]): Queue {
  return changes.reduce<Queue>(
    (queue, change, index) => enqueue(queue, pending(`k${index + 1}`, change), true).queue,
    [],
  );
}

function held(id: string, state: Annotation["state"]): Annotation {
  return {
    id,
    articleId: "x",
    revision: 1,
    tag: "claim",
    segments: [{ role: "content", start: 0, end: 5, exact: "words" }],
    absent: [],
    attributes: {},
    doubt: null,
    state,
    version: 1,
    author: me,
    createdAt: "",
    updatedAt: "",
  };
}
