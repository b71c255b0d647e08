import { expect, it } from "vitest";
import { aboutWords } from "./about-words.ts";

it.each([
  [1, "1"],
  [40, "7"],
  [260, "43"],
  [5_537, "920"],
  [23_383, "3,900"],
  [1_800_000, "300,000"],
])("%i code points are about %s words", (length, words) => {
  expect(aboutWords(length)).toBe(words);
});
