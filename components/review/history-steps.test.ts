import { describe, expect, it } from "vitest";
import type { HistoryItem } from "#lib/audit/audit-event.ts";
import { historySteps, stepWords } from "./history-steps.ts";

const lena = { id: "lena", name: "Lena Ost" };
const taro = { id: "taro", name: "Taro Vint" };

function content(exact: string) {
  return {
    tag: "claim",
    segments: [{ role: "content", start: 0, end: exact.length, exact }],
    absent: [],
    attributes: {},
    doubt: null,
  };
}

function item(id: string, type: string, given: Partial<HistoryItem> = {}): HistoryItem {
  return {
    id,
    at: "2031-05-03T10:00:00.000Z",
    actor: lena,
    type,
    before: null,
    after: null,
    why: null,
    ...given,
  };
}

describe("historySteps", () => {
  it("tells several changes in a row by one person as one, from the first to the last", () => {
    const steps = historySteps([
      item("1", "annotation.submitted"),
      item("2", "annotation.changed", { before: content("one"), after: content("one two") }),
      item("3", "annotation.changed", { before: content("one two"), after: content("three") }),
    ]);
    expect(steps.map((step) => [step.type, step.count])).toEqual([
      ["annotation.submitted", 1],
      ["annotation.changed", 2],
    ]);
    expect(steps[1]?.before?.segments[0]?.exact).toBe("one");
    expect(steps[1]?.after?.segments[0]?.exact).toBe("three");
    expect(stepWords({ type: "annotation.changed", count: 2 })).toBe("changed it, 2 times");
  });

  it("counts what its author changed right after marking it as the marking", () => {
    const steps = historySteps([
      item("1", "annotation.created", { after: content("one") }),
      item("2", "annotation.changed", { before: content("one"), after: content("two") }),
      item("3", "annotation.submitted"),
    ]);
    expect(steps.map((step) => step.type)).toEqual(["annotation.created", "annotation.submitted"]);
    expect(steps[0]?.after?.segments[0]?.exact).toBe("two");
  });

  it("keeps apart what two people changed", () => {
    const steps = historySteps([
      item("1", "annotation.changed", { before: content("a"), after: content("b") }),
      item("2", "annotation.changed", { actor: taro, before: content("b"), after: content("c") }),
    ]);
    expect(steps).toHaveLength(2);
  });

  it("knows no content in a step from one state to another", () => {
    const [step] = historySteps([
      item("1", "annotation.rejected", { after: { state: "rejected", version: 3 }, why: "other" }),
    ]);
    expect(step).toMatchObject({ before: null, after: null, why: "other" });
  });
});
