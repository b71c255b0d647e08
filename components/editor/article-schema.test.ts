import { getSchema } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import type { ArticleBlock } from "#lib/articles/model.ts";
import { codePoint } from "#lib/text/offsets.ts";
import {
  articleDocument,
  articleExtensions,
  positionBelowTitle,
  type PartAttributes,
} from "./article-schema.ts";
import { articleParts } from "./article-parts.ts";
import { articleText, blockIndexAt } from "./article-text.ts";

const TEXT = "🚢 Títle\n\n  One\tsentence,\r\n  two  lines 👩‍👩‍👧.\n\nSkip this\nאורן אמר\n\nEnd.";

function blocksOf(parts: [string, ArticleBlock["boilerplate"]][]): ArticleBlock[] {
  let from = 0;
  return parts.map(([words, boilerplate]) => {
    const at = TEXT.indexOf(words, from);
    from = at + words.length;
    const start = codePoint([...TEXT.slice(0, at)].length);
    return { kind: "paragraph", boilerplate, start, end: codePoint(start + [...words].length) };
  });
}

const article = articleText(
  TEXT,
  blocksOf([
    ["🚢 Títle", null],
    ["  One\tsentence,\r\n  two  lines 👩‍👩‍👧.", null],
    ["Skip this", "teaser"],
    ["אורן אמר", "appeal"],
    ["End.", null],
  ]),
);
const schema = getSchema(articleExtensions({ restore: null, onToggle: () => undefined }));
const doc = articleDocument(schema, article);
const parts: PartAttributes[] = [];
doc.firstChild?.forEach(({ attrs }) => parts.push(attrs as PartAttributes));

describe("the document of an article", () => {
  test("has every block once, in passages and folds", () => {
    doc.check();
    const blocks = parts.flatMap(({ part }) => part.blocks);
    expect(blocks).toEqual(article.blocks);
    expect(parts.map(({ part }) => (part.kind === "fold" ? part.label : part.firstNumber))).toEqual(
      [1, "2 blocks folded: teaser, appeal", 3],
    );
  });

  test("a long text is laid out in passages of a few blocks each, numbered through", () => {
    const words = Array.from({ length: 60 }, (_, index) => `Line ${index + 10}.`);
    const long = articleText(
      words.join("\n"),
      words.map((_, index) => ({
        kind: "paragraph",
        boilerplate: null,
        start: codePoint(index * 9),
        end: codePoint(index * 9 + 8),
      })),
    );
    const passages = articleParts(long).filter((part) => part.kind === "passage");
    expect(passages.flatMap(({ blocks }) => blocks)).toEqual(long.blocks);
    expect(passages.every(({ blocks }) => blocks.length <= 30)).toBe(true);
    expect(
      passages.map(({ firstNumber, blocks }) => firstNumber === (blocks[0]?.index ?? 0) + 1),
    ).toEqual(passages.map(() => true));
    expect(passages.length).toBeGreaterThan(1);
  });

  test("a text without a headline has its masthead above all", () => {
    expect(positionBelowTitle(article)).toBe(0);
  });

  test("a headline is a passage of its own, and the masthead stands right below it", () => {
    const titled = articleText(TEXT, [
      ...blocksOf([["Skip this", "navigation"]]),
      ...blocksOf([["🚢 Títle", null]]).map((block) => ({ ...block, kind: "title" as const })),
      ...blocksOf([["End.", null]]),
    ]);
    const { nodeBefore, nodeAfter } = articleDocument(schema, titled).resolve(
      positionBelowTitle(titled),
    );
    expect(nodeBefore?.attrs.part.blocks).toEqual([titled.blocks[1]]);
    expect(nodeAfter?.attrs.part).toMatchObject({ firstNumber: 1 });
  });
});

describe("the blocks of a text", () => {
  test("finds blocks in a long text quickly", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => ({
      startUtf16: index * 10,
      endUtf16: index * 10 + 8,
    }));
    expect(blockIndexAt(many, 500_005)).toBe(50_000);
    expect(blockIndexAt(many, 500_009, "before")).toBe(50_000);
    expect(blockIndexAt(many, 500_009, "after")).toBe(50_001);
    expect(blockIndexAt(many, 500_008, "after")).toBe(50_000);
  });
});
