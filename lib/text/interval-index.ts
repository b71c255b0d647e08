/**
 * Answers which items lie at a place, in O(log n + k): a search tree over the starts, laid flat in
 * an array, where each node knows the furthest end below it. It never changes once built.
 */
export type IntervalIndex<Item> = {
  /** Items that hold the character at `offset`, in reading order. */
  covering(offset: number): Item[];
  /** Items that share a character with [start, end), in reading order. */
  intersecting(start: number, end: number): Item[];
};

/** Items may overlap, and several may lie on the same place. Empty items are never found. */
export function intervalIndex<Item extends { readonly start: number; readonly end: number }>(
  items: readonly Item[],
): IntervalIndex<Item> {
  const sorted = items.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const furthest = new Float64Array(sorted.length);
  measure(0, sorted.length);

  function measure(low: number, high: number): number {
    if (low >= high) return Number.NEGATIVE_INFINITY;
    const middle = (low + high) >>> 1;
    const own = sorted[middle]?.end ?? 0;
    const end = Math.max(own, measure(low, middle), measure(middle + 1, high));
    furthest[middle] = end;
    return end;
  }

  function collect(low: number, high: number, start: number, end: number, found: Item[]): void {
    if (low >= high) return;
    const middle = (low + high) >>> 1;
    const item = sorted[middle];
    if (!item || (furthest[middle] ?? 0) <= start) return;
    collect(low, middle, start, end, found);
    if (item.start >= end) return;
    if (item.end > start && item.end > item.start) found.push(item);
    collect(middle + 1, high, start, end, found);
  }

  function intersecting(start: number, end: number): Item[] {
    const found: Item[] = [];
    if (start < end) collect(0, sorted.length, start, end, found);
    return found;
  }

  return { intersecting, covering: (offset) => intersecting(offset, offset + 1) };
}
