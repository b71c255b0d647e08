import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { detectMediaType } from "./media-type.ts";

function bytes(content: string): Uint8Array {
  return Uint8Array.from(content, (character) => character.charCodeAt(0));
}

function refusal(content: string, hints?: { name?: string; mediaType?: string }): string {
  try {
    return detectMediaType(bytes(content), hints);
  } catch (error) {
    return isDomainError(error) ? `${error.code}: ${error.message}` : String(error);
  }
}

describe("detectMediaType", () => {
  it("believes what is declared, then the ending, then the content", () => {
    expect(detectMediaType(bytes("# T"), { mediaType: "text/plain; charset=utf-8" })).toBe(
      "text/plain",
    );
    expect(detectMediaType(bytes("# T"), { name: "a/B.MD" })).toBe("text/markdown");
    expect(detectMediaType(bytes("words"), { name: "page.htm" })).toBe("text/html");
    expect(detectMediaType(bytes("\n<!DOCTYPE html><p>x"), { name: "odd" })).toBe("text/html");
    expect(detectMediaType(bytes("<html><body>x"), { name: "saved.txt" })).toBe("text/html");
    expect(detectMediaType(bytes("a < b and <p> in words"))).toBe("text/plain");
    expect(
      detectMediaType(bytes("x"), { mediaType: "application/octet-stream", name: "x.md" }),
    ).toBe("text/markdown");
  });

  it("looks past comments, however many", () => {
    expect(detectMediaType(bytes("<!-- a -->\n<!--[if IE]>x<![endif]--> <html><p>x"))).toBe(
      "text/html",
    );
    expect(detectMediaType(bytes("<!---->".repeat(500)))).toBe("text/plain");
  });

  it("refuses what is no text", () => {
    expect(refusal("words\u0000and\u0007more words here", { name: "x.txt" })).toMatch(
      /^media-type: This looks like a binary file/,
    );
  });

  it("does not believe a declared type that the content belies", () => {
    expect(detectMediaType(bytes("<!doctype html><p>x"), { mediaType: "text/plain" })).toBe(
      "text/html",
    );
    expect(detectMediaType(bytes("<html><p>x"), { mediaType: "application/pdf" })).toBe(
      "text/html",
    );
    expect(detectMediaType(bytes("Words."), { mediaType: "image/png" })).toBe("text/plain");
    expect(detectMediaType(bytes("# T"), { mediaType: "application/msword", name: "a.md" })).toBe(
      "text/markdown",
    );
  });

  it("takes a text that begins like a file of another kind", () => {
    expect(detectMediaType(bytes("ID3 tags name songs."))).toBe("text/plain");
  });

  it("refuses other declared types by name", () => {
    expect(refusal("{}", { mediaType: "application/json" })).toMatch(
      /^media-type: application\/json/,
    );
  });
});
