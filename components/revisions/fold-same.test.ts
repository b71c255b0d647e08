import { expect, it } from "vitest";
import type { DrawnRow } from "./drawn-difference.ts";
import { foldSame } from "./fold-same.ts";

function rows(kinds: string): DrawnRow[] {
  return [...kinds].map((kind, start) => ({
    kind: kind === "." ? "same" : "changed",
    before: [],
    after: [],
    isMoved: false,
    start,
  }));
}

it.each([
  ["......", "(......)"],
  ["....x....", "(...).x.(...)"],
  ["x..x", "x..x"],
  ["x....x", "x. .. .x"],
  ["..x", ". .x"],
])("folds %s as %s", (kinds, expected) => {
  const drawn = foldSame(rows(kinds)).map((stretch) => {
    const inside = stretch.rows.map(({ kind }) => (kind === "same" ? "." : "x")).join("");
    return stretch.isFolded ? `(${inside})` : inside;
  });
  const close = (text: string) => text.replaceAll(" ", "");
  expect(close(drawn.join(""))).toBe(close(expected));
});
