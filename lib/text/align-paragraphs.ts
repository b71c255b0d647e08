import { diffArrays } from "diff";
import type { Paragraph } from "./paragraphs.ts";
import { wordsOf } from "./tokens.ts";

/** A paragraph of each text that belong together, or one alone. */
export type ParagraphPair =
  | readonly [Paragraph, Paragraph]
  | readonly [Paragraph, null]
  | readonly [null, Paragraph];

/**
 * Which paragraph became which, in the order of both texts. Those that are equal but for typography
 * hold the two together (Myers); between them, the pairing in order that keeps most words (at least
 * three in ten of each pair) is found.
 */
export function alignParagraphs(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): ParagraphPair[] {
  const pairs: ParagraphPair[] = [];
  let [old, now] = [0, 0];
  for (const step of stepsBetween(before, after)) {
    if (step.removed !== null) {
      // One by one: a call takes only so many arguments.
      for (const pair of pairInOrder(
        before.slice(old, old + step.removed),
        after.slice(now, now + step.added),
      ))
        pairs.push(pair);
      old += step.removed;
      now += step.added;
    } else {
      for (const one of before.slice(old, old + step.kept)) {
        const other = after[now++];
        if (other) pairs.push([one, other]);
      }
      old += step.kept;
    }
  }
  return pairs;
}

type Step = { kept: number; removed: null } | { removed: number; added: number };

/** Runs of kept paragraphs, and between them what was replaced by what. */
function stepsBetween(before: readonly Paragraph[], after: readonly Paragraph[]): Step[] {
  const found = diffArrays(
    before.map((each) => each.key),
    after.map((each) => each.key),
    { maxEditLength: MOST_EDITS },
  );
  if (!found) return [{ removed: before.length, added: after.length }];
  const steps: Step[] = [];
  for (const { count, added, removed } of found) {
    const last = steps.at(-1);
    if (!added && !removed) steps.push({ kept: count, removed: null });
    else if (last && last.removed !== null) last[added ? "added" : "removed"] += count;
    else steps.push({ removed: removed ? count : 0, added: added ? count : 0 });
  }
  return steps;
}

/** Paragraphs that may come or go before all between the first and the last of them is called replaced. */
const MOST_EDITS = 2_000;
/** A pair keeps at least this share of its words. */
const LEAST_SHARED = 0.3;
/** How many pairs may be looked at; where more are possible, those near the straight line between two corners. */
const PAIRS_LIMIT = 400_000;

/** Needleman and Wunsch without a price for gaps, within a band around the straight line. */
function pairInOrder(before: readonly Paragraph[], after: readonly Paragraph[]): ParagraphPair[] {
  const [rows, columns] = [before.length, after.length];
  if (rows === 0) return after.map((each) => [null, each]);
  if (columns === 0) return before.map((each) => [each, null]);
  const [old, now] = [before.map(wordBag), after.map(wordBag)];
  const band = Math.min(Math.max(rows, columns), Math.ceil(PAIRS_LIMIT / (2 * rows)));
  const width = 2 * band + 1;
  const best = new Float64Array((rows + 1) * width);
  const shares = new Float64Array((rows + 1) * width);
  /** The column in which the band of a row begins. */
  const from = (row: number) => Math.round((row * columns) / rows) - band;
  const at = (values: Float64Array, row: number, column: number) => {
    const place = column - from(row);
    return place < 0 || place >= width || column > columns ? 0 : (values[row * width + place] ?? 0);
  };

  for (let row = rows - 1; row >= 0; row--) {
    const begin = Math.max(0, from(row));
    for (let column = Math.min(columns - 1, from(row) + width - 1); column >= begin; column--) {
      const share = shared(old[row], now[column]);
      const place = row * width + column - from(row);
      shares[place] = share >= LEAST_SHARED ? share : 0;
      best[place] = Math.max(
        share >= LEAST_SHARED ? share + at(best, row + 1, column + 1) : 0,
        at(best, row + 1, column),
        at(best, row, column + 1),
      );
    }
  }

  const removed: ParagraphPair[] = [];
  const added: ParagraphPair[] = [];
  const pairs: ParagraphPair[] = [];
  const flush = () => {
    for (const pair of [...removed.splice(0), ...added.splice(0)]) pairs.push(pair);
  };
  let [row, column] = [0, 0];
  while (row < rows || column < columns) {
    const [one, other] = [before[row], after[column]];
    const share = one && other ? at(shares, row, column) : 0;
    if (
      one &&
      other &&
      share > 0 &&
      share + at(best, row + 1, column + 1) >= at(best, row, column)
    ) {
      flush();
      pairs.push([one, other]);
      row++;
      column++;
    } else if (one && (!other || at(best, row + 1, column) >= at(best, row, column + 1))) {
      removed.push([one, null]);
      row++;
    } else if (other) {
      added.push([null, other]);
      column++;
    }
  }
  flush();
  return pairs;
}

type WordBag = ReadonlySet<string>;

function wordBag({ key }: Paragraph): WordBag {
  const words = wordsOf(key.slice(0, 4_000).toLowerCase());
  return new Set(words.length > 0 ? words : [key]);
}

/** Dice's coefficient of two sets of words. */
function shared(one: WordBag | undefined, other: WordBag | undefined): number {
  if (!one || !other) return 0;
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  // What cannot reach the least share is not counted out.
  if (2 * small.size < LEAST_SHARED * (small.size + large.size)) return 0;
  let common = 0;
  for (const word of small) if (large.has(word)) common++;
  return (2 * common) / (small.size + large.size);
}
