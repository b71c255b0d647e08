import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { canonicalText } from "./canonical.ts";
import { textHash } from "./hash.ts";

describe("canonicalText", () => {
  it("drops the mark in front, makes every line end LF and composes accents", () => {
    expect(canonicalText("\uFEFFCafe\u0301\r\nb\rc\n\r\n")).toBe("Café\nb\nc\n\n");
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("\u0000"));
        const once = canonicalText(text);
        expect(canonicalText(once)).toBe(once);
      }),
    );
  });

  it("keeps spaces, tabs, soft hyphens and a mark inside the text", () => {
    const odd = "  a\t\u00a0b\u00ad\uFEFFc  \n\n\n";
    expect(canonicalText(odd)).toBe(odd);
  });

  it("refuses a null character with a sentence", () => {
    const refusal = (() => {
      try {
        return canonicalText("a\u0000b");
      } catch (error) {
        return error;
      }
    })();
    expect(isDomainError(refusal) && refusal.code).toBe("invalid");
  });
});

describe("textHash", () => {
  it("is SHA-256 of the UTF-8 bytes", () => {
    expect(textHash("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(textHash("é😊")).toHaveLength(64);
  });
});
