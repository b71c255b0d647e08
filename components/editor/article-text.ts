import type { ArticleBlock } from "#lib/articles/model.ts";
import { offsetMap, type OffsetMap, type Utf16 } from "#lib/text/offsets.ts";
import { firstFrom } from "./first-from.ts";

/** A block with its place among all, and in JavaScript's own counting. */
export type TextBlock = ArticleBlock & {
  readonly index: number;
  readonly startUtf16: Utf16;
  readonly endUtf16: Utf16;
};

/** A revision's text as the reading pane works with it: both countings, and the blocks. */
export type ArticleText = {
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly blocks: readonly TextBlock[];
};

/** Prepares a revision for reading. Blocks lie in order and do not overlap. */
export function articleText(text: string, blocks: readonly ArticleBlock[]): ArticleText {
  const offsets = offsetMap(text);
  return { text, offsets, blocks: blocks.map((block, index) => placed(block, index, offsets)) };
}

/** The same text after a person restored a block or folded one away. */
export function withBlocks(article: ArticleText, blocks: readonly ArticleBlock[]): ArticleText {
  const known = blocks.map((block, index) => {
    const before = article.blocks[index];
    const isSame = before?.boilerplate === block.boilerplate;
    return before && isSame ? before : placed(block, index, article.offsets);
  });
  return { ...article, blocks: known };
}

function placed(
  { kind, boilerplate, start, end }: ArticleBlock,
  index: number,
  offsets: OffsetMap,
): TextBlock {
  return {
    index,
    kind: KINDS.get(kind) ?? kind,
    boilerplate,
    start,
    end,
    startUtf16: offsets.toUtf16(start),
    endUtf16: offsets.toUtf16(end),
  };
}

/** What comes from a server brings the same word for each block anew; thousands of blocks keep one. */
const KINDS = new Map(
  (["title", "heading", "paragraph", "list-item", "quotation", "caption", "update"] as const).map(
    (kind) => [kind, kind],
  ),
);

/** The words at a span of code points. */
export function wordsAt(article: ArticleText, span: { start: number; end: number }): string {
  return article.text.slice(article.offsets.toUtf16(span.start), article.offsets.toUtf16(span.end));
}

/**
 * The block that holds the character at `offset` (UTF-16). Between two blocks: the one before with
 * "before", the one after with "after"; at the edges of the text the nearest. -1 without blocks.
 */
export function blockIndexAt(
  blocks: readonly { readonly startUtf16: number; readonly endUtf16: number }[],
  offset: number,
  between: "before" | "after" = "after",
): number {
  const next = firstFrom(blocks, ({ startUtf16 }) => startUtf16 > offset);
  const candidate = next - 1;
  if (candidate < 0) return blocks.length === 0 ? -1 : 0;
  const block = blocks[candidate];
  if (block && offset >= block.endUtf16 && between === "after" && next < blocks.length) {
    // Right behind a block's last character the caret still belongs to that block.
    return offset === block.endUtf16 ? candidate : next;
  }
  return candidate;
}
