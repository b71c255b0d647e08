import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFolded, foldText } from "./fold-text.ts";

function words(text: string, query: string): string[] {
  return findFolded(foldText(text), query, 100).map(({ start, end }) => text.slice(start, end));
}

describe("searching a text", () => {
  it("minds neither case nor accents, on either side", () => {
    expect(words("Café, CAFE and cafe\u0301!", "café")).toEqual(["Café", "CAFE", "cafe\u0301"]);
    expect(words("Zdeněk Åström", "astrom")).toEqual(["Åström"]);
  });

  it("takes accents with the letter that they stand on, also the last", () => {
    expect(words("q\u0307x q\u0307", "q")).toEqual(["q\u0307", "q\u0307"]);
  });

  it("takes quotation marks, dashes and white space of any kind for one another", () => {
    expect(words("‘arms dealings’", "'arms dealings'")).toEqual(["‘arms dealings’"]);
    expect(words("one –\n\n two", "one - two")).toEqual(["one –\n\n two"]);
  });

  it("counts beside emoji and knows letters of other scripts", () => {
    expect(words("😀 МОСКВА 😀", "москва")).toEqual(["МОСКВА"]);
    expect(words("אמר השר", "השר")).toEqual(["השר"]);
    expect(words("한국 대통령", "한국")).toEqual(["한국"]);
  });

  it("finds nothing for nothing, and signs of patterns only as themselves", () => {
    expect(words("50 % of them", " ")).toEqual([]);
    expect(words("50 % of_them", "%")).toEqual(["%"]);
    expect(words("50 % of them", "f_t")).toEqual([]);
  });

  it("goes on from a place, and stops at the limit", () => {
    const text = foldText("a b a b a");
    expect(findFolded(text, "a", 2)).toEqual([
      { start: 0, end: 1 },
      { start: 4, end: 5 },
    ]);
    expect(findFolded(text, "a", 2, 1)).toEqual([
      { start: 4, end: 5 },
      { start: 8, end: 9 },
    ]);
  });

  it("finds any stretch of any text at its own place", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", minLength: 1 }).filter((text) => !text.includes("\u0000")),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const start = a % text.length;
          const query = text.slice(start, start + 1 + (b % 10)).toWellFormed();
          const found = findFolded(foldText(text), query, 1_000);
          for (const place of found) {
            expect(foldText(text.slice(place.start, place.end)).folded.trim()).toBe(
              foldText(query.trim()).folded.trim(),
            );
          }
        },
      ),
    );
  });

  it("folds ten million characters in seconds at the very worst", () => {
    const text = "The ministry denied it. Ünïcödé ’tis. ".repeat(260_000);
    const started = performance.now();
    expect(findFolded(foldText(text), "no such words anywhere", 10)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
