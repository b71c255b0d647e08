import type { ArticleText } from "./article-text.ts";
import { blockIndexAt } from "./article-text.ts";
import type { DomMap } from "./dom-map.ts";
import { caretRect, linesInText, nearestPlace, topsInText, wordsRect } from "./page-geometry.ts";
import type { PaintSpan } from "./painter.ts";

/** Where words stand on the page. Offsets are code points, pixels count from the top of the pane. */
export type PaneGeometry = {
  readonly isReady: boolean;
  /** The lines of many places. */
  lines(offsets: readonly number[]): readonly number[];
  /** The blocks that hold them, which costs less. */
  tops(offsets: readonly number[]): readonly number[];
  /** The caret's line before a character, in the viewport; null where it is hidden. */
  caret(offset: number, between?: "before" | "after"): DOMRect | null;
  /** The place nearest to a point of the viewport; null away from the text. */
  at(x: number, y: number): number | null;
  /** The words' box in the viewport; null where they are hidden. */
  rect(span: PaintSpan): DOMRect | null;
  /** Shows the words: opens the fold that hides them, scrolls them into the middle. */
  reveal(span: PaintSpan): void;
  /** The element of a block, to put something beside it. */
  block(index: number): HTMLElement | null;
};

export function placeOf(article: ArticleText, dom: DomMap | null): Omit<PaneGeometry, "reveal"> {
  const { offsets } = article;
  const toUtf16 = (offset: number) => offsets.toUtf16(offset);
  return {
    isReady: dom !== null,
    lines: (places) => (dom ? linesInText(article, dom, places.map(toUtf16)) : zeros(places)),
    tops: (places) => (dom ? topsInText(article, dom, places.map(toUtf16)) : zeros(places)),
    caret: (offset, between) => (dom ? caretRect(dom, offsets.toUtf16(offset), between) : null),
    at: (x, y) => {
      const place = dom ? nearestPlace(dom, x, y) : null;
      return place === null ? null : offsets.toCodePoint(place);
    },
    rect: ({ start, end }) =>
      dom ? wordsRect(dom, offsets.toUtf16(start), offsets.toUtf16(end)) : null,
    block: (index) => dom?.elementOf(index) ?? null,
  };
}

/** Nothing is drawn yet. */
function zeros(places: readonly number[]): number[] {
  return places.map(() => 0);
}

export function revealIn(article: ArticleText, dom: DomMap | null, { start }: PaintSpan): void {
  if (!dom) return;
  const place = article.offsets.toUtf16(start);
  const element = dom.elementOf(blockIndexAt(article.blocks, place));
  element?.closest(".article-fold")?.dispatchEvent(new Event("onrecord-open-fold"));
  const scroller = dom.root.closest("[data-scroller]");
  if (!element || !scroller) return;
  const view = scroller.getBoundingClientRect();
  const before = caretRect(dom, place);
  if (before && before.top > view.top + 60 && before.bottom < view.bottom - 120) return;
  // First the block, which draws it; only then does the line have a place.
  element.scrollIntoView({ block: "nearest" });
  const rect = caretRect(dom, place) ?? element.getBoundingClientRect();
  scroller.scrollTop += rect.top - view.top - view.height * 0.33;
}
