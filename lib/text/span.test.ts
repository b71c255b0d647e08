import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, hasInk, hasOverlap, intersection, overlaps, span, subtract } from "./span.ts";
import type { Span } from "./span.ts";

const anySpan = fc
  .tuple(fc.nat(40), fc.nat(40))
  .map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));

/** The slow truth: a span as the set of its characters. */
function characters(...spans: Span[]): Set<number> {
  const set = new Set<number>();
  for (const { start, end } of spans) for (let at: number = start; at < end; at++) set.add(at);
  return set;
}

describe("span arithmetic", () => {
  it("agrees with sets of characters", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const inB = characters(b);
        const both = [...characters(a)].filter((each) => inB.has(each));
        expect(overlaps(a, b)).toBe(both.length > 0);
        const shared = intersection(a, b);
        expect(shared ? [...characters(shared)] : []).toEqual(both);
        if (contains(a, b)) expect(both).toHaveLength(inB.size);
      }),
    );
  });

  it("subtracts any number of holes and leaves no empty or overlapping pieces", () => {
    fc.assert(
      fc.property(anySpan, fc.array(anySpan, { maxLength: 6 }), (from, holes) => {
        const left = subtract(from, holes);
        const removed = characters(...holes);
        expect([...characters(...left)]).toEqual(
          [...characters(from)].filter((each) => !removed.has(each)),
        );
        expect(hasOverlap(left)).toBe(false);
        expect(left.every((each) => each.start < each.end)).toBe(true);
      }),
    );
  });

  it("finds overlap among several", () => {
    expect(hasOverlap([span(5, 8), span(0, 5)])).toBe(false);
    expect(hasOverlap([span(0, 9), span(2, 3), span(10, 11)])).toBe(true);
  });

  it("knows ink from white space", () => {
    expect(hasInk("a \n\u00a0\u0085 😊", span(1, 6))).toBe(false);
    expect(hasInk("a \n\u00a0\u0085 😊", span(1, 7))).toBe(true);
    expect(hasInk("abc", span(1, 1))).toBe(false);
    expect(() => hasInk("abc", span(1, 4))).toThrow(RangeError);
  });

  it("refuses a span that ends before it starts", () => {
    expect(() => span(3, 2)).toThrow(RangeError);
    expect(() => span(-1, 2)).toThrow(RangeError);
  });
});
