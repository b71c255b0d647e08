import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignLanes } from "./lanes.ts";

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 40 },
);

describe("assignLanes", () => {
  it("keeps overlapping spans apart with as few lanes as the deepest place needs", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const lanes = assignLanes(all);
        let deepest = 0;
        for (let at = 0; at < 80; at++) {
          const here = all.flatMap((each, index) =>
            each.start <= at && at < each.end ? [lanes[index]] : [],
          );
          expect(new Set(here).size).toBe(here.length);
          deepest = Math.max(deepest, here.length);
        }
        expect(Math.max(-1, ...lanes) + 1).toBe(deepest);
      }),
    );
  });

  it("gives the lowest lane to what begins first, the longer one before the shorter", () => {
    expect(
      assignLanes([
        { start: 0, end: 3 },
        { start: 0, end: 9 },
        { start: 4, end: 5 },
      ]),
    ).toEqual([1, 0, 1]);
  });
});
