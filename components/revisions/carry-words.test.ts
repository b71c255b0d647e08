import { expect, it } from "vitest";
import { touchedWords } from "./carry-words.ts";

const NONE = { exact: 0, moved: 0, changed: 0, lost: 0, waiting: 0 };

it.each([
  [{}, null],
  [{ exact: 12 }, "No mark is touched; 12 went along with their words."],
  [{ changed: 1 }, "1 mark is touched: 1 with changed words."],
  [
    { changed: 3, lost: 1, moved: 2 },
    "4 marks are touched: 3 with changed words, 1 whose words are gone; 2 went along with their words.",
  ],
])("says %j", (counts, words) => {
  expect(touchedWords({ ...NONE, ...counts })).toBe(words);
});
