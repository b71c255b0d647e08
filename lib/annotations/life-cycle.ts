import { DomainError } from "#lib/errors.ts";
import type { AnnotationState } from "./model.ts";

/** What can be done to an annotation besides writing its content. */
export const ANNOTATION_ACTIONS = [
  "submit",
  "recall",
  "withdraw",
  "approve",
  "reject",
  "reopen",
  "undo-review",
] as const;
export type AnnotationAction = (typeof ANNOTATION_ACTIONS)[number];

/** From which states an action leads to which. What is not in this table cannot happen. */
export const LIFE_CYCLE = {
  submit: { from: ["draft", "rejected"], to: "submitted" },
  recall: { from: ["submitted"], to: "draft" },
  withdraw: { from: ["draft", "submitted", "rejected"], to: "withdrawn" },
  approve: { from: ["submitted"], to: "approved" },
  reject: { from: ["submitted"], to: "rejected" },
  reopen: { from: ["approved"], to: "submitted" },
  "undo-review": { from: ["approved", "rejected"], to: "submitted" },
} as const satisfies Record<
  AnnotationAction,
  { from: readonly AnnotationState[]; to: AnnotationState }
>;

/** The state in which writing new content leaves an annotation; null where it cannot be written. */
export const STATE_AFTER_WRITING = {
  draft: "draft",
  rejected: "rejected",
  submitted: "draft",
  withdrawn: "draft",
  approved: null,
} as const satisfies Record<AnnotationState, AnnotationState | null>;

/**
 * Where an action leads from a state: the new state, "done" when that is where it already is (a
 * repeated request), or null when it cannot be done.
 */
export function follow(
  action: AnnotationAction,
  state: AnnotationState,
): AnnotationState | "done" | null {
  const { from, to } = LIFE_CYCLE[action];
  if (state === to) return "done";
  const origins: readonly AnnotationState[] = from;
  return origins.includes(state) ? to : null;
}

/** Why an action is refused in a state, and what would help. */
export function wrongState(
  action: AnnotationAction | "write",
  state: AnnotationState,
): DomainError {
  const help = HELP[state];
  return new DomainError(
    "state",
    `This annotation is ${state}: ${WANTED[action]}${help ? ` ${help}` : ""}`,
    {
      detail: { state },
    },
  );
}

const WANTED = {
  write: "it cannot be changed now.",
  submit: "only a draft or a rejected one can be submitted.",
  recall: "only a submitted one can be recalled.",
  withdraw: "it cannot be withdrawn now.",
  approve: "only a submitted one can be approved.",
  reject: "only a submitted one can be rejected.",
  reopen: "only an approved one can be reopened.",
  "undo-review": "there is no decision to take back.",
} as const satisfies Record<AnnotationAction | "write", string>;

const HELP: Partial<Record<AnnotationState, string>> = {
  approved: "A reviewer can reopen it first.",
  withdrawn: "Its author can bring it back first.",
};
