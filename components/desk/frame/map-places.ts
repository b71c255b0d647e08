/** Where each block begins: its first character, and how far down the text it is drawn, from 0 to 1. */
export type MapPlaces = {
  readonly starts: readonly number[];
  readonly shares: readonly number[];
  /** The text's length, in the unit of `starts`. */
  readonly length: number;
};

/**
 * How far down the text a character is drawn, from 0 to 1: between the beginnings of its block and of
 * the next one in proportion. A folded block has its characters and no height of its own, so the
 * characters alone would not tell.
 */
export function shareAt({ starts, shares, length }: MapPlaces, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const index = low - 1;
  if (index < 0) return 0;
  const start = starts[index] ?? 0;
  const end = starts[index + 1] ?? length;
  const from = shares[index] ?? 0;
  const to = shares[index + 1] ?? 1;
  const within = end > start ? Math.min(1, (offset - start) / (end - start)) : 0;
  return from + within * Math.max(0, to - from);
}
