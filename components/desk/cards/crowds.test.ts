import { expect, test } from "vitest";
import { crowds } from "./crowds.ts";

const card = (id: string, anchor: number, height = 120) => ({ id, anchor, height });

test("cards that stand near their words are open", () => {
  expect(crowds([card("a", 0), card("b", 40), card("c", 400)], 8).size).toBe(0);
});

test("a run of cards that pushes one far away is folded whole, and its neighbours are not", () => {
  const crowd = ["b", "c", "d", "e", "f"].map((id, at) => card(id, 1000 + at * 10));
  const folded = crowds([card("a", 0), ...crowd, card("g", 5000)], 8);
  expect([...folded].toSorted()).toEqual(["b", "c", "d", "e", "f"]);
});

test("nothing is folded where there is nothing", () => {
  expect(crowds([], 8).size).toBe(0);
});
