import type { Mark } from "./paint-plan.ts";

/**
 * The marks at a character, the smallest first: it lies on top. All are looked through: thousands take
 * less time than one frame has in its hundredth part, and an index of them would be made anew for each
 * new mark.
 */
export function marksAt(marks: readonly Mark[], offset: number): string[] {
  return marks
    .filter((mark) => startAt(mark, offset) !== null)
    .map((mark) => ({ id: mark.id, size: sizeOf(mark), start: startAt(mark, offset) ?? 0 }))
    .sort((a, b) => a.size - b.size || b.start - a.start)
    .map(({ id }) => id);
}

/** The mark on top at a character; a second click on the same place goes on to the next one by `after`. */
export function markAt(
  marks: readonly Mark[],
  offset: number,
  after: string | null = null,
): string | null {
  const ids = marksAt(marks, offset);
  const place = after === null ? -1 : ids.indexOf(after);
  return ids[(place + 1) % Math.max(1, ids.length)] ?? null;
}

/** Where the mark's piece begins that holds the character; null when none does. */
function startAt({ segments }: Mark, offset: number): number | null {
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index];
    if (segment && segment.start <= offset && offset < segment.end) return segment.start;
  }
  return null;
}

function sizeOf({ segments }: Mark): number {
  return segments.reduce((sum, { start, end }) => sum + end - start, 0);
}
