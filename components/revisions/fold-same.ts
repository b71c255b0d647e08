import type { DrawnRow } from "./drawn-difference.ts";

/** Rows that are shown together, or folded into one line because all of them are the same. */
export type Stretch = {
  /** The place of its first row among all. */
  readonly from: number;
  readonly isFolded: boolean;
  readonly rows: readonly DrawnRow[];
};

/** So many rows that are the same stay beside each change, to read it by. */
const CONTEXT = 1;
/** Fewer than these are not worth folding. */
const LEAST = 3;

/** What is the same in both texts is folded away, but for what stands beside a change. */
export function foldSame(rows: readonly DrawnRow[]): Stretch[] {
  const isShown = rows.map(
    (row, index) =>
      rows
        .slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1)
        .some(({ kind }) => kind !== "same") || row.kind !== "same",
  );
  const stretches: { from: number; isFolded: boolean; rows: DrawnRow[] }[] = [];
  rows.forEach((row, index) => {
    const isFolded = !isShown[index];
    const last = stretches.at(-1);
    if (last && last.isFolded === isFolded) last.rows.push(row);
    else stretches.push({ from: index, isFolded, rows: [row] });
  });
  return stretches.map((stretch) =>
    stretch.isFolded && stretch.rows.length < LEAST ? { ...stretch, isFolded: false } : stretch,
  );
}
