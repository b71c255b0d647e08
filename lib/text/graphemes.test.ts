import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  nextGrapheme,
  previousGrapheme,
  snapSpanToGraphemes,
  snapToGraphemes,
  trimRange,
} from "./graphemes.ts";
import type { Utf16Range } from "./offsets.ts";
import { utf16 } from "./offsets.ts";
import { span } from "./span.ts";

const anyText = fc
  .array(fc.constantFrom("a", " ", "\n", "e\u0301\u0323", "😊", "🧔🏾‍♂️", "🇩🇪", "ش", "中", "각"))
  .map((parts) => parts.join(""));

function range(start: number, end: number): Utf16Range {
  return { start: utf16(start), end: utf16(end) };
}

describe("snapToGraphemes", () => {
  it("agrees with segmenting the whole text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(80), fc.nat(80), (text, a, b) => {
        const start = Math.min(a, b, text.length);
        const end = Math.min(Math.max(a, b), text.length);
        const bounds = [...new Intl.Segmenter("en").segment(text)].map((each) => each.index);
        bounds.push(text.length);
        const snapped = snapToGraphemes(text, range(start, end));
        expect(snapped.start).toBe(bounds.findLast((each) => each <= start));
        if (start < end) expect(snapped.end).toBe(bounds.find((each) => each >= end));
      }),
    );
  });

  it("takes the whole of a joined emoji, in code points too", () => {
    const text = "A 🧔🏾‍♂️ spoke";
    expect(snapToGraphemes(text, range(4, 5))).toEqual(range(2, 9));
    expect(snapSpanToGraphemes(text, span(3, 4))).toEqual(span(2, 7));
  });

  it("stays fast in one line of a million characters", () => {
    const text = "中".repeat(1_000_000);
    const began = performance.now();
    for (let at = 0; at < 2_000; at++) snapToGraphemes(text, range(at * 400, at * 400 + 7));
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("caret steps", () => {
  it("go there and back over every cluster", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stops = [utf16(0)];
        for (let at = utf16(0); at < text.length; stops.push(at)) at = nextGrapheme(text, at);
        expect(stops.at(-1)).toBe(text.length);
        for (let at = stops.length - 1; at > 0; at--) {
          expect(previousGrapheme(text, stops[at] ?? utf16(0))).toBe(stops[at - 1]);
        }
      }),
    );
  });
});

describe("trimRange", () => {
  it("drops white space at the ends only", () => {
    expect(trimRange("  a b\n", range(0, 6))).toEqual(range(2, 5));
    expect(trimRange(" \n\t", range(0, 3))).toBeNull();
  });
});
