import { describe, expect, test } from "vitest";
import { articleText } from "#components/editor/article-text.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { codePoint } from "#lib/text/offsets.ts";
import { mannerOf } from "./manner.ts";
import { claimSpans, denialSpans, missingPart, newContent, sameMarking } from "./marking.ts";

const TEXT = "The ministry denied that ships had called.";
const article = articleText(TEXT, [
  { kind: "paragraph", boilerplate: null, start: codePoint(0), end: codePoint(TEXT.length) },
]);

describe("manner", () => {
  test.each([
    [["“We never did.”"], "direct"],
    [["“We never did,”", "“and we never will.”"], "direct"],
    [["that ships had called"], "indirect"],
    [["they hadn't, the ministry’s man said"], "indirect"],
    [["that it had “never” called"], "mixed"],
    [["“We never did,” he said, “and will not.”"], "mixed"],
    [["'No.'"], "direct"],
    [["„Nein“"], "direct"],
  ] as const)("%j is %s", (pieces, manner) => {
    expect(mannerOf(pieces)).toBe(manner);
  });
});

describe("marking", () => {
  const content = newContent(article, "claim", [{ start: 25, end: 41 }]);
  const annotation: Annotation = {
    ...content,
    id: "a",
    articleId: "x",
    revision: 1,
    state: "draft",
    version: 1,
    author: { id: "me", name: "Lena" },
    createdAt: "",
    updatedAt: "",
  };

  test("takes the words of the text", () => {
    expect(content.segments).toEqual([
      { role: "content", start: 25, end: 41, exact: "ships had called" },
    ]);
    expect(newContent(article, "attribution", [{ start: 0, end: 12 }], "source").segments).toEqual([
      { role: "source", start: 0, end: 12, exact: "The ministry" },
    ]);
  });

  test("finds the same marking of the same person only", () => {
    expect(sameMarking([annotation], content, "me")?.id).toBe("a");
    expect(sameMarking([annotation], content, "somebody")).toBeNull();
    expect(sameMarking([annotation], { ...content, tag: "denial" }, "me")).toBeNull();
    expect(sameMarking([annotation], content, "me", "a")).toBeNull();
  });

  test("asks for what an attribution lacks", () => {
    expect(missingPart(content)).toBe("source");
    expect(missingPart({ ...content, absent: ["source"] })).toBe("cue");
    expect(missingPart({ ...content, absent: ["source", "cue"] })).toBeNull();
  });

  test.each([
    ["“We left on time,”", "We left on time"],
    ["“We never had ‘dealings’ with you.”", "We never had ‘dealings’ with you"],
    ["ships had called.", "ships had called"],
    ["that it had “no plan”", "that it had “no plan”"],
    ["“no plan” to call", "“no plan” to call"],
  ])("takes %s as the claim %s", (said, claimed) => {
    const quoted = articleText(said, [
      { kind: "paragraph", boilerplate: null, start: codePoint(0), end: codePoint(said.length) },
    ]);
    const segments = [{ role: "content" as const, start: 0, end: said.length, exact: said }];
    const [span] = claimSpans(quoted, { segments });
    expect(said.slice(span?.start, span?.end)).toBe(claimed);
  });

  test("joins cue and content into the words of a denial", () => {
    const segments = [
      { role: "source" as const, start: 0, end: 12, exact: "The ministry" },
      { role: "content" as const, start: 20, end: 41, exact: "that ships had called" },
      { role: "cue" as const, start: 13, end: 19, exact: "denied" },
    ];
    expect(denialSpans(article, { segments })).toEqual([{ start: 13, end: 41 }]);
  });
});
