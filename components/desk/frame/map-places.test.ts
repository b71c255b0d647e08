import { expect, test } from "vitest";
import { shareAt } from "./map-places.ts";

/* A title, a fold that hides nine tenths of the characters in a line, and a paragraph below it. */
const places = { starts: [0, 100, 1000], shares: [0, 0.3, 0.4], length: 1100 };

test.each([
  [0, 0],
  [50, 0.15],
  [100, 0.3],
  [999, 0.4],
  [1000, 0.4],
  [1050, 0.7],
  [1100, 1],
])("character %i of a text with a long fold is drawn at %f of its height", (offset, share) => {
  expect(shareAt(places, offset)).toBeCloseTo(share, 2);
});

test("a text without blocks has its marks at the top", () => {
  expect(shareAt({ starts: [], shares: [], length: 10 }, 5)).toBe(0);
});
