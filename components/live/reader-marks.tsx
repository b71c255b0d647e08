"use client";

import { useEffect, useState, type RefObject } from "react";
import type { CardGeometry } from "#components/desk/cards/use-card-layout.ts";
import { blockIndexAt } from "#components/editor/article-text.ts";
import { useDeskState } from "#components/desk/use-desk.tsx";
import { initialsOf } from "#components/projects/initials.tsx";

type Placed = { readonly top: number; readonly says: string };

/** A faint sign beside the paragraph where somebody else reads. The list of readers says it aloud. */
export function ReaderMarks({
  box,
  geometry,
}: {
  box: RefObject<HTMLElement | null>;
  geometry: CardGeometry;
}) {
  const readers = useDeskState((state) => state.live.readers);
  const article = useDeskState((state) => state.article);
  const [placed, setPlaced] = useState<readonly Placed[]>([]);
  useEffect(() => {
    const { pane } = geometry;
    const origin = box.current?.getBoundingClientRect();
    if (!pane || !origin || readers.length === 0 || readers.length > MOST) return setPlaced([]);
    const tops = new Map<number, string[]>();
    for (const { user, place } of readers) {
      if (place === null || place > article.offsets.lengthCodePoints) continue;
      const index = blockIndexAt(article.blocks, article.offsets.toUtf16(place));
      const block = pane.block(index)?.getBoundingClientRect();
      if (!block || block.height === 0) continue;
      const top = Math.round(block.top - origin.top);
      tops.set(top, [...(tops.get(top) ?? []), initialsOf(user.name)]);
    }
    setPlaced([...tops].map(([top, names]) => ({ top, says: names.slice(0, 3).join(" ") })));
  }, [readers, geometry, article, box]);
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
