import { describe, expect, it } from "vitest";
import {
  ANNOTATION_ACTIONS,
  follow,
  STATE_AFTER_WRITING,
  wrongState,
  type AnnotationAction,
} from "./life-cycle.ts";
import { ANNOTATION_STATES, type AnnotationState } from "./model.ts";

type Row = Record<AnnotationState, ReturnType<typeof follow>>;

/** The whole table once more, by hand: a change of the life cycle is a change here as well. */
const EXPECTED: Record<AnnotationAction, Row> = {
  submit: {
    draft: "submitted",
    submitted: "done",
    approved: null,
    rejected: "submitted",
    withdrawn: null,
  },
  recall: { draft: "done", submitted: "draft", approved: null, rejected: null, withdrawn: null },
  withdraw: {
    draft: "withdrawn",
    submitted: "withdrawn",
    approved: null,
    rejected: "withdrawn",
    withdrawn: "done",
  },
  approve: {
    draft: null,
    submitted: "approved",
    approved: "done",
    rejected: null,
    withdrawn: null,
  },
  reject: { draft: null, submitted: "rejected", approved: null, rejected: "done", withdrawn: null },
  reopen: {
    draft: null,
    submitted: "done",
    approved: "submitted",
    rejected: null,
    withdrawn: null,
  },
  "undo-review": {
    draft: null,
    submitted: "done",
    approved: "submitted",
    rejected: "submitted",
    withdrawn: null,
  },
};

describe("the life of an annotation", () => {
  for (const action of ANNOTATION_ACTIONS) {
    for (const state of ANNOTATION_STATES) {
      it(`${action} on ${state}: ${EXPECTED[action][state] ?? "refused"}`, () => {
        expect(follow(action, state)).toBe(EXPECTED[action][state]);
      });
    }
  }

  it("is written in every state but approved, and a submitted or withdrawn one becomes draft", () => {
    expect(STATE_AFTER_WRITING).toEqual({
      draft: "draft",
      rejected: "rejected",
      submitted: "draft",
      withdrawn: "draft",
      approved: null,
    });
  });

  it("names the state in every refusal", () => {
    for (const action of [...ANNOTATION_ACTIONS, "write"] as const) {
      for (const state of ANNOTATION_STATES) {
        const refusal = wrongState(action, state);
        expect(refusal.code).toBe("state");
        expect(refusal.message).toContain(state);
        expect(refusal.detail).toEqual({ state });
      }
    }
  });
});
