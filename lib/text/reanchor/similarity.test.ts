import fc from "fast-check";
import { expect, it } from "vitest";
import { similarity } from "./similarity.ts";

/** The slow truth: the textbook table. */
function slowly(a: string, b: string): number {
  const [one, other] = [Array.from(a), Array.from(b)];
  let row = other.map((_, n) => n + 1);
  row.unshift(0);
  for (const [i, x] of one.entries()) {
    const next = [i + 1];
    for (const [j, y] of other.entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (x === y ? 0 : 1)),
      );
    row = next;
  }
  const longest = Math.max(one.length, other.length);
  return longest === 0 ? 1 : 1 - (row.at(-1) ?? 0) / longest;
}

it("is the edit distance in code points, also beyond 32 of them", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "😀"), maxLength: 150 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(similarity(a, b)).toBeCloseTo(slowly(a, b), 10);
    }),
  );
});

it("is 1 for equal strings and 0 for wholly different ones", () => {
  expect(similarity("“a”", "“a”")).toBe(1);
  expect(similarity("", "")).toBe(1);
  expect(similarity("abc", "xyz")).toBe(0);
  expect(similarity("kitten", "sitting")).toBeCloseTo(1 - 3 / 7);
});
