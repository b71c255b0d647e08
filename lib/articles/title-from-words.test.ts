import { expect, it } from "vitest";
import { titleFromWords } from "./title-from-words.ts";

it("takes a short text whole, on one line", () => {
  expect(titleFromWords("  The ministry\n\ndenied it. ")).toBe("The ministry denied it.");
  expect(titleFromWords("x")).toBe("x");
});

it("cuts a long text between words and says so", () => {
  const title = titleFromWords(
    "The ministry denied on Monday that any tanker had called at the closed port of Lund Bay since March.",
  );
  expect(title).toBe(
    "The ministry denied on Monday that any tanker had called at the closed port of …",
  );
});

it("never cuts an emoji in two", () => {
  expect(titleFromWords("😀".repeat(200))).toBe(`${"😀".repeat(80)} …`);
});

it("has a word for a text without words", () => {
  expect(titleFromWords("")).toBe("Untitled");
});
