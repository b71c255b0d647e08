import type { Mark } from "./paint-plan.ts";

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
 * Compares two lists in reading order. A mark is the same while it has the same tag and the very same
 * segments. What the lists share at both ends costs a look each: one new mark among thousands is found
 * without an index of them.
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

  const between = new Map<string, number>();
  for (let at = first; at < last; at++) between.set(before[at]?.id ?? "", at);
  const kept: (number | null)[] = [];
  const added: number[] = [];
  for (let at = first; at < end; at++) {
    const id = now[at]?.id ?? "";
    const known = between.get(id);
    const isSame = known !== undefined && looksTheSame(before[known], now[at]);
    if (isSame) between.delete(id);
    else added.push(at);
    kept.push(isSame ? known : null);
  }
  return { first, last, kept, added, gone: [...between.values()] };
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
