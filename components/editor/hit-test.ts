import { intervalIndex, type IntervalIndex } from "#lib/text/interval-index.ts";
import type { Mark } from "./paint-plan.ts";

type Piece = {
  readonly start: number;
  readonly end: number;
  readonly id: string;
  readonly size: number;
};

/** Finds marks by a place in the text. */
export type HitIndex = IntervalIndex<Piece>;

export function hitIndex(marks: readonly Mark[]): HitIndex {
  return intervalIndex(
    marks.flatMap((mark) => {
      const size = mark.segments.reduce((sum, each) => sum + each.end - each.start, 0);
      return mark.segments.map(({ start, end }) => ({ start, end, id: mark.id, size }));
    }),
  );
}

/**
 * The marks at a character, the smallest first: it lies on top. A second click on the same place goes
 * on to the next one by `after`.
 */
export function markAt(
  index: HitIndex,
  offset: number,
  after: string | null = null,
): string | null {
  const ids = marksAt(index, offset);
  const place = after === null ? -1 : ids.indexOf(after);
  return ids[(place + 1) % Math.max(1, ids.length)] ?? null;
}

/** All marks at a character, the smallest first. */
export function marksAt(index: HitIndex, offset: number): string[] {
  const found = index.covering(offset).toSorted((a, b) => a.size - b.size || b.start - a.start);
  return [...new Set(found.map((piece) => piece.id))];
}
