import type { CodePoint, Utf16 } from "#lib/text/offsets.ts";
import { blockIndexAt, type ArticleText } from "./article-text.ts";

/**
 * Where a code point of the canonical text stands in the ProseMirror document, and back. White
 * space between two blocks is no part of the document: it maps to the edge of a neighbour.
 */
export type PositionMap = {
  /** The position before the character at `offset`; `between` says to which side a gap belongs. */
  toPosition(offset: CodePoint, between?: "before" | "after"): number;
  /** The offset of the character behind a position; positions on a node's border go inwards. */
  toOffset(position: number): CodePoint;
  /** The position right behind a whole block, for what is drawn between blocks. */
  behindBlock(index: number): number;
};

export function positionMap(article: ArticleText): PositionMap {
  const { blocks, offsets } = article;
  const from = contentPositions(article);

  return {
    toPosition(offset, between = "after") {
      const place = offsets.toUtf16(offset);
      const index = blockIndexAt(blocks, place, between);
      const block = blocks[index];
      if (!block) return 0;
      return (from[index] ?? 0) + clamp(place, block.startUtf16, block.endUtf16) - block.startUtf16;
    },
    toOffset(position) {
      const index = Math.max(0, countUpTo(from, position) - 1);
      const block = blocks[index];
      if (!block) return 0 as CodePoint;
      const place = block.startUtf16 + position - (from[index] ?? 0);
      return offsets.toCodePoint(clamp(place, block.startUtf16, block.endUtf16) as Utf16);
    },
    behindBlock(index) {
      const block = blocks[index];
      return block ? (from[index] ?? 0) + block.endUtf16 - block.startUtf16 + 1 : 0;
    },
  };
}

/** For each block the ProseMirror position of its first character. */
function contentPositions({ blocks, rows }: ArticleText): Float64Array {
  const from = new Float64Array(blocks.length);
  let position = 0;
  for (const row of rows) {
    if (row.kind === "block") {
      place(row.index);
      continue;
    }
    position++;
    for (const index of row.indexes) place(index);
    position++;
  }
  return from;

  function place(index: number): void {
    const block = blocks[index];
    if (!block) return;
    from[index] = position + 1;
    position += block.endUtf16 - block.startUtf16 + 2;
  }
}

function countUpTo(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
