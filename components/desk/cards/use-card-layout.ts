"use client";

import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { ReadingPaneHandle } from "#components/editor/reading-pane.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { startOf } from "../state/reading-order.ts";
import { layoutCards } from "./card-layout.ts";

export type CardLayout = {
  readonly tops: ReadonlyMap<string, number>;
  /** The cards to draw: all of a few, of many those near the view. */
  readonly drawn: readonly Annotation[];
  readonly height: number;
  /** Many cards for little text: all but the focused one are one line high. */
  readonly isDense: boolean;
  /** Gives a card's element to be measured. */
  readonly measure: (id: string, element: HTMLElement | null) => void;
};

const GAP = 8;
const GUESS = { dense: 34, loose: 104 };
const DRAW_ALL = 80;

/**
 * Puts the cards at the height of their words. `layoutCount` goes up when the text's layout has
 * changed; the scroller tells which cards are near the view.
 */
export function useCardLayout(
  cards: readonly Annotation[],
  focusId: string | null,
  pane: { current: ReadingPaneHandle | null },
  column: RefObject<HTMLElement | null>,
  layoutCount: number,
): CardLayout {
  const heights = useRef(new Map<string, number>());
  const [measured, setMeasured] = useState(0);
  const view = useView(column, cards.length > DRAW_ALL);
  const observer = useHeights(heights, setMeasured);

  const textHeight = column.current?.closest("[data-scroller]")?.scrollHeight ?? 0;
  const isDense = cards.length > 24 && cards.length * GUESS.loose > textHeight * 1.4;

  const tops = useMemo(() => {
    const guess = isDense ? GUESS.dense : GUESS.loose;
    const placed = cards.map((card) => {
      const height = heights.current.get(card.id) ?? guess;
      return {
        id: card.id,
        height,
        anchor:
          pane.current?.top(startOf(card), cards.length <= DRAW_ALL || card.id === focusId) ?? 0,
      };
    });
    // Near the view the line counts; far away the block will do.
    const near = new Set(
      placed.filter(({ anchor }) => anchor > view.top && anchor < view.bottom).map(({ id }) => id),
    );
    const exact =
      cards.length <= DRAW_ALL
        ? placed
        : placed.map((each, index) => {
            const card = cards[index];
            return card && near.has(each.id)
              ? { ...each, anchor: pane.current?.top(startOf(card), true) ?? each.anchor }
              : each;
          });
    return layoutCards(
      exact.toSorted((a, b) => a.anchor - b.anchor),
      focusId,
      GAP,
    );
    // `measured` and `layoutCount` say that heights or anchors are others now.
  }, [cards, focusId, isDense, pane, view, measured, layoutCount]);

  const drawn = useMemo(
    () =>
      cards.length <= DRAW_ALL
        ? cards
        : cards.filter(({ id }) => {
            const top = tops.get(id) ?? 0;
            return id === focusId || (top > view.top && top < view.bottom);
          }),
    [cards, tops, view, focusId],
  );

  const height = useMemo(() => {
    let bottom = 0;
    for (const [id, top] of tops)
      bottom = Math.max(bottom, top + (heights.current.get(id) ?? GUESS.loose));
    return bottom + 120;
  }, [tops]);

  return { tops, drawn, height, isDense, measure: observer };
}

function useHeights(
  heights: RefObject<Map<string, number>>,
  setMeasured: (update: (count: number) => number) => void,
): CardLayout["measure"] {
  const observed = useRef(new Map<string, HTMLElement>());
  const observer = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => () => observer.current?.disconnect(), []);

  return useCallback(
    (id, element) => {
      observer.current ??= new ResizeObserver((entries) => {
        let isNew = false;
        for (const { target } of entries) {
          const card = target instanceof HTMLElement ? target : null;
          const known = card?.dataset.card;
          if (!card || !known || card.offsetHeight === 0) continue;
          isNew ||= heights.current.get(known) !== card.offsetHeight;
          heights.current.set(known, card.offsetHeight);
        }
        if (isNew) setMeasured((count) => count + 1);
      });
      const before = observed.current.get(id);
      if (before && before !== element) observer.current.unobserve(before);
      if (!element) {
        observed.current.delete(id);
        return;
      }
      observed.current.set(id, element);
      observer.current.observe(element);
    },
    [heights, setMeasured],
  );
}

type View = { readonly top: number; readonly bottom: number };

/** The stretch of the text around what is seen, a screen more on each side; it moves in steps. */
function useView(column: RefObject<HTMLElement | null>, isWanted: boolean): View {
  const [view, setView] = useState<View>({ top: -1_000, bottom: 3_000 });
  useLayoutEffect(() => {
    const scroller = column.current?.closest<HTMLElement>("[data-scroller]");
    if (!scroller || !isWanted) return;
    function look(): void {
      if (!scroller) return;
      const step = Math.max(400, scroller.clientHeight);
      const top = Math.floor(scroller.scrollTop / step) * step - step;
      setView((before) => (before.top === top ? before : { top, bottom: top + 4 * step }));
    }
    look();
    scroller.addEventListener("scroll", look, { passive: true });
    return () => scroller.removeEventListener("scroll", look);
  }, [column, isWanted]);
  return view;
}
