"use client";

import { useEffect, useState, type RefObject } from "react";
import { linkWords } from "#components/annotations/words.ts";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import { linksOf } from "../state/links-of.ts";
import { startOf } from "../state/reading-order.ts";
import { useDeskState } from "../use-desk.tsx";

type Line = {
  readonly id: string;
  readonly path: string;
  readonly says: string;
  readonly x: number;
  readonly y: number;
};

/**
 * The focused annotation's links, and no others, drawn from its words to theirs along the margin. They
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
  const [lines, setLines] = useState<readonly Line[]>([]);
  useEffect(() => {
    const { pane } = geometry;
    const origin = box.current?.getBoundingClientRect();
    if (!focused || focused.state === "withdrawn" || !pane || !origin) return setLines([]);
    const place = (start: number) => {
      const rect = pane.caret(start, "after");
      return rect && { x: rect.left - origin.left, y: rect.top - origin.top + rect.height / 2 };
    };
    const here = place(startOf(focused));
    setLines(
      linksOf(links, focused.id).flatMap((link, index): Line[] => {
        const isFrom = link.from === focused.id;
        const other = annotations.get(isFrom ? link.to : link.from);
        const there = other && other.state !== "withdrawn" ? place(startOf(other)) : null;
        if (!here || !there) return [];
        const [from, to] = isFrom ? [here, there] : [there, here];
        const margin = 30 - Math.min(index, 4) * 5;
        const path = `M ${from.x - 2} ${from.y} C ${margin} ${from.y}, ${margin} ${to.y}, ${to.x - 3} ${to.y}`;
        const says = linkWords(link.type, isFrom ? "from" : "to");
        return [{ id: link.id, path, says, x: margin, y: (from.y + to.y) / 2 }];
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
