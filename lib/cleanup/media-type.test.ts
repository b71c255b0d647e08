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

  it.each([
    ["%PDF-1.7 …", "a PDF document"],
    ["PK\u0003\u0004\u0014", "a ZIP archive"],
    ["\u0089PNG\r\n", "a PNG picture"],
    ["\u00ff\u00d8\u00ff\u00e0", "a JPEG picture"],
    ["\u0000\u0000\u0000 ftypisom", "a video"],
    ["words\u0000and\u0007more words here", "a binary file"],
  ])("refuses %j and says that it looks like %s", (content, name) => {
    expect(refusal(content, { name: "x.txt" })).toMatch(new RegExp(`^media-type: .*${name}`));
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
