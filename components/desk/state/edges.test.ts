import { expect, test } from "vitest";
import { articleText } from "#components/editor/article-text.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { codePoint } from "#lib/text/offsets.ts";
import { partsByBlock, stretchesOf } from "./edges.ts";

const TEXT = "The 🛳️ ferry left on time.\nNobody complained.";
const END = [...TEXT.slice(0, TEXT.indexOf("\n"))].length;
const LENGTH = [...TEXT].length;
const BLOCKS = [
  { start: codePoint(0), end: codePoint(END), kind: "paragraph" as const, boilerplate: null },
  {
    start: codePoint(END + 1),
    end: codePoint(LENGTH),
    kind: "paragraph" as const,
    boilerplate: null,
  },
];
const ARTICLE = articleText(TEXT, BLOCKS);

function claim(id: string, words: string): Annotation {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  const segment = { role: "content" as const, start, end: start + [...words].length, exact: words };
  const content = { tag: "claim" as const, segments: [segment], absent: [], attributes: {} };
  const place = { articleId: "x", revision: 1, state: "draft" as const, version: 1, doubt: null };
  const author = { id: "ana", name: "Ana" };
  return { id, ...content, ...place, author, createdAt: "", updatedAt: "" };
}

test("a block's words are cut where its marks begin and end, nested ones from the outside in", () => {
  const parts = partsByBlock(ARTICLE, [
    claim("inner", "ferry left"),
    claim("outer", "ferry left on time"),
    claim("beyond", "on time.\nNobody"),
    claim("next", "complained"),
  ]);
  const read = (index: number) => {
    const block = BLOCKS[index];
    if (!block) return "";
    return stretchesOf(ARTICLE, block, parts.get(index) ?? [])
      .map((each) =>
        each.kind === "words"
          ? each.words
          : each.kind === "begins"
            ? `[${each.of.annotation.id}:`
            : `:${each.of.annotation.id}]`,
      )
      .join("");
  };
  expect(read(0)).toBe("The 🛳️ [outer:[inner:ferry left:inner] [beyond:on time:outer].:beyond]");
  expect(read(1)).toBe("Nobody [next:complained:next].");
});
