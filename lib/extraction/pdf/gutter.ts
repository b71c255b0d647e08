import { wordsOf } from "./fragments.ts";
import type { Fragment } from "./page.ts";
import { median } from "./usual.ts";

/** A tall white gap, with lines on both sides. */
export type Gutter = {
  readonly x: number;
  /** The first and the last fragment beside it. */
  readonly first: number;
  readonly last: number;
  readonly height: number;
};

/** The tallest white gap that parts columns; null where there is none. `fragments` stand from top to bottom. */
export function findGutter(fragments: readonly Fragment[]): Gutter | null {
  if (fragments.length < 6) return null;
  const size = median(fragments.map((one) => one.size));
  const width = Math.max(4, size * 0.7);
  const edges = [...new Set(fragments.map(({ x0 }) => Math.floor(x0)))];
  const ends = endsOf(fragments, size);
  let best: Gutter | null = null;
  for (const edge of edges) {
    const gutter = tallest(fragments, ends, edge - width, edge, size);
    if (gutter && gutter.height > (best?.height ?? 0) * 1.02) best = gutter;
  }
  return best;
}

/**
 * Where a stretch begins that stands below a gap and was drawn after all above it: no column goes on
 * there, since its neighbour would have been drawn later.
 */
function endsOf(fragments: readonly Fragment[], size: number): ReadonlySet<number> {
  const ends = new Set<number>();
  const earliest: number[] = [];
  let first = Infinity;
  for (let index = fragments.length - 1; index >= 0; index--) {
    const one = fragments[index];
    if (one) first = Math.min(first, firstIndex(one));
    earliest[index] = first;
  }
  let latest = -Infinity;
  let lowest = -Infinity;
  fragments.forEach((one, index) => {
    const isBelow = one.y - one.size - lowest > size * 0.8;
    if (isBelow && latest < (earliest[index] ?? Infinity)) ends.add(index);
    latest = Math.max(latest, firstIndex(one));
    lowest = Math.max(lowest, one.y);
  });
  return ends;
}

/** The tallest stretch of neighbours, none of which touches the strip from `left` to `right`. */
function tallest(
  fragments: readonly Fragment[],
  ends: ReadonlySet<number>,
  left: number,
  right: number,
  size: number,
): Gutter | null {
  let best: Gutter | null = null;
  let first = 0;
  for (let index = 0; index <= fragments.length; index++) {
    const one = fragments[index];
    const isCrossing = one !== undefined && one.x1 > left && one.x0 < right;
    if (one !== undefined && !isCrossing && !ends.has(index)) continue;
    const gutter = judge(fragments, first, index - 1, right, size);
    if (gutter && gutter.height > (best?.height ?? 0)) best = gutter;
    first = isCrossing ? index + 1 : index;
  }
  return best;
}

const FEWEST_LINES = 3;

function judge(
  fragments: readonly Fragment[],
  first: number,
  last: number,
  x: number,
  size: number,
): Gutter | null {
  const within = fragments.slice(first, last + 1);
  const leftSide = within.filter(({ x0 }) => x0 < x);
  const rightSide = within.filter(({ x0 }) => x0 >= x);
  if (leftSide.length < FEWEST_LINES || rightSide.length < FEWEST_LINES) return null;
  const height =
    Math.min(bottom(leftSide), bottom(rightSide)) - Math.max(top(leftSide), top(rightSide));
  if (height < size * 2.5 || isTable(within, leftSide, rightSide, x)) return null;
  return { x, first, last, height };
}

/**
 * Rows that are drawn from left to right are a table, unless both sides hold prose: some programs draw
 * columns so.
 */
function isTable(
  within: readonly Fragment[],
  left: readonly Fragment[],
  right: readonly Fragment[],
  x: number,
): boolean {
  const drawn = [...within].sort((a, b) => firstIndex(a) - firstIndex(b));
  let changes = 0;
  drawn.forEach((one, index) => {
    const before = drawn[index - 1];
    if (before && before.x0 < x !== one.x0 < x) changes++;
  });
  if (changes <= Math.max(2, Math.min(left.length, right.length) * 0.3)) {
    return isLabels(left, right);
  }
  return !(isProse(left) && isProse(right));
}

/** Numbers or bullets before their paragraphs are drawn apart by some programs. */
function isLabels(left: readonly Fragment[], right: readonly Fragment[]): boolean {
  const isLabel = (one: Fragment) => wordsOf(one.runs, false).length <= 4;
  const level = left.filter((one) => right.some(({ y }) => Math.abs(y - one.y) < one.size * 0.2));
  return left.every(isLabel) && level.length > left.length * 0.8;
}

function isProse(side: readonly Fragment[]): boolean {
  const widest = Math.max(...side.map(widthOf));
  const words = median(side.map((one) => wordsOf(one.runs, false).split(/\s+/).length));
  return words >= 4 && median(side.map(widthOf)) > widest * 0.7;
}

function firstIndex({ runs }: Fragment): number {
  return Math.min(...runs.map(({ index }) => index));
}

function widthOf({ x0, x1 }: Fragment): number {
  return x1 - x0;
}

function top(fragments: readonly Fragment[]): number {
  return Math.min(...fragments.map(({ y, size }) => y - size));
}

function bottom(fragments: readonly Fragment[]): number {
  return Math.max(...fragments.map(({ y }) => y));
}
