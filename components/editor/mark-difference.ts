import type { Mark } from "./paint-plan.ts";
import { compareInText } from "./reading-order.ts";

/** What a new list of marks changes in what is painted. Numbers are places in the two lists. */
export type MarkDifference = {
  /** So many are the same in front; the old list is the same again from `last` on. */
  readonly first: number;
  readonly last: number;
  /** For each mark of the new list between them its place in the old one; null where it must be painted. */
  readonly kept: readonly (number | null)[];
  /** In the new list. */
  readonly added: readonly number[];
  /** In the old list. */
  readonly gone: readonly number[];
};

/**
 * Compares two lists in reading order, side by side. A mark is the same while it has the same tag and the
 * very same segments.
 */
export function markDifference(before: readonly Mark[], now: readonly Mark[]): MarkDifference {
  const shorter = Math.min(before.length, now.length);
  let first = 0;
  while (first < shorter && looksTheSame(before[first], now[first])) first++;
  let last = before.length;
  let end = now.length;
  while (last > first && end > first && looksTheSame(before[last - 1], now[end - 1])) {
    last--;
    end--;
  }

  const kept: (number | null)[] = [];
  const added: number[] = [];
  const gone: number[] = [];
  let old = first;
  for (let at = first; at < end;) {
    const mark = now[at];
    const other = old < last ? before[old] : undefined;
    if (other && looksTheSame(other, mark)) {
      kept.push(old++);
      at++;
    } else if (other && mark && compareInText(other, mark) < 0) {
      gone.push(old++);
    } else {
      kept.push(null);
      added.push(at++);
    }
  }
  for (; old < last; old++) gone.push(old);
  return { first, last, kept, added, gone };
}

function looksTheSame(before: Mark | undefined, now: Mark | undefined): boolean {
  return (
    before === now ||
    (before !== undefined &&
      before.id === now?.id &&
      before.tag === now.tag &&
      before.segments === now.segments)
  );
}
