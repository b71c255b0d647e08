import { describe, expect, test } from "vitest";
import { laneAt, planOne, planPaint, type Mark } from "./paint-plan.ts";
import { attribution, claim, denial } from "./testing/three-marks.ts";

const all = [attribution, denial, claim];

/** What is painted, segment by segment. */
function strokesOf(marks: readonly Mark[]) {
  const plan = planPaint(marks);
  return marks.flatMap((mark, at) =>
    mark.segments.map(({ start, end }, segment) => ({
      start,
      end,
      lane: laneAt(plan[at] ?? "", segment),
    })),
  );
}

describe("planning the paint", () => {
  test("no two strokes in one lane share words", () => {
    const strokes = strokesOf(all);
    expect(strokes).toHaveLength(5);
    for (const one of strokes) {
      for (const other of strokes) {
        if (one === other || one.lane !== other.lane) continue;
        expect(one.end <= other.start || other.end <= one.start).toBe(true);
      }
    }
  });

  test("a single new mark takes the first free lane of each of its segments", () => {
    const marks = [attribution, denial];
    const plan = planPaint(marks);
    expect(planOne(claim, marks, plan)).toBe("2");
    expect(planOne({ ...claim, tag: "denial" }, marks, plan)).toBe("2");
    expect(planOne(claim, marks, [plan[0] ?? "", ""])).toBe("0");
  });

  test("marks of one kind on exactly the same words have one line together", () => {
    const another = { ...attribution, id: "another" };
    const plan = planPaint([attribution, denial, another, claim, { ...claim, id: "again" }]);
    expect(plan[2]).toBe(plan[0]);
    expect(plan[4]).toBe(plan[3]);
    const marks = [attribution, denial];
    const lanes = planPaint(marks);
    expect(planOne(another, marks, lanes)).toBe(lanes[0]);
    expect(planOne({ ...denial, id: "again" }, marks, lanes)).toBe(lanes[1]);
  });

  test("more marks on the same words than lanes share the last one", () => {
    const marks = Array.from({ length: 6 }, (_, index): Mark => ({
      ...{ id: `claim ${index}`, tag: "claim" },
      segments: [{ role: "content", start: 20 + index, end: 30 }],
    }));
    expect(planPaint(marks)).toEqual(["0", "1", "2", "3", "3", "3"]);
  });
});
