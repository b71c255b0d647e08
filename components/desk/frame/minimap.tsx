"use client";

import { useEffect, useRef, type PointerEvent } from "react";
import type { Annotation, Tag } from "#lib/annotations/model.ts";
import { paintKind } from "#components/editor/paint-plan.ts";
import { useColours } from "#components/ui/use-colours.ts";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import type { ArticleText } from "#components/editor/article-text.ts";
import { shownBy } from "../state/desk-state.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { shareAt, type MapPlaces } from "./map-places.ts";

const WIDTH = 14;

/**
 * The whole article at the edge of the text, with its marks: claims, denials and attributions side by
 * side, so that place tells them apart as well as hue. A click goes there. It is drawn on a canvas, as
 * thousands of marks must cost nothing, and is hidden from those who listen: cards say the same.
 */
export function Minimap({ geometry }: { geometry: CardGeometry }) {
  const { me } = useDesk().data;
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<HTMLSpanElement>(null);
  const article = useDeskState((state) => state.article);
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  const focused = useDeskState((state) => state.annotations.get(state.focusId ?? "") ?? null);
  const colours = useColours();
  const measured = useRef<{ of: readonly unknown[]; places: MapPlaces } | null>(null);

  useEffect(() => {
    // Nobody waits for the map: it is drawn when nothing else is to be done.
    return whenIdle(() => {
      if (!canvas.current) return;
      // Where the blocks stand is asked once for each layout, and not with every mark.
      if (measured.current?.of[0] !== geometry || measured.current.of[1] !== article)
        measured.current = { of: [geometry, article], places: placesOf(article, geometry) };
      const marks = shownBy(filter, order, me.id);
      draw(canvas.current, marks, focused, measured.current.places);
    });
  }, [order, filter, me, focused, article, geometry, colours]);

  useEffect(() => {
    const scroller = canvas.current?.closest("[data-room]")?.querySelector("[data-scroller]");
    if (!scroller) return;
    const show = () => {
      if (!view.current) return;
      const share = (pixels: number) => `${(100 * pixels) / Math.max(1, scroller.scrollHeight)}%`;
      view.current.style.top = share(scroller.scrollTop);
      view.current.style.height = share(scroller.clientHeight);
    };
    show();
    scroller.addEventListener("scroll", show, { passive: true });
    const observer = new ResizeObserver(show);
    observer.observe(scroller);
    return () => {
      scroller.removeEventListener("scroll", show);
      observer.disconnect();
    };
  }, [geometry]);

  function go(event: PointerEvent<HTMLElement>): void {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    const scroller = event.currentTarget.closest("[data-room]")?.querySelector("[data-scroller]");
    if (!scroller) return;
    const share = (event.clientY - box.top) / box.height;
    scroller.scrollTop = share * scroller.scrollHeight - scroller.clientHeight / 2;
  }

  return (
    <div
      aria-hidden
      data-minimap
      data-print="no"
      onPointerDown={go}
      onPointerMove={go}
      className="relative w-4 shrink-0 cursor-pointer border-l border-line bg-ground"
    >
      <canvas ref={canvas} className="absolute inset-0 h-full w-full" />
      <span
        ref={view}
        className="pointer-events-none absolute inset-x-0 min-h-3 border-y border-muted bg-ink/8"
      />
    </div>
  );
}

/** Safari knows no idle callbacks. Gives what takes it back. */
function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(run, 100);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: 500 });
  return () => cancelIdleCallback(handle);
}

const COLUMNS: Readonly<Record<Tag, number>> = { attribution: 0, claim: 1, denial: 2 };

function draw(
  canvas: HTMLCanvasElement,
  marks: readonly Annotation[],
  focused: Annotation | null,
  places: MapPlaces,
): void {
  const scale = devicePixelRatio || 1;
  const height = canvas.clientHeight;
  const { from, share } = stretchOfText(canvas, height);
  canvas.width = WIDTH * scale;
  canvas.height = height * scale;
  const context = canvas.getContext("2d");
  if (!context) return;
  context.scale(scale, scale);
  const style = getComputedStyle(canvas);
  const hues = new Map<Tag, string>(
    (["claim", "denial", "attribution"] as const).map((tag) => [
      tag,
      style.getPropertyValue(`--${paintKind(tag, "content")}`),
    ]),
  );
  const paint = ({ tag, segments }: Annotation, isWide: boolean) => {
    context.fillStyle = isWide ? style.color : (hues.get(tag) ?? style.color);
    for (const { role, start, end } of segments) {
      if (role !== "content") continue;
      const top = from + shareAt(places, start) * share;
      const tall = Math.max(isWide ? 3 : 1.5, from + shareAt(places, end) * share - top);
      context.fillRect(isWide ? 0 : COLUMNS[tag] * 4 + 1, top, isWide ? WIDTH : 3, tall);
    }
  };
  // Where more marks than lines are to be shown they are pale, so that a crowd is darker than a few.
  context.globalAlpha = Math.max(0.2, Math.min(1, height / (2 * marks.length)));
  for (const mark of marks) paint(mark, false);
  context.globalAlpha = 0.4;
  if (focused) paint(focused, true);
}

/** Where the blocks stand in the text as it is drawn now. */
function placesOf({ blocks, offsets }: ArticleText, { pane }: CardGeometry): MapPlaces {
  const starts = blocks.map(({ start }) => start);
  const tops = pane?.tops(starts) ?? [];
  const height = pane?.block(0)?.closest(".reading-pane")?.getBoundingClientRect().height ?? 0;
  return {
    starts,
    shares: tops.map((top) => (height > 0 ? Math.min(1, Math.max(0, top / height)) : 0)),
    length: offsets.lengthCodePoints,
  };
}

/** Where the text begins on the map, and how much of it is the text's, in pixels. */
function stretchOfText(canvas: HTMLElement, height: number): { from: number; share: number } {
  const scroller = canvas.closest("[data-room]")?.querySelector("[data-scroller]");
  const text = scroller?.querySelector(".reading-pane");
  if (!scroller || !text) return { from: 0, share: height };
  const whole = Math.max(1, scroller.scrollHeight);
  const box = text.getBoundingClientRect();
  const top = box.top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  return { from: (top / whole) * height, share: (box.height / whole) * height };
}
