import { describe, expect, test } from "vitest";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Change } from "../outbox/change.ts";
import { changedSince, leftBehind, type Standing } from "./left-behind.ts";
import { doneAgain, rowsBetween, stepsFrom, taken, undone, type Step, type Steps } from "./step.ts";

const NONE: Steps = { undo: [], redo: [] };

function step(key: string): Step {
  return { key, label: key, changes: [], inverse: [], left: {} };
}

function kept(history: readonly Steps[]): Steps {
  const rows = new Map<string, ReturnType<typeof rowsBetween>["put"][number]>();
  history.slice(1).forEach((now, index) => {
    const { put, remove } = rowsBetween(history[index] ?? NONE, now);
    for (const key of remove) rows.delete(key);
    for (const row of put) rows.set(row.step.key, row);
  });
  return stepsFrom([...rows.values()]);
}

describe("steps", () => {
  test("come back from the browser's database in their order, undone ones too", () => {
    const first = taken(NONE, step("1"));
    const second = taken(first, step("2"));
    const third = taken(second, step("3"));
    const back = undone(third, step("3"));
    const further = undone(back, step("2"));
    expect(kept([NONE, first, second, third, back, further])).toEqual(further);
    expect(further.redo.at(-1)?.key).toBe("2");
    const again = doneAgain(further, step("2"));
    expect(kept([NONE, first, second, third, back, further, again])).toEqual(again);
    const other = taken(again, step("4"));
    expect(kept([NONE, first, second, third, back, further, again, other])).toEqual(other);
    expect(other).toEqual({ undo: [step("1"), step("2"), step("4")], redo: [] });
  });
});

describe("what a step left", () => {
  const annotation: Annotation = {
    id: "a",
    tag: "claim",
    segments: [
      { role: "content", start: 9, end: 12, exact: "one" },
      { role: "content", start: 1, end: 3, exact: "on" },
    ],
    absent: [],
    attributes: { kind: "event", worthChecking: "yes" },
    doubt: null,
    articleId: "article",
    revision: 1,
    state: "draft",
    version: 0,
    author: { id: "me", name: "Lena" },
    createdAt: "",
    updatedAt: "",
  };
  const changes: Change[] = [{ kind: "submit-annotation", id: "a" }];
  const standing = (now: Annotation | null): Standing => ({
    annotation: () => now,
    link: () => null,
    boilerplate: () => null,
    work: () => "begun",
    thread: () => null,
    evidence: () => null,
    isMe: () => true,
  });
  const left = leftBehind(changes, standing(annotation));

  test("is what the server says in another order", () => {
    const answered = {
      ...annotation,
      version: 3,
      segments: annotation.segments.toReversed(),
      attributes: { worthChecking: "yes" as const, kind: "event" as const },
    };
    expect(changedSince(left, changes, standing(answered))).toBeNull();
  });

  test("is not what somebody has gone on from", () => {
    for (const now of [
      { ...annotation, state: "approved" as const },
      { ...annotation, doubt: "Is it?" },
      { ...annotation, tag: "denial" as const },
      null,
    ]) {
      expect(changedSince(left, changes, standing(now))).toEqual(changes[0]);
    }
  });
});
