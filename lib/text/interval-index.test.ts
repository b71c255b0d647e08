import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { intervalIndex } from "./interval-index.ts";

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 40 },
);

describe("intervalIndex", () => {
  it("finds what a walk over all items finds, in reading order", () => {
    fc.assert(
      fc.property(spans, fc.nat(80), fc.nat(80), (all, a, b) => {
        const index = intervalIndex(all);
        const ordered = all.toSorted((x, y) => x.start - y.start || y.end - x.end);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(index.intersecting(start, end)).toEqual(
          start < end ? ordered.filter((each) => each.start < end && each.end > start) : [],
        );
        expect(index.covering(a)).toEqual(
          ordered.filter((each) => each.start <= a && a < each.end),
        );
      }),
    );
  });

  it("answers a hundred thousand questions about 5,000 items in a moment", () => {
    const index = intervalIndex(
      Array.from({ length: 5_000 }, (_, at) => ({ start: at * 20, end: at * 20 + 50 })),
    );
    const began = performance.now();
    for (let at = 0; at < 100_000; at++) index.covering(at);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
