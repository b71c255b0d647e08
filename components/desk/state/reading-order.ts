type Placed = {
  readonly id: string;
  readonly segments: readonly { readonly start: number; readonly end: number }[];
};

/** Where an annotation begins in the text: at the first of its segments. */
export function startOf({ segments }: Placed): number {
  return segments.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
}

/** Reading order: by their beginnings, of two that begin together the longer one first. */
export function compareInText(a: Placed, b: Placed): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The list with some of its items taken out, and others put in at their places. */
export function reorder<Item extends Placed>(
  list: readonly Item[],
  gone: ReadonlySet<string>,
  added: readonly Item[],
): readonly Item[] {
  const rest = list.filter((each) => !gone.has(each.id));
  if (added.length > 20) return [...rest, ...added].toSorted(compareInText);
  for (const item of added) {
    let low = 0;
    let high = rest.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = rest[middle];
      if (other && compareInText(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    rest.splice(low, 0, item);
  }
  return rest;
}

function endOf({ segments }: Placed): number {
  return segments.reduce((most, { end }) => Math.max(most, end), 0);
}
