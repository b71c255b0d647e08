"use client";

import { useCallback, useLayoutEffect, useMemo } from "react";
import type { ArticleText } from "./article-text.ts";
import { blocksInView } from "./blocks-in-view.ts";
import type { DomMap } from "./dom-map.ts";
import type { Mark } from "./paint-plan.ts";
import { canPaint, painter, type PaintSpan } from "./painter.ts";
import { EVERYWHERE } from "./range-places.ts";

/** What is painted over a text. */
export type Painting = {
  /** In reading order. */
  readonly marks: readonly Mark[];
  readonly focused: Mark | null;
  readonly chosen: readonly PaintSpan[];
  readonly missed: readonly PaintSpan[];
};

/**
 * Keeps a text painted where the reader is, and on paper everywhere. Gives what looks anew where that
 * is, for when the layout has changed.
 */
export function usePainting(
  article: ArticleText,
  dom: DomMap | null,
  { marks, focused, chosen, missed }: Painting,
): () => void {
  const paint = useMemo(() => (dom && canPaint() ? painter(article, dom) : null), [article, dom]);
  const look = useCallback(() => {
    if (dom) paint?.view(blocksInView(dom));
  }, [paint, dom]);

  useLayoutEffect(() => () => paint?.clear(), [paint]);
  useLayoutEffect(() => paint?.marks(marks), [paint, marks]);
  useLayoutEffect(() => paint?.focus(focused ? [focused] : []), [paint, focused]);
  useLayoutEffect(() => paint?.spans("chosen", chosen), [paint, chosen]);
  useLayoutEffect(() => paint?.spans("missed", missed), [paint, missed]);
  useLayoutEffect(() => {
    look();
    const all = () => paint?.view(EVERYWHERE);
    // Before the frame that shows it; whatever it is that scrolls.
    window.addEventListener("scroll", look, { capture: true, passive: true });
    window.addEventListener("resize", look);
    window.addEventListener("beforeprint", all);
    window.addEventListener("afterprint", look);
    return () => {
      window.removeEventListener("scroll", look, { capture: true });
      window.removeEventListener("resize", look);
      window.removeEventListener("beforeprint", all);
      window.removeEventListener("afterprint", look);
    };
  }, [look, paint]);
  return look;
}
