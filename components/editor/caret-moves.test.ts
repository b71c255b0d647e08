import { describe, expect, test } from "vitest";
import type { ArticleBlock } from "#lib/articles/model.ts";
import { codePoint, utf16 } from "#lib/text/offsets.ts";
import { articleText } from "./article-text.ts";
import { moveCaret, type CaretMove } from "./caret-moves.ts";

const TEXT = "“We never did,” he said. No 👩🏽‍✈️ came.\n\nThe end.";

function block(words: string): ArticleBlock {
  const start = codePoint([...TEXT.slice(0, TEXT.indexOf(words))].length);
  return { kind: "paragraph", boilerplate: null, start, end: codePoint(start + [...words].length) };
}

const { blocks } = articleText(TEXT, [
  block("“We never did,” he said. No 👩🏽‍✈️ came."),
  block("The end."),
]);

function walk(
  from: number,
  unit: CaretMove["unit"],
  direction: CaretMove["direction"],
  isExtending = false,
) {
  return moveCaret(TEXT, blocks, utf16(from), { unit, direction }, isExtending);
}

describe("moving the caret", () => {
  test("by word it ends behind the next word, and before the previous", () => {
    expect(walk(0, "word", "forward")).toBe(TEXT.indexOf(" never"));
    expect(walk(TEXT.indexOf("ever"), "word", "forward")).toBe(TEXT.indexOf(" did"));
    expect(walk(TEXT.indexOf("ever"), "word", "backward")).toBe(TEXT.indexOf("never"));
    expect(walk(TEXT.indexOf(" did"), "word", "backward")).toBe(TEXT.indexOf("never"));
  });

  test("by character it never stops inside an emoji, and crosses from block to block", () => {
    const pilot = TEXT.indexOf("👩");
    expect(walk(pilot, "character", "forward")).toBe(TEXT.indexOf(" came"));
    expect(walk(TEXT.indexOf(" came"), "character", "backward")).toBe(pilot);
    expect(walk(TEXT.indexOf("\n"), "character", "forward")).toBe(TEXT.indexOf("The"));
    expect(walk(TEXT.indexOf("The"), "character", "backward")).toBe(TEXT.indexOf("\n"));
  });

  test("by sentence it goes to the next one, and extends to the end of this one", () => {
    expect(walk(0, "sentence", "forward")).toBe(TEXT.indexOf("No "));
    expect(walk(0, "sentence", "forward", true)).toBe(TEXT.indexOf(" No "));
    expect(walk(TEXT.indexOf("No "), "sentence", "forward")).toBe(TEXT.indexOf("The"));
    expect(walk(TEXT.indexOf("came"), "sentence", "backward")).toBe(TEXT.indexOf("No "));
  });

  test("by block and article it stops at the edges", () => {
    expect(walk(3, "block", "forward")).toBe(TEXT.indexOf("The"));
    expect(walk(3, "block", "forward", true)).toBe(TEXT.indexOf("\n"));
    expect(walk(TEXT.length, "block", "forward")).toBe(TEXT.length);
    expect(walk(5, "article", "backward")).toBe(0);
    expect(walk(5, "article", "forward")).toBe(TEXT.length);
    expect(walk(TEXT.indexOf("The"), "block", "backward")).toBe(0);
  });
});
