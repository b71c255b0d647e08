import { describe, expect, it } from "vitest";
import { changeAnnotation } from "./change-annotation.ts";
import { ANNOTATION_STATES, type AnnotationState, type StoredAnnotation } from "./model.ts";

const stored = (state: AnnotationState): StoredAnnotation => ({
  id: "a",
  projectId: "p",
  articleId: "article",
  revisionId: "r",
  revision: 1,
  tag: "claim",
  segments: [{ role: "content", start: 0, end: 4, exact: "late" }],
  absent: [],
  attributes: {},
  doubt: null,
  state,
  version: 3,
  author: { id: "me", name: "Me" },
  createdAt: "",
  updatedAt: "",
});

const sent = (end: number, articleId = "article") => ({
  articleId,
  content: {
    ...stored("draft"),
    segments: [{ role: "content" as const, start: 0, end, sentAt: 0 }],
  },
});
const SAME = sent(4);
const OTHER = sent(3);
const me = (expected: number | null) => ({ userId: "me", expected });

describe("changeAnnotation", () => {
  it("creates what is not there, whatever version is named", () => {
    expect(changeAnnotation(null, OTHER, me(null))).toEqual({ kind: "create" });
    expect(changeAnnotation(null, OTHER, me(4))).toEqual({ kind: "create" });
  });

  it("lets nobody but the author write, not even the same", () => {
    for (const state of ANNOTATION_STATES) {
      expect(changeAnnotation(stored(state), SAME, { userId: "you", expected: 3 })).toEqual({
        kind: "not-yours",
      });
    }
  });

  it("keeps an annotation in its article", () => {
    expect(changeAnnotation(stored("draft"), sent(4, "elsewhere"), me(3))).toEqual({
      kind: "other-article",
    });
  });

  it("leaves equal content alone, whatever version is named, but brings a withdrawn one back", () => {
    for (const state of ANNOTATION_STATES.filter((one) => one !== "withdrawn")) {
      for (const expected of [null, 1, 3]) {
        expect(changeAnnotation(stored(state), SAME, me(expected))).toEqual({ kind: "unchanged" });
      }
    }
    expect(changeAnnotation(stored("withdrawn"), SAME, me(3))).toEqual({
      kind: "change",
      state: "draft",
    });
    expect(changeAnnotation(stored("withdrawn"), SAME, me(null))).toEqual({
      kind: "version-needed",
    });
  });

  it("takes equal content on another revision for a change", () => {
    expect(changeAnnotation(stored("draft"), { ...SAME, revision: 1 }, me(null))).toEqual({
      kind: "unchanged",
    });
    expect(changeAnnotation(stored("draft"), { ...SAME, revision: 2 }, me(3))).toEqual({
      kind: "change",
      state: "draft",
    });
  });

  it("wants the version that is changed, and the right one", () => {
    expect(changeAnnotation(stored("draft"), OTHER, me(null))).toEqual({ kind: "version-needed" });
    expect(changeAnnotation(stored("draft"), OTHER, me(2))).toEqual({ kind: "stale" });
    expect(changeAnnotation(stored("draft"), OTHER, me(3))).toEqual({
      kind: "change",
      state: "draft",
    });
  });

  it("says where the change leaves it", () => {
    const after = (state: AnnotationState) => changeAnnotation(stored(state), OTHER, me(3));
    expect(after("rejected")).toEqual({ kind: "change", state: "rejected" });
    expect(after("submitted")).toEqual({ kind: "change", state: "draft" });
    expect(after("withdrawn")).toEqual({ kind: "change", state: "draft" });
    expect(after("approved")).toEqual({ kind: "wrong-state" });
  });
});
