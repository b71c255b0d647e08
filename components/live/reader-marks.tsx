"use client";

import { useEffect, useState } from "react";
import type { CardGeometry } from "#components/desk/cards/use-card-layout.ts";
import { useDeskState } from "#components/desk/use-desk.tsx";
import { initialsOf } from "#components/projects/initials.tsx";

type Placed = { readonly top: number; readonly says: string };

/** A faint sign beside the paragraph where somebody else reads. The list of readers says it aloud. */
export function ReaderMarks({ geometry }: { geometry: CardGeometry }) {
  const readers = useDeskState((state) => state.live.readers);
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  useEffect(() => {
    const { pane } = geometry;
    if (!pane || readers.length === 0 || readers.length > MOST) return setPlaced([]);
    const tops = new Map<number, string[]>();
    for (const { user, place } of readers) {
      if (place === null) continue;
      const top = Math.round(pane.top(place, false));
      tops.set(top, [...(tops.get(top) ?? []), initialsOf(user.name)]);
    }
    setPlaced([...tops].map(([top, names]) => ({ top, says: names.slice(0, 3).join(" ") })));
  }, [readers, geometry]);
  return placed.map(({ top, says }) => (
    <span
      key={top}
      aria-hidden
      data-reader-mark
      data-print="no"
      style={{ top }}
      className="pointer-events-none absolute left-0 border-l-2 border-line-strong pl-0.5 font-sans text-[0.6875rem] leading-6 text-muted select-none max-sm:hidden"
    >
      {says}
    </span>
  ));
}

/** Of more readers than these nobody could tell the signs apart. */
const MOST = 12;
