import { runAtOrBefore, tokensWithin, type ComparedTexts } from "./compared-texts.ts";
import { agreement, type Agreement } from "./agreement.ts";
import { isClusterEdge, occurrences } from "./occurrences.ts";

/** Where a span's own words stand in the new text. UTF-16. */
export type Unchanged = { readonly status: "exact" | "moved"; readonly start: number };

/** Words that stand more often than this on a side are never told apart. */
const MOST_PLACES = 20_000;
/** Bits that the whole undisturbed stretch must tell, at most; see `needed`. */
const ENOUGH = 32;
/** The same where the place is not the one at which the comparison puts the words. */
const ENOUGH_ELSEWHERE = 44;
/** Bits that the surroundings must tell on each side where the words occur more than once. */
const ENOUGH_EACH_SIDE = 16;
/** What the beginning or the end of the text tells, standing at both. */
const EDGE = 10;

/**
 * The one place in the new text to which a span's words have come, or null where nothing proves one.
 *
 * A candidate is a place where the very same characters stand. Around it the two texts are compared
 * outwards until they differ, typography levelled. Words that occur once on either side must stand,
 * together with what is undisturbed around them, too long to be there by chance. Words that occur
 * more often must stand in their own surroundings: on both sides the candidate agrees longer with the
 * span than any other candidate does, and longer than with any other old place of the same words.
 *
 * `exact` when the place lies where the comparison of the texts puts it, `moved` otherwise.
 */
export function findUnchanged(
  compared: ComparedTexts,
  start: number,
  end: number,
): Unchanged | null {
  const { old, now } = compared;
  if (!isClusterEdge(old.text, start) || !isClusterEdge(old.text, end)) return null;
  const there = occurrences(compared, now, start, end, MOST_PLACES);
  if (there === null || there.length === 0) return null;
  const here = occurrences(compared, old, start, end, MOST_PLACES);
  if (here === null) return null;
  const chosen = choose(compared, here, there, start, end);
  if (chosen === null) return null;
  const { place, bits } = chosen;
  const isExact = isInOrder(compared, start, end, place);
  if (!isExact && bits < needed(compared, ENOUGH_ELSEWHERE)) return null;
  return { status: isExact ? "exact" : "moved", start: place };
}

function choose(
  compared: ComparedTexts,
  here: readonly number[],
  there: readonly number[],
  start: number,
  end: number,
): { place: number; bits: number } | null {
  const { old, now } = compared;
  const length = end - start;
  const best = bestOf(compared, there, start, length);
  if (best === null) return null;
  const { place, found } = best;
  const rivals = here.filter((rival) => rival !== start);
  const isOurs = rivals.every((rival) => {
    const other = agreement(old, rival, now, place, length);
    compared.purse.left -= other.left + other.right + 1;
    return compared.purse.left > 0 && found.left > other.left && found.right > other.right;
  });
  if (!isOurs) return null;
  const { left, right } = weigh(compared, start, end, found);
  const [from, to] = [old.folded.before[start] ?? 0, old.folded.before[end] ?? 0];
  const most = needed(compared, ENOUGH);
  const bits = left + compared.weights.between(from, to) + right;
  if (bits < most) return null;
  const isAlone = there.length === 1 && rivals.length === 0;
  const each = Math.min(ENOUGH_EACH_SIDE, most / 2);
  return isAlone || (left >= each && right >= each) ? { place, bits } : null;
}

/** The candidate that agrees longest on both sides; null when that is not one, or the work is too much. */
function bestOf(
  { old, now, purse }: ComparedTexts,
  places: readonly number[],
  start: number,
  length: number,
): { place: number; found: Agreement } | null {
  let best: { place: number; found: Agreement } | null = null;
  const most = { left: -1, right: -1 };
  for (const place of places) {
    const found = agreement(old, start, now, place, length);
    purse.left -= found.left + found.right + 1;
    if (purse.left <= 0) return null;
    if (found.left > most.left && found.right > most.right) best = { place, found };
    else if (best && (found.left >= best.found.left || found.right >= best.found.right))
      best = null;
    most.left = Math.max(most.left, found.left);
    most.right = Math.max(most.right, found.right);
  }
  return best;
}

/**
 * How many bits make chance improbable: more, the more words there are that are new or stand
 * elsewhere; fewer in a text of a few words, where there is less room for chance.
 */
function needed({ old, unaligned }: ComparedTexts, enough: number): number {
  return Math.min(enough, 4 + old.tokens.ids.length / 3) + Math.log2(1 + unaligned / 16);
}

function weigh(
  { old, weights }: ComparedTexts,
  start: number,
  end: number,
  { left, right }: Agreement,
): Agreement {
  const { before, text } = old.folded;
  const [from, to] = [before[start] ?? 0, before[end] ?? 0];
  return {
    left: weights.between(from - left, from) + (left > from ? EDGE : 0),
    right: weights.between(to, to + right) + (right > text.length - to ? EDGE : 0),
  };
}

/** Whether the comparison of the two texts puts the words at this place, or between its neighbours. */
function isInOrder(
  { old, now, runs }: ComparedTexts,
  start: number,
  end: number,
  place: number,
): boolean {
  const [oldStart, oldEnd] = [old.folded.before[start] ?? 0, old.folded.before[end] ?? 0];
  const newStart = now.folded.before[place] ?? 0;
  const newEnd = now.folded.before[place + end - start] ?? 0;
  const [from, to] = tokensWithin(old.tokens, oldStart, oldEnd);
  for (let token = from; token < to; token++) {
    const run = runs[runAtOrBefore(runs, token)];
    if (!run || token >= run.old + run.length) continue;
    const aligned = now.tokens.starts[run.new + token - run.old] ?? 0;
    return aligned - newStart === (old.tokens.starts[token] ?? 0) - oldStart;
  }
  // None of its words is aligned: it must lie between the runs around it.
  const index = runAtOrBefore(runs, from - 1);
  const [previous, next] = [runs[index], runs[index + 1]];
  const floor = previous ? (now.tokens.ends[previous.new + previous.length - 1] ?? 0) : 0;
  const ceiling = next ? (now.tokens.starts[next.new] ?? 0) : now.folded.text.length;
  if (previous && from <= previous.old + previous.length - 1) {
    // Inside a run, between or within its words: a part of a word, or white space.
    const shift = (now.tokens.starts[previous.new] ?? 0) - (old.tokens.starts[previous.old] ?? 0);
    return newStart - oldStart === shift;
  }
  return newStart >= floor - PART && newEnd <= ceiling + PART;
}

/** A span that begins inside a word reaches a little into the run beside it. */
const PART = 40;
