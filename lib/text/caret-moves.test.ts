import { describe, expect, test } from "vitest";
import { utf16 } from "./offsets.ts";
import { moveCaret, type CaretMove } from "./caret-moves.ts";

const TEXT = "“We never did,” he said. No 👩🏽‍✈️ came.\n\nThe end.";

function block(words: string) {
  const start = TEXT.indexOf(words);
  return { start: utf16(start), end: utf16(start + words.length) };
}

const blocks = [block("“We never did,” he said. No 👩🏽‍✈️ came."), block("The end.")];

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

  test("by sentence it goes to the next one, and extends to the end of this one, its full stop last", () => {
    expect(walk(0, "sentence", "forward")).toBe(TEXT.indexOf("No "));
    expect(walk(0, "sentence", "forward", true)).toBe(TEXT.indexOf(". No "));
    expect(walk(TEXT.indexOf(". No "), "sentence", "forward", true)).toBe(TEXT.indexOf(" No "));
    expect(walk(TEXT.indexOf("No "), "sentence", "forward")).toBe(TEXT.indexOf("The"));
    expect(walk(TEXT.indexOf("came"), "sentence", "backward")).toBe(TEXT.indexOf("No "));
  });

  test("by clause it goes from one to the next, and extends to the end of one without its marks", () => {
    expect(walk(0, "clause", "forward")).toBe(1);
    expect(walk(1, "clause", "forward")).toBe(TEXT.indexOf("he said"));
    expect(walk(1, "clause", "forward", true)).toBe(TEXT.indexOf(",”"));
    expect(walk(TEXT.indexOf("No "), "clause", "backward")).toBe(TEXT.indexOf("he said"));
  });

  test("by quotation it goes to where one begins, extends to where one ends, and else stays", () => {
    expect(walk(0, "quotation", "forward", true)).toBe(TEXT.indexOf(" he said"));
    expect(walk(TEXT.indexOf("The"), "quotation", "backward")).toBe(0);
    expect(walk(20, "quotation", "forward")).toBe(20);
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
