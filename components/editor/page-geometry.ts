import type { Utf16 } from "#lib/text/offsets.ts";
import type { ArticleText } from "./article-text.ts";
import { blockIndexAt } from "./article-text.ts";
import type { DomMap, DrawnPart } from "./dom-map.ts";

/** The caret's place on the page, in the viewport's pixels; null where the text is hidden. */
export function caretRect(
  dom: DomMap,
  offset: Utf16,
  between: "before" | "after" = "before",
): DOMRect | null {
  const place = dom.toDom(offset, between);
  if (!place) return null;
  const range = document.createRange();
  range.setStart(place.node, place.offset);
  range.collapse(true);
  const rects = range.getClientRects();
  const last = rects[rects.length - 1];
  if (last && last.height > 0) return last;
  // Behind a line break the empty range has no box; the character before it has.
  if (place.node instanceof Text && place.offset > 0) {
    range.setStart(place.node, place.offset - 1);
    range.setEnd(place.node, place.offset);
    const box = range.getBoundingClientRect();
    return box.height > 0 ? new DOMRect(box.right, box.top, 0, box.height) : null;
  }
  return null;
}

/** The box around some words, in the viewport's pixels; null where they are hidden. */
export function wordsRect(dom: DomMap, start: Utf16, end: Utf16): DOMRect | null {
  const range = rangeOver(dom, start, end);
  const rect = range?.getBoundingClientRect();
  return rect && rect.height > 0 ? rect : null;
}

/** A live range over some words. */
export function rangeOver(dom: DomMap, start: Utf16, end: Utf16): Range | null {
  const from = dom.toDom(start, "after");
  const to = dom.toDom(end, "before");
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** The character under a point of the viewport; null beside the text. */
export function offsetAtPoint(dom: DomMap, x: number, y: number): Utf16 | null {
  const place = document.caretPositionFromPoint?.(x, y) ?? webkitPlace(x, y);
  if (!place || !(place.offsetNode instanceof Text)) return null;
  for (const at of [place.offset - 1, place.offset]) {
    if (at < 0 || at >= place.offsetNode.length) continue;
    const range = document.createRange();
    range.setStart(place.offsetNode, at);
    range.setEnd(place.offsetNode, at + 1);
    for (const box of range.getClientRects()) {
      const isInside = x >= box.left && x <= box.right && y >= box.top - 4 && y <= box.bottom + 4;
      if (isInside) return dom.toOffset(place.offsetNode, at);
    }
  }
  return null;
}

/** The place of the text nearest to a point of the viewport; null away from it. */
export function nearestPlace(dom: DomMap, x: number, y: number): Utf16 | null {
  const place = document.caretPositionFromPoint?.(x, y) ?? webkitPlace(x, y);
  return place ? dom.toOffset(place.offsetNode, place.offset) : null;
}

/**
 * How far below the top of the pane the lines of many places stand, in pixels; their fold, where a line
 * is not drawn.
 */
export function linesInText(
  article: ArticleText,
  dom: DomMap,
  offsets: readonly Utf16[],
): readonly number[] {
  const origin = topOfPane(dom);
  layOut(article, dom, offsets);
  return offsets.map((offset) => {
    const element = visibleElement(dom, blockIndexAt(article.blocks, offset));
    if (!element) return 0;
    return (caretRect(dom, offset) ?? element.getBoundingClientRect()).top - origin;
  });
}

/**
 * Lays out what the browser has left out of the page so far, from the first to the last of these places
 * in each part at once: asked for one by one, each block would be a layout of its own.
 */
function layOut(article: ArticleText, dom: DomMap, offsets: readonly Utf16[]): void {
  const spans = new Map<DrawnPart | null, { start: Utf16; end: Utf16 }>();
  for (const offset of offsets) {
    const part = dom.partOf(blockIndexAt(article.blocks, offset));
    const { start, end } = spans.get(part) ?? { start: offset, end: offset };
    spans.set(part, {
      start: offset < start ? offset : start,
      end: offset > end ? offset : end,
    });
  }
  for (const { start, end } of spans.values()) {
    if (start < end) rangeOver(dom, start, end)?.getBoundingClientRect();
  }
}

/**
 * How far below the top of the pane the blocks of many places stand, in pixels. Blocks far away, which
 * the browser has not laid out, give an estimate: nobody sees it. Each part and each block is looked at
 * once while its places follow one another.
 */
export function topsInText(
  article: ArticleText,
  dom: DomMap,
  offsets: readonly Utf16[],
): readonly number[] {
  const origin = topOfPane(dom);
  let part: DrawnPart | null = null;
  let topIn: (index: number) => number = () => origin;
  let last = -1;
  let top = 0;
  return offsets.map((offset) => {
    const index = blockIndexAt(article.blocks, offset);
    if (index === last) return top;
    last = index;
    if (!part || index < part.from || index >= part.to) {
      part = dom.partOf(index);
      if (part) topIn = topsInPart(part, dom);
    }
    top = topIn(index) - origin;
    return top;
  });
}

/** The tops of a part's blocks in the viewport. */
function topsInPart({ element, from, to }: DrawnPart, dom: DomMap): (index: number) => number {
  const { top, height } = element.getBoundingClientRect();
  if (isLaidOut(dom.elementOf(from))) {
    // What has no box is folded away: its fold stands for it.
    return (index) => {
      const box = dom.elementOf(index)?.getBoundingClientRect();
      return box && box.height > 0 ? box.top : top;
    };
  }
  return (index) => top + (height * (index - from)) / (to - from);
}

/** To ask for the place of what lies in a passage out of view would lay the whole passage out. */
export function isLaidOut(element: HTMLElement | null): boolean {
  return element?.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
}

/** A masthead above the text is the pane's as well. */
function topOfPane({ root }: DomMap): number {
  return (root.closest(".reading-pane") ?? root).getBoundingClientRect().top;
}

/** The block's own element, or the fold that hides it. */
function visibleElement(dom: DomMap, index: number): HTMLElement | null {
  const element = dom.elementOf(index);
  if (!element) return null;
  return element.offsetParent === null ? element.closest<HTMLElement>(".article-fold") : element;
}

function webkitPlace(x: number, y: number): { offsetNode: Node; offset: number } | null {
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { offsetNode: range.startContainer, offset: range.startOffset } : null;
}
