import { blockIndexAt, type ArticleText } from "./article-text.ts";
import type { DomMap } from "./dom-map.ts";

/** Blocks by their numbers, from the one to before the other. */
export type BlockSpan = { readonly from: number; readonly to: number };

/**
 * A place for each block that the span touches, of those that are wanted; white space between blocks
 * is not on the page.
 */
export function placesOf(
  { offsets, blocks }: ArticleText,
  dom: DomMap,
  { start, end }: { readonly start: number; readonly end: number },
  wanted: BlockSpan = EVERYWHERE,
): StaticRangeInit[] {
  if (start < 0 || end > offsets.lengthCodePoints || start >= end) return [];
  const last = Math.min(wanted.to, blocks.length);
  // Thousands are asked for that stand elsewhere.
  if ((blocks[wanted.from]?.start ?? 0) >= end || (blocks[last - 1]?.end ?? 0) <= start) return [];
  const from = offsets.toUtf16(start);
  const to = offsets.toUtf16(end);
  const places: StaticRangeInit[] = [];
  for (let index = Math.max(wanted.from, blockIndexAt(blocks, from)); index < last; index++) {
    const block = blocks[index];
    if (!block || block.startUtf16 >= to) break;
    const node = dom.elementOf(index)?.firstChild;
    const startOffset = Math.max(0, from - block.startUtf16);
    const endOffset = Math.min(to, block.endUtf16) - block.startUtf16;
    if (!(node instanceof Text) || startOffset >= endOffset) continue;
    places.push({ startContainer: node, startOffset, endContainer: node, endOffset });
  }
  return places;
}

/** All blocks. */
export const EVERYWHERE: BlockSpan = { from: 0, to: Number.POSITIVE_INFINITY };

/** Takes ranges out of a highlight, one for each place: of two marks on the same words only one may go. */
export function takeAway(highlight: Highlight, places: readonly StaticRangeInit[]): void {
  const left = new Map<Node, StaticRangeInit[]>();
  for (const place of places) {
    const inNode = left.get(place.startContainer);
    if (inNode) inNode.push(place);
    else left.set(place.startContainer, [place]);
  }
  for (const range of highlight) {
    const inNode = left.get(range.startContainer);
    const at = inNode?.findIndex(
      (place) => place.startOffset === range.startOffset && place.endOffset === range.endOffset,
    );
    if (at === undefined || at < 0) continue;
    inNode?.splice(at, 1);
    highlight.delete(range);
  }
}
