import type { Mark } from "./paint-plan.ts";

/** What a new list of marks changes in what is painted. Numbers are places in the two lists. */
export type MarkDifference = {
  /** For each mark of the new list its place in the old one; null where it must be painted. */
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
  let same = 0;
  while (same < shorter - first && looksTheSame(before.at(-1 - same), now.at(-1 - same))) same++;

  const between = new Map<string, number>();
  for (let at = first; at < before.length - same; at++) between.set(before[at]?.id ?? "", at);
  const kept: (number | null)[] = [];
  const added: number[] = [];
  for (let at = 0; at < now.length; at++) {
    const mark = now[at];
    if (at < first) kept.push(at);
    else if (at >= now.length - same) kept.push(at - now.length + before.length);
    else {
      const known = between.get(mark?.id ?? "");
      const isSame = known !== undefined && looksTheSame(before[known], mark);
      if (isSame) between.delete(mark?.id ?? "");
      else added.push(at);
      kept.push(isSame ? known : null);
    }
  }
  return { kept, added, gone: [...between.values()] };
}

function looksTheSame(before: Mark | undefined, now: Mark | undefined): boolean {
  return (
    before !== undefined &&
    before.id === now?.id &&
    before.tag === now.tag &&
    before.segments === now.segments
  );
}
