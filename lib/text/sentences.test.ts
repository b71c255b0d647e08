import { describe, expect, it } from "vitest";
import { utf16 } from "./offsets.ts";
import { sentenceAfter, sentenceAt, sentenceBefore, sentencesIn } from "./sentences.ts";

function sentences(text: string): string[] {
  return sentencesIn(text, { start: utf16(0), end: utf16(text.length) }).map((each) =>
    text.slice(each.start, each.end),
  );
}

describe("sentencesIn", () => {
  it("divides at the ends of sentences and keeps closing quotation marks", () => {
    expect(sentences('“We did not.” He left. "Why?" asked Ilva.')).toEqual([
      "“We did not.”",
      "He left.",
      '"Why?" asked Ilva.',
    ]);
  });

  it("does not take the full stop of an abbreviation for an end", () => {
    expect(sentences("The U.N. Council met Mr. Odo on Oct. 3 with J. Varn. It rose.")).toEqual([
      "The U.N. Council met Mr. Odo on Oct. 3 with J. Varn.",
      "It rose.",
    ]);
  });

  it("never reaches across a line", () => {
    expect(sentences("A heading\n\n  One. \nTwo")).toEqual(["A heading", "One.", "Two"]);
  });

  it("divides a line of a million characters in good time", () => {
    const began = performance.now();
    expect(sentences("The port of Ilm was closed. ".repeat(36_000)).length).toBe(36_000);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe("sentence by sentence", () => {
  const text = "One is. Two is.\n\nThree is.";

  it("finds the one around an offset, the next and the one before", () => {
    expect(sentenceAt(text, 9)).toEqual({ start: 8, end: 15 });
    expect(sentenceAt(text, 16)).toBeNull();
    expect(sentenceAfter(text, 8)).toEqual({ start: 17, end: 26 });
    expect(sentenceAfter(text, 17)).toBeNull();
    expect(sentenceBefore(text, 17)).toEqual({ start: 8, end: 15 });
    expect(sentenceBefore(text, 0)).toBeNull();
  });

  it("looks at the neighbourhood only", () => {
    const line = "The port of Ilm was closed. ".repeat(36_000);
    const began = performance.now();
    expect(sentenceAt(line, 28 * 20_000 + 3)).toEqual({ start: 560_000, end: 560_027 });
    expect(performance.now() - began).toBeLessThan(200);
  });
});
