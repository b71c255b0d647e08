"use client";

import {
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from "react";
import type { ReadingPaneHandle } from "#components/editor/reading-pane.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { startOf } from "#components/editor/reading-order.ts";
import { layoutCards } from "./card-layout.ts";
import { crowds } from "./crowds.ts";

/** A card to draw, and where. */
export type DrawnCard = {
  readonly annotation: Annotation;
  /** Among all cards, from 0. */
  readonly place: number;
  readonly top: number;
  /** One line high: in a crowd, or where there are many cards for little text. */
  readonly isFolded: boolean;
};

export type CardLayout = {
  /** All of a few cards, of many those near the view. */
  readonly drawn: readonly DrawnCard[];
  readonly height: number;
  /** Gives a card's element to be measured. */
  readonly measure: (id: string, element: HTMLElement | null) => void;
};

const GAP = 8;
const GUESS = { dense: 34, loose: 104 };
const DRAW_ALL = 80;

/** The text as it stands on the page; a new object each time that its layout has changed. */
export type CardGeometry = { readonly pane: ReadingPaneHandle | null };

/**
 * Puts the cards at the height of their words. Few cards are all drawn and measured exactly; of many
 * those near the view, and for the rest the block's height will do: nobody sees them.
 */
export function useCardLayout(
  cards: readonly Annotation[],
  focusId: string | null,
  geometry: CardGeometry,
  column: RefObject<HTMLElement | null>,
): CardLayout {
  const isMany = cards.length > DRAW_ALL;
  const view = useView(column, isMany);
  const { heights, measure } = useHeights();
  const needed = cards.length * GUESS.loose;
  // Until it is known, many cards are low: high ones would lengthen the page that is measured.
  const [isCrowded, setCrowded] = useState(true);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Behind the next frame the page is laid out already, and the question costs nothing.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        const scroller = column.current?.closest("[data-scroller]");
        if (scroller) setCrowded(needed > scroller.scrollHeight * 1.4);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [column, geometry, needed]);
  const isDense = cards.length > 24 && isCrowded;

  const anchorsIn = useAnchors(cards, geometry, isMany);
  // By anchors that neither scrolling nor the focus changes, so that no card opens under the eyes.
  const folded = useMemo(
    () =>
      isDense
        ? null
        : crowds({ anchors: anchorsIn(NOWHERE, null), heights: cards.map(openHeight) }, GAP),
    [cards, anchorsIn, isDense],
  );

  const { drawn, height } = useMemo(() => {
    let pinned: number | null = null;
    const known: number[] = [];
    for (const [place, card] of cards.entries()) {
      if (card.id === focusId) pinned = place;
      known.push(heights.get(card.id) ?? (folded?.[place] === false ? GUESS.loose : GUESS.dense));
    }
    const anchors = anchorsIn(view, pinned);
    const tops = layoutCards({ anchors, heights: known }, pinned, GAP);
    const drawn: DrawnCard[] = [];
    for (const [place, annotation] of cards.entries()) {
      const top = tops[place] ?? 0;
      const isWanted = !isMany || place === pinned || isIn(view, top);
      if (isWanted) drawn.push({ annotation, place, top, isFolded: folded?.[place] ?? true });
    }
    return { drawn, height: (tops.at(-1) ?? 0) + (known.at(-1) ?? 0) + 120 };
  }, [cards, focusId, heights, folded, view, anchorsIn, isMany]);

  return { drawn, height, measure };
}

/** About how high a card is when it is open, from how much it has to say; pixels. */
function openHeight({ tag, segments }: Annotation): number {
  const length = segments.reduce(
    (sum, { role, start, end }) => (role === "content" ? sum + end - start : sum),
    0,
  );
  const lines = Math.min(4, Math.ceil(length / CHARACTERS_A_LINE));
  return 46 + lines * 25 + (tag === "attribution" ? 36 : 0);
}

const CHARACTERS_A_LINE = 36;

/** The height of each card's words; of many cards exact in the view and of the pinned one. */
type AnchorsIn = (view: View, pinned: number | null) => number[];

/**
 * The heights at which the cards' words stand. The page is asked once for each place while its layout
 * stands: for a new card, or another height of one, nothing else is measured again.
 */
function useAnchors(
  cards: readonly Annotation[],
  geometry: CardGeometry,
  isMany: boolean,
): AnchorsIn {
  const known = useMemo(
    () => ({ geometry, roughly: new Map<number, number>(), exactly: new Map<number, number>() }),
    [geometry],
  );
  return useMemo(() => {
    const { pane } = known.geometry;
    const { roughly, exactly } = known;
    const starts = cards.map(startOf);
    const ask = (
      places: readonly number[],
      answers: Map<number, number>,
      tops: ((unknown: readonly number[]) => readonly number[]) | undefined,
    ) => {
      const unknown = [...new Set(places.filter((start) => !answers.has(start)))];
      for (const [index, top] of (tops?.(unknown) ?? []).entries()) {
        const start = unknown[index];
        if (start !== undefined) answers.set(start, top);
      }
    };
    if (isMany) ask(starts, roughly, pane?.tops);
    return (view, pinned) => {
      const isExact = (start: number) => !isMany || isIn(view, roughly.get(start) ?? 0);
      ask(starts.filter(isExact), exactly, pane?.lines);
      const first = pinned === null ? undefined : starts[pinned];
      if (first !== undefined) ask([first], exactly, pane?.lines);
      return starts.map(
        (start, place) => (isExact(start) || place === pinned ? exactly : roughly).get(start) ?? 0,
      );
    };
  }, [cards, known, isMany]);
}

function isIn(view: View, top: number): boolean {
  return top > view.top && top < view.bottom;
}

/** The heights of the cards that are or were drawn. */
function useHeights(): { heights: ReadonlyMap<string, number>; measure: CardLayout["measure"] } {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  const observed = useRef(new Map<string, HTMLElement>());
  const observer = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => () => observer.current?.disconnect(), []);

  const measure = useCallback((id: string, element: HTMLElement | null) => {
    observer.current ??= new ResizeObserver((entries) =>
      setHeights((before) => withMeasured(before, entries)),
    );
    const before = observed.current.get(id);
    if (before === element) return;
    if (before) observer.current.unobserve(before);
    if (element) {
      observed.current.set(id, element);
      observer.current.observe(element);
    } else observed.current.delete(id);
  }, []);
  return { heights, measure };
}

function withMeasured(
  before: ReadonlyMap<string, number>,
  entries: readonly ResizeObserverEntry[],
): ReadonlyMap<string, number> {
  const changed = entries.flatMap(({ target, borderBoxSize }): [string, number][] => {
    // What the observer brings costs no new layout.
    const height = Math.round(borderBoxSize[0]?.blockSize ?? 0);
    if (!(target instanceof HTMLElement) || height === 0) return [];
    const id = target.dataset.card ?? "";
    return before.get(id) === height ? [] : [[id, height]];
  });
  return changed.length === 0 ? before : new Map([...before, ...changed]);
}

type View = { readonly top: number; readonly bottom: number };
const NOWHERE: View = { top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY };

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
    // A screen ahead is drawn already: new cards are made between the frames of the scrolling.
    const lookAhead = () => startTransition(look);
    look();
    scroller.addEventListener("scroll", lookAhead, { passive: true });
    return () => scroller.removeEventListener("scroll", lookAhead);
  }, [column, isWanted]);
  return view;
}
