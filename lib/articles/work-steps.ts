import type { WorkState } from "./model.ts";

/** What a person can say of their work on an article. Nobody goes back to not having begun. */
export type WorkStep = Exclude<WorkState, "not-begun">;

/** From which states work goes to which. Finishing needs no beginning: there may be nothing to mark. */
const STEPS = {
  begun: ["not-begun"],
  finished: ["not-begun", "begun", "reopened"],
  reopened: ["finished"],
} as const satisfies Record<WorkStep, readonly WorkState[]>;

/**
 * The state after a step; "done" when the work is there already (work that was reopened has begun),
 * null when the step cannot be taken from this state.
 */
export function followWork(from: WorkState, step: WorkStep): WorkStep | "done" | null {
  if (from === step || (step === "begun" && from === "reopened")) return "done";
  const origins: readonly WorkState[] = STEPS[step];
  return origins.includes(from) ? step : null;
}
