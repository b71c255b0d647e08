"use client";

import { useEffect, useLayoutEffect, useState } from "react";
import type { DomMap } from "./dom-map.ts";
import { caretRect } from "./page-geometry.ts";
import type { TextSelection } from "./use-text-selection.ts";

/** The caret: a read-only text shows none of its own. The page follows it. */
export function Caret({ dom, selection }: { dom: DomMap; selection: TextSelection }) {
  const [place, setPlace] = useState<{ left: number; top: number; height: number } | null>(null);

  useLayoutEffect(() => {
    function measure(): void {
      const rect = caretRect(dom, selection.head);
      const origin = dom.root.closest(".reading-pane")?.getBoundingClientRect();
      setPlace(
        rect && origin
          ? { left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height }
          : null,
      );
    }
    if (selection.by === "keyboard") follow(dom, selection);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(dom.root);
    return () => observer.disconnect();
  }, [dom, selection]);

  const [hasFocus, setHasFocus] = useState(false);
  useEffect(() => {
    const update = () => setHasFocus(document.activeElement === dom.root);
    update();
    dom.root.addEventListener("focus", update);
    dom.root.addEventListener("blur", update);
    return () => {
      dom.root.removeEventListener("focus", update);
      dom.root.removeEventListener("blur", update);
    };
  }, [dom]);

  if (!place || !hasFocus) return null;
  return <div className="article-caret" aria-hidden style={place} key={selection.head} />;
}

/** Keeps the caret's line in view, with a line or two around it. */
function follow(dom: DomMap, selection: TextSelection): void {
  const scroller = dom.root.closest("[data-scroller]");
  const rect = caretRect(dom, selection.head);
  if (!scroller || !rect) return;
  const view = scroller.getBoundingClientRect();
  const above = rect.top - (view.top + MARGIN);
  const below = rect.bottom - (view.bottom - MARGIN);
  if (above < 0) scroller.scrollTop += above;
  else if (below > 0) scroller.scrollTop += below;
}

const MARGIN = 72;
