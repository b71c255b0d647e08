import { describe, expect, it } from "vitest";
import { WORK_STATES, type WorkState } from "./model.ts";
import { followWork, type WorkStep } from "./work-steps.ts";

describe("followWork", () => {
  const table: Record<WorkState, Record<WorkStep, ReturnType<typeof followWork>>> = {
    "not-begun": { begun: "begun", finished: "finished", reopened: null },
    begun: { begun: "done", finished: "finished", reopened: null },
    finished: { begun: null, finished: "done", reopened: "reopened" },
    reopened: { begun: "done", finished: "finished", reopened: "done" },
  };
  for (const from of WORK_STATES) {
    for (const step of ["begun", "finished", "reopened"] as const) {
      it(`${from} → ${step}: ${table[from][step] ?? "refused"}`, () => {
        expect(followWork(from, step)).toBe(table[from][step]);
      });
    }
  }
});
