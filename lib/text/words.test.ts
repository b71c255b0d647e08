import { describe, expect, it } from "vitest";
import type { Utf16Range } from "./offsets.ts";
import { utf16 } from "./offsets.ts";
import { snapToWords, wordAfter, wordAt, wordBefore } from "./words.ts";

const text = "“We’ve never sold grain,” she said.\n\n   Then 😊 quiet.";

function words(range: Utf16Range | null): string | null {
  return range && text.slice(range.start, range.end);
}

function snapped(start: number, end: number): string | null {
  return words(snapToWords(text, { start: utf16(start), end: utf16(end) }));
}

describe("snapToWords", () => {
  it("widens to whole words, apostrophes included, and never to punctuation", () => {
    expect(snapped(2, 9)).toBe("We’ve never");
    expect(snapped(0, 2)).toBe("“We’ve");
    expect(snapped(1, 6)).toBe("We’ve");
  });
});

describe("word by word", () => {
  it("walks the text forwards over blank lines and emoji", () => {
    const seen: (string | null)[] = [];
    for (let at = wordAfter(text, 0); at; at = wordAfter(text, at.end)) seen.push(words(at));
    expect(seen).toEqual(["We’ve", "never", "sold", "grain", "she", "said", "Then", "quiet"]);
  });

  it("walks it backwards to the same words", () => {
    const seen: (string | null)[] = [];
    for (let at = wordBefore(text, text.length); at; at = wordBefore(text, at.start)) {
      seen.unshift(words(at));
    }
    expect(seen).toEqual(["We’ve", "never", "sold", "grain", "she", "said", "Then", "quiet"]);
  });

  it("finds the word at a place, also right behind it", () => {
    expect(words(wordAt(text, 8))).toBe("never");
    expect(words(wordAt(text, 6))).toBe("We’ve");
    expect(wordAt("a , b", 2)).toBeNull();
    expect(wordAt("", 0)).toBeNull();
  });

  it("knows words of scripts without spaces and from right to left", () => {
    expect(wordAt("อากาศดีมาก", 1)).toEqual({ start: 0, end: 5 });
    expect(wordAfter("نفت الوزارة", 1)).toEqual({ start: 4, end: 11 });
  });

  it("crosses a million blanks without delay", () => {
    const wide = `a${" ".repeat(1_000_000)}b`;
    const began = performance.now();
    expect(wordAfter(wide, 1)).toEqual({ start: 1_000_001, end: 1_000_002 });
    expect(performance.now() - began).toBeLessThan(500);
  });
});
