import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength, offsetMap, sliceCodePoints } from "./offsets.ts";

/** Any text, with astral characters, joined emoji and combining marks well represented. */
const anyText = fc
  .array(fc.constantFrom("a", " ", "\n", "é", "e\u0301", "😊", "🧔🏾‍♂️", "👳", "ش", "中", "𝒳"))
  .map((parts) => parts.join(""));

describe("offsetMap", () => {
  it("counts as the iterator of a string does, both ways", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = offsetMap(text);
        const characters = [...text];
        expect(map.lengthCodePoints).toBe(characters.length);
        let units = 0;
        characters.forEach((character, index) => {
          expect(map.toUtf16(index)).toBe(units);
          expect(map.toCodePoint(units)).toBe(index);
          units += character.length;
        });
        expect(map.toUtf16(characters.length)).toBe(text.length);
        expect(map.toCodePoint(text.length)).toBe(characters.length);
      }),
    );
  });

  it("gives the start of the character for an offset between its two halves", () => {
    expect(offsetMap("a😊b😊").toCodePoint(2)).toBe(1);
    expect(offsetMap("a😊b😊").toCodePoint(5)).toBe(3);
  });

  it("refuses what lies outside the text", () => {
    for (const map of [offsetMap("abc"), offsetMap("a😊c")]) {
      expect(() => map.toUtf16(-1)).toThrow(RangeError);
      expect(() => map.toUtf16(4)).toThrow(RangeError);
      expect(() => map.toCodePoint(5)).toThrow(RangeError);
      expect(() => map.toUtf16(0.5)).toThrow(RangeError);
    }
  });

  it("answers a hundred thousand questions about ten million characters at once", () => {
    const text = "word 😊 ".repeat(1_300_000);
    const map = offsetMap(text);
    const began = performance.now();
    for (let step = 0; step < 100_000; step++) {
      const offset = (step * 83) % map.lengthCodePoints;
      if (map.toCodePoint(map.toUtf16(offset)) !== offset) throw new Error(`wrong at ${offset}`);
    }
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("sliceCodePoints and codePointLength", () => {
  it("agree with slicing an array of characters", () => {
    fc.assert(
      fc.property(anyText, fc.nat(60), fc.nat(60), (text, a, b) => {
        const characters = [...text];
        const start = Math.min(a, b, characters.length);
        const end = Math.min(Math.max(a, b), characters.length);
        expect(codePointLength(text)).toBe(characters.length);
        expect(sliceCodePoints(text, start, end)).toBe(characters.slice(start, end).join(""));
      }),
    );
  });

  it("refuse what lies outside the text", () => {
    expect(() => sliceCodePoints("a😊", 0, 3)).toThrow(RangeError);
    expect(() => sliceCodePoints("a😊", 2, 1)).toThrow(RangeError);
  });
});

type Case = {
  text?: string;
  exact?: string;
  code_point?: [number, number];
  utf16?: [number, number];
  annotations?: { exact: string; code_point: [number, number]; utf16: [number, number] }[];
};

const published = new URL("../../../shared/cases/offsets.json", import.meta.url);

describe("published cases", () => {
  it.skipIf(!existsSync(published))("hold (skipped where ../shared/cases is absent)", () => {
    const { cases } = JSON.parse(readFileSync(published, "utf8")) as { cases: Case[] };
    let seen = 0;
    for (const { text, annotations, exact, code_point, utf16 } of cases) {
      const marks =
        annotations ?? (exact && code_point && utf16 ? [{ exact, code_point, utf16 }] : []);
      if (!text) continue;
      const map = offsetMap(text);
      for (const mark of marks) {
        expect(sliceCodePoints(text, ...mark.code_point)).toBe(mark.exact);
        expect(text.slice(...mark.utf16)).toBe(mark.exact);
        expect(mark.code_point.map(map.toUtf16)).toEqual(mark.utf16);
        expect(mark.utf16.map(map.toCodePoint)).toEqual(mark.code_point);
        seen++;
      }
    }
    expect(seen).toBeGreaterThan(5);
  });
});
