import { describe, expect, it } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import type { SentDecision } from "./sent-decision.ts";
import {
  neighbour,
  nextWaiting,
  queueReducer,
  shownItems,
  standingOf,
  startQueue,
  type QueueFilter,
  type QueueState,
} from "./queue-state.ts";
import type { QueueItem } from "./review-types.ts";

const ALL: QueueFilter = { authorId: null, tag: null, articleId: null };

function item(id: string, given: Partial<QueueItem> = {}): QueueItem {
  return {
    id,
    articleId: "article",
    revision: 1,
    tag: "claim",
    segments: [],
    absent: [],
    attributes: {},
    doubt: null,
    state: "submitted",
    version: 2,
    author: { id: "lena", name: "Lena Ost" },
    createdAt: "2031-05-03T10:00:00.000Z",
    updatedAt: "2031-05-03T10:00:00.000Z",
    submittedAt: "2031-05-03T10:00:00.000Z",
    articleTitle: "Ministry rejects report",
    ...given,
  };
}

const three = [item("a"), item("b", { tag: "denial" }), item("c")];

function decide(state: QueueState, id: string): QueueState {
  return queueReducer(state, { kind: "decide", id, decision: { kind: "approve" }, filter: ALL });
}

function sent(id: string, decision: SentDecision["decision"] = { kind: "approve" }): SentDecision {
  return {
    key: `${id}-${decision.kind}`,
    tab: "tab",
    item: item(id),
    decision,
    attempts: 1,
    refusal: null,
  };
}

function annotation(id: string, given: Partial<Annotation> = {}): Annotation {
  const { submittedAt: _, articleTitle: __, ...rest } = item(id);
  return { ...rest, ...given };
}

function refusal(code: string, detail: Record<string, unknown> = {}) {
  return { kind: "refused" as const, problem: { code, message: "Taro has.", fields: {}, detail } };
}

describe("the queue", () => {
  it("begins where the address says, or at the one that waits longest", () => {
    expect(startQueue(three, ALL, "b").currentId).toBe("b");
    expect(startQueue(three, ALL, "unknown").currentId).toBe("a");
    expect(startQueue([], ALL, null).currentId).toBeNull();
  });

  it("goes on to the next that waits, and round to the start", () => {
    let state = startQueue(three, ALL, "b");
    state = decide(state, "b");
    expect(state.currentId).toBe("c");
    state = decide(state, "c");
    expect(state.currentId).toBe("a");
    state = decide(state, "a");
    expect(state.currentId).toBeNull();
  });

  it("steps through all of the list, decided or not, and stops at its ends", () => {
    const state = decide(startQueue(three, ALL, "a"), "a");
    expect(neighbour(state, ALL, "previous")).toBe("a");
    expect(neighbour({ ...state, currentId: "a" }, ALL, "previous")).toBeNull();
    expect(neighbour({ ...state, currentId: null }, ALL, "previous")).toBe("c");
  });

  it("keeps to the filter", () => {
    const filter: QueueFilter = { ...ALL, tag: "claim" };
    const state = startQueue(three, filter, null);
    expect(shownItems(state, filter).map(({ id }) => id)).toEqual(["a", "c"]);
    expect(nextWaiting(state, filter, "a")).toBe("c");
  });

  it("says decided only when the server has said so", () => {
    const state = decide(startQueue(three, ALL, "a"), "a");
    expect(standingOf(state, "a").kind).toBe("sending");
    const settled = queueReducer(state, {
      kind: "settled",
      sent: sent("a"),
      answer: { kind: "done", annotation: annotation("a", { state: "approved", version: 3 }) },
    });
    expect(standingOf(settled, "a").kind).toBe("decided");
    expect(settled.items[0]?.version).toBe(3);
  });

  it("gives up an annotation that somebody else has decided", () => {
    const state = queueReducer(decide(startQueue(three, ALL, "a"), "a"), {
      kind: "settled",
      sent: sent("a"),
      answer: refusal("state"),
    });
    expect(standingOf(state, "a")).toEqual({ kind: "gone", why: "Taro has." });
    expect(state.decided).toEqual([]);
  });

  it("lets an annotation wait again that was changed and submitted anew meanwhile", () => {
    const current = annotation("a", { version: 5, doubt: "Is it?" });
    const state = queueReducer(decide(startQueue(three, ALL, "a"), "a"), {
      kind: "settled",
      sent: sent("a"),
      answer: refusal("stale", { current }),
    });
    expect(standingOf(state, "a").kind).toBe("waiting");
    expect(state.items[0]).toMatchObject({ version: 5, doubt: "Is it?" });
  });

  it("lets an annotation wait whose correction was refused, so that it can be mended", () => {
    const state = queueReducer(decide(startQueue(three, ALL, "a"), "a"), {
      kind: "settled",
      sent: sent("a"),
      answer: refusal("duplicate"),
    });
    expect(standingOf(state, "a")).toEqual({
      kind: "waiting",
      note: "Taro has. Your decision was not made.",
    });
  });

  it("goes back to what was undone", () => {
    let state = decide(startQueue(three, ALL, "a"), "a");
    state = queueReducer(state, { kind: "undoing", id: "a" });
    expect(state.decided).toEqual([]);
    state = queueReducer(state, {
      kind: "settled",
      sent: sent("a", { kind: "undo" }),
      answer: { kind: "done", annotation: annotation("a", { version: 4 }) },
    });
    expect(state.currentId).toBe("a");
    expect(standingOf(state, "a").kind).toBe("waiting");
  });

  it("takes what a reload found in the browser as made here, and goes on", () => {
    const state = queueReducer(startQueue(three, ALL, null), {
      kind: "kept",
      isOwn: true,
      sent: sent("a"),
      filter: ALL,
    });
    expect(standingOf(state, "a").kind).toBe("sending");
    expect(state.currentId).toBe("b");
    expect(state.decided).toEqual(["a"]);
  });

  it("stands still for what another tab does, and has no part of it to undo", () => {
    const opened = startQueue(three, ALL, null);
    const made = queueReducer(opened, { kind: "kept", isOwn: false, sent: sent("a"), filter: ALL });
    expect(standingOf(made, "a").kind).toBe("sending");
    expect(made).toMatchObject({ currentId: "a", decided: [] });
    const approved = annotation("a", { state: "approved", version: 3 });
    const done = queueReducer(made, { kind: "elsewhere", sent: sent("a"), annotation: approved });
    expect(standingOf(done, "a").kind).toBe("decided");
    const back = queueReducer(made, {
      kind: "elsewhere",
      sent: sent("a"),
      annotation: annotation("a"),
    });
    expect(standingOf(back, "a").kind).toBe("waiting");
    expect(back.currentId).toBe("a");
  });

  it("shows what was kept over a reload and is not in the list", () => {
    const state = queueReducer(startQueue(three, ALL, null), {
      kind: "settled",
      sent: sent("z"),
      answer: { kind: "done", annotation: annotation("z", { state: "approved" }) },
    });
    expect(state.items[0]?.id).toBe("z");
    expect(standingOf(state, "z").kind).toBe("decided");
  });
});
