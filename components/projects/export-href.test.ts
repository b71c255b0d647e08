import { expect, it } from "vitest";
import { EXPORTED_STATES } from "#lib/exchange/model.ts";
import { exportHref, USUAL_STATES } from "./export-href.ts";

it("means the same states as an export that names none", () => {
  expect(USUAL_STATES.toSorted()).toEqual(EXPORTED_STATES.toSorted());
  const choice = { format: "jsonl", states: USUAL_STATES.toReversed(), articleIds: null } as const;
  expect(exportHref("p", choice)).toBe("/api/v1/projects/p/export?format=jsonl");
});

it("names states and articles when they are chosen", () => {
  const choice = {
    format: "csv",
    states: ["approved", "withdrawn"],
    articleIds: ["a", "b"],
  } as const;
  expect(exportHref("p", choice)).toBe(
    "/api/v1/projects/p/export?format=csv&state=approved,withdrawn&article=a,b",
  );
});
