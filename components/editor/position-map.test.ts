import { getSchema } from "@tiptap/core";
import { describe, expect, test } from "vitest";
import type { ArticleBlock } from "#lib/articles/model.ts";
import { codePoint, sliceCodePoints } from "#lib/text/offsets.ts";
import { articleDocument, articleExtensions } from "./article-schema.ts";
import { articleText, blockIndexAt } from "./article-text.ts";
import { positionMap } from "./position-map.ts";

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
const map = positionMap(article);
const schema = getSchema(articleExtensions({ restore: null, onToggle: () => undefined }));
const doc = articleDocument(schema, article);

describe("position map", () => {
  test("finds the same characters in the ProseMirror document as in the text, at every offset", () => {
    doc.check();
    for (const block of article.blocks) {
      for (let offset = block.start; offset < block.end; offset = codePoint(offset + 1)) {
        const from = map.toPosition(offset);
        const character = sliceCodePoints(TEXT, offset, offset + 1);
        expect(doc.textBetween(from, from + character.length)).toBe(character);
        expect(map.toOffset(from)).toBe(offset);
      }
    }
  });

  test("maps white space between blocks to the edge that is asked for", () => {
    const gap = codePoint((article.blocks[0]?.end ?? 0) + 1);
    expect(map.toOffset(map.toPosition(gap, "before"))).toBe(article.blocks[0]?.end);
    expect(map.toOffset(map.toPosition(gap, "after"))).toBe(article.blocks[1]?.start);
  });

  test("knows where a block ends", () => {
    expect(doc.resolve(map.behindBlock(0)).nodeBefore?.textContent).toBe("🚢 Títle");
    expect(doc.resolve(map.behindBlock(4)).nodeBefore?.textContent).toBe("End.");
  });

  test("lays neighbouring boilerplate into one fold that says what it hides", () => {
    expect(article.rows.map((row) => (row.kind === "fold" ? row.label : row.number))).toEqual([
      1,
      2,
      "2 blocks folded: teaser, appeal",
      3,
    ]);
  });

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
