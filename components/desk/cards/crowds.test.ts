import { expect, test } from "vitest";
import { crowds } from "./crowds.ts";

const cards = (...anchors: number[]) => ({ anchors, heights: anchors.map(() => 120) });

test("cards that stand near their words are open", () => {
  expect(crowds(cards(0, 40, 400), 8)).toEqual([false, false, false]);
});

test("a run of cards that pushes one far away is folded whole, and its neighbours are not", () => {
  expect(crowds(cards(0, 1000, 1010, 1020, 1030, 1040, 1050, 5000), 8)).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
    true,
    false,
  ]);
});

test("nothing is folded where there is nothing", () => {
  expect(crowds(cards(), 8)).toEqual([]);
});
