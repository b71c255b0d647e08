"use client";

import { useEffect, useState, type RefObject } from "react";
import { linkWords } from "#components/annotations/words.ts";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import { linksOf } from "../state/links-of.ts";
import { startOf } from "#components/editor/reading-order.ts";
import { useDeskState } from "../use-desk.tsx";

/** Pixels between two lines of the text, or less. */
const LEAST = 12;

type Line = {
  readonly id: string;
  readonly path: string;
  readonly says: string;
};

const NO_LINES: readonly Line[] = [];

/**
 * The focused annotation's links, and no others, drawn along the margin from its line to theirs. They
 * are hidden from those who listen: its card lists them all.
 */
export function LinkLines({
  box,
  geometry,
}: {
  box: RefObject<HTMLElement | null>;
  geometry: CardGeometry;
}) {
  const focused = useDeskState((state) => state.annotations.get(state.focusId ?? ""));
  const annotations = useDeskState((state) => state.annotations);
  const links = useDeskState((state) => state.links);
  const [lines, setLines] = useState(NO_LINES);
  useEffect(() => {
    const { pane } = geometry;
    const theirs = focused && focused.state !== "withdrawn" ? linksOf(links, focused.id) : [];
    const origin = theirs.length > 0 ? box.current?.getBoundingClientRect() : null;
    if (!focused || !pane || !origin) return setLines(NO_LINES);
    const text = box.current?.querySelector("[data-block]");
    const gutter = text ? Number.parseFloat(getComputedStyle(text).paddingLeft) : 0;
    const place = (start: number) => {
      const rect = pane.caret(start, "after");
      return rect && { y: rect.top - origin.top + rect.height / 2 };
    };
    const here = place(startOf(focused));
    setLines(
      theirs.flatMap((link, index): Line[] => {
        const isFrom = link.from === focused.id;
        const other = annotations.get(isFrom ? link.to : link.from);
        const there = other && other.state !== "withdrawn" ? place(startOf(other)) : null;
        if (!here || !there) return [];
        const [from, to] = isFrom ? [here, there] : [there, here];
        // On one line both are in sight, and a line through the words would strike them out.
        if (Math.abs(from.y - to.y) < LEAST) return [];
        const edge = gutter - 4;
        const bend = gutter - 14 - Math.min(index, 4) * 5;
        const path = `M ${edge} ${from.y} C ${bend} ${from.y}, ${bend} ${to.y}, ${edge} ${to.y}`;
        return [{ id: link.id, path, says: linkWords(link.type, isFrom ? "from" : "to") }];
      }),
    );
  }, [focused, annotations, links, geometry, box]);
  if (lines.length === 0) return null;
  return (
    <svg
      aria-hidden
      data-print="no"
      className="pointer-events-none absolute inset-0 z-5 h-full w-full overflow-visible text-ink"
    >
      <defs>
        <marker
          id="link-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M 0 0 L 8 4 L 0 8 z" fill="currentColor" />
        </marker>
      </defs>
      {lines.map(({ id, path, says }) => (
        <g key={id}>
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeWidth="1.25"
            strokeOpacity="0.75"
            markerEnd="url(#link-arrow)"
          />
          <title>{says}</title>
        </g>
      ))}
    </svg>
  );
}
