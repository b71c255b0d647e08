import { describe, expect, test } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import { saveStateOf, saveSummary } from "../cards/save-state.ts";
import type { DeskData } from "../desk-data.ts";
import type { Change, PendingChange } from "../outbox/change.ts";
import { DESK_DATA } from "../testing/desk-data.ts";
import { initialState } from "./desk-state.ts";
import { heldFrom, takeAnswer } from "./held.ts";
import { lay, touchedBetween } from "./lay.ts";

const { me } = DESK_DATA;

describe("what the desk shows", () => {
  test("a change is seen at once, stays when it is saved, and goes when it is let go", () => {
    const data = deskData();
    const held = heldFrom(data);
    const queue = [pending(put("new", 20))];
    const shown = {
      ...initialState(data),
      ...lay(initialState(data), held, queue, touchedBetween([], queue), data),
    };
    expect(shown.order.map(({ id }) => id)).toEqual(["a", "new", "b"]);
    expect(saveStateOf(shown.pending.get("new"), "open").kind).toBe("saving");

    takeAnswer(held, pending(put("new", 20)), done("new", 1), data);
    const saved = { ...shown, ...lay(shown, held, [], touchedBetween(queue, []), data) };
    expect(saved.annotations.get("new")?.version).toBe(1);
    expect(saved.order.map(({ id }) => id)).toEqual(["a", "new", "b"]);
    // The same words keep the same segments, so that nothing is painted anew.
    expect(saved.annotations.get("new")?.segments).toBe(shown.annotations.get("new")?.segments);

    const other = { ...shown, ...lay(shown, heldFrom(data), [], touchedBetween(queue, []), data) };
    expect(other.order.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  test("a withdrawn annotation leaves the order, and a change of another article is not shown", () => {
    const data = deskData();
    const state = initialState(data);
    const queue = [
      pending({ kind: "withdraw-annotation", id: "a" }),
      pending(put("far", 1, "elsewhere")),
    ];
    const shown = lay(state, heldFrom(data), queue, touchedBetween([], queue), data);
    expect(shown.order?.map(({ id }) => id)).toEqual(["b"]);
    expect(shown.annotations?.has("far")).toBe(false);
  });

  test("a restored block is seen before the server has it", () => {
    const data = deskData();
    const change: Change = {
      kind: "correct-block",
      articleId: "x",
      revision: 1,
      index: 0,
      boilerplate: "teaser",
    };
    const shown = lay(initialState(data), heldFrom(data), [pending(change)], new Set(), data);
    expect(shown.article?.blocks[0]?.boilerplate).toBe("teaser");
  });
});

describe("evidence on its way", () => {
  const note = (words: string): Change => ({
    kind: "put-evidence",
    id: "e",
    articleTitle: "",
    input: {
      kind: "note",
      annotationId: "a",
      stance: "supports",
      reason: "",
      confidential: false,
      viewers: [],
      note: words,
    },
  });

  test("is seen at once, and an answer takes back no news that came before it", () => {
    const data = deskData();
    const held = heldFrom(data);
    const queue = [pending(note("First."))];
    const shown = lay(initialState(data), held, queue, touchedBetween([], queue), data);
    expect(shown.evidence?.get("e")).toMatchObject({ note: "First.", version: 1 });

    takeAnswer(held, pending(note("First.")), done("e", 1), data);
    expect(held.evidence.get("e")).toMatchObject({ note: "First.", version: 1 });
    const later = held.evidence.get("e");
    if (!later) throw new Error("It is not held.");
    held.evidence.set("e", { ...later, version: 3 });
    takeAnswer(held, pending(note("Second.")), done("e", 2), data);
    expect(held.evidence.get("e")).toMatchObject({ note: "First.", version: 3 });
  });

  test("of another article is not shown here", () => {
    const data = deskData();
    const held = heldFrom(data);
    const far = { ...pending(note("First.")), articleId: "elsewhere" };
    expect(lay(initialState(data), held, [far], new Set(["e"]), data).evidence).toBeUndefined();
    takeAnswer(held, far, done("e", 1), data);
    expect(held.evidence.size).toBe(0);
  });
});

describe("the foot", () => {
  const base = { connection: "open", isStorageBroken: false, isReady: true } as const;

  test("says saved only when nothing is on its way", () => {
    expect(saveSummary({ ...base, queue: [] }).text).toBe("All saved");
    expect(saveSummary({ ...base, queue: [pending(put("a", 1))] }).kind).toBe("saving");
    expect(saveSummary({ ...base, isReady: false, queue: [] }).text).toBe("Opening …");
  });

  test("says what is kept when the connection is gone", () => {
    const queue = [pending(put("a", 1)), pending(put("b", 1)), pending(put("c", 1))];
    expect(saveSummary({ ...base, connection: "lost", queue }).text).toBe(
      "The connection is gone. Your 3 changes are kept here and will be sent.",
    );
  });
});

function deskData(): DeskData {
  return { ...DESK_DATA, annotations: [annotation("a", 10), annotation("b", 40)] };
}

function annotation(id: string, start: number): Annotation {
  return {
    ...content(start),
    id,
    articleId: "x",
    revision: 1,
    state: "draft",
    version: 1,
    author: me,
    createdAt: "",
    updatedAt: "",
  };
}

function content(start: number) {
  const segments = [{ role: "content" as const, start, end: start + 5, exact: "xxxxx" }];
  return { tag: "claim" as const, segments, absent: [], attributes: {}, doubt: null };
}

function put(id: string, start: number, articleId = "x"): Change {
  return { kind: "put-annotation", id, articleId, revision: 1, content: content(start) };
}

function pending(change: Change): PendingChange {
  return {
    key: JSON.stringify(change),
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

function done(id: string, version: number) {
  return { kind: "done" as const, annotation: annotation(id, 20), link: null, version };
}
