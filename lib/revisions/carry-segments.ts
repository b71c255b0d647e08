import { hasOverlap, span } from "#lib/text/span.ts";
import { REANCHOR_STATUSES, type Reanchored } from "#lib/text/reanchor/reanchor.ts";
import type { CarriedSegment, CarryStatus, MarkSegment } from "./model.ts";

export type CarriedMark = { status: CarryStatus; segments: CarriedSegment[] };

/**
 * What becomes of a mark, given what became of each of its segments, in their order: as bad as its
 * worst one. `wordsAt` gives the new text's words. Segments that would share characters are lost.
 */
export function carrySegments(
  segments: readonly MarkSegment[],
  found: readonly Reanchored[],
  wordsAt: (start: number, end: number) => string,
): CarriedMark {
  const carried = segments.map(({ role, start, end, exact }, n): CarriedSegment => {
    const now = found[n];
    const from = { start, end, exact };
    if (!now || now.status === "lost") return { role, from, ...NOWHERE };
    const { status, similarity } = now;
    const words = wordsAt(now.start, now.end);
    return { role, from, status, start: now.start, end: now.end, exact: words, similarity };
  });
  const spans = carried.flatMap(({ start, end }) =>
    start === null || end === null ? [] : [span(start, end)],
  );
  const settled = hasOverlap(spans)
    ? carried.map(({ role, from }): CarriedSegment => ({ role, from, ...NOWHERE }))
    : carried;
  return { status: worst(settled.map(({ status }) => status)), segments: settled };
}

/** Where a mark stands that is exact or moved: its segments in reading order. */
export function placedSegments({ segments }: CarriedMark): MarkSegment[] {
  return segments
    .flatMap(({ role, start, end, exact }) =>
      start === null || end === null || exact === null ? [] : [{ role, start, end, exact }],
    )
    .sort((a, b) => a.start - b.start);
}

/** Whether a mark goes along by itself. */
export function goesAlong(status: CarryStatus): boolean {
  return status === "exact" || status === "moved";
}

const NOWHERE = { status: "lost", start: null, end: null, exact: null, similarity: null } as const;

function worst(statuses: readonly CarryStatus[]): CarryStatus {
  const at = Math.max(0, ...statuses.map((status) => REANCHOR_STATUSES.indexOf(status)));
  return REANCHOR_STATUSES[at] ?? "lost";
}
