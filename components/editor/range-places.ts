import { blockIndexAt, type ArticleText } from "./article-text.ts";
import type { DomMap } from "./dom-map.ts";

/** A place for each block that the span touches; white space between blocks is not on the page. */
export function placesOf(
  { offsets, blocks }: ArticleText,
  dom: DomMap,
  start: number,
  end: number,
): StaticRangeInit[] {
  if (start < 0 || end > offsets.lengthCodePoints || start >= end) return [];
  const from = offsets.toUtf16(start);
  const to = offsets.toUtf16(end);
  const places: StaticRangeInit[] = [];
  for (let index = blockIndexAt(blocks, from); index < blocks.length; index++) {
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
