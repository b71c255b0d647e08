import { snapToGraphemes } from "../graphemes.ts";
import { utf16 } from "../offsets.ts";
import type { Run } from "./align-tokens.ts";
import { runAtOrBefore, tokensWithin, type ComparedTexts } from "./compared-texts.ts";

/** A stretch of the new text that stands where a span stood. UTF-16. */
export type Stretch = { readonly start: number; readonly end: number };

/** More new words than this, for each old one, are no longer the same place. */
const MOST_GROWTH = 3;
const ROOM = 12;

/**
 * Where in the new text the comparison puts a span whose words are others now: from its first word
 * that still stands, or from behind the word before it, to its last, or to the word after it. Null
 * where nothing stands in its place, or nothing near it is left.
 */
export function findChanged(
  { old, now, runs }: ComparedTexts,
  start: number,
  end: number,
): Stretch | null {
  const { before } = old.folded;
  let [from, to] = tokensWithin(old.tokens, before[start] ?? 0, before[end] ?? 0);
  // Words of which the span holds a part count as its own here.
  if (from > 0 && (old.tokens.ends[from - 1] ?? 0) > (before[start] ?? 0)) from--;
  if ((old.tokens.starts[to] ?? Infinity) < (before[end] ?? 0)) to++;
  if (from >= to) return null;
  const first = leftEdge(runs, from, to);
  const last = rightEdge(runs, from, to, now.tokens.ids.length);
  if (first === null || last === null || last <= first) return null;
  if (last - first > MOST_GROWTH * (to - from) + ROOM) return null;
  const newStart = now.folded.at[now.tokens.starts[first] ?? 0];
  const newEnd = now.folded.till[(now.tokens.ends[last - 1] ?? 0) - 1];
  if (newStart === undefined || newEnd === undefined || newEnd <= newStart) return null;
  return snapToGraphemes(now.text, { start: utf16(newStart), end: utf16(newEnd) });
}

/** The new token that a span begins with: its first that stands, or the one behind its neighbour. */
function leftEdge(runs: readonly Run[], from: number, to: number): number | null {
  const index = runAtOrBefore(runs, from);
  const run = runs[index];
  if (run && from < run.old + run.length) return run.new + from - run.old;
  // The word before it stands, and was its neighbour.
  if (run && run.old + run.length === from) return run.new + run.length;
  const next = runs[index + 1];
  if (from === 0) return 0;
  return next && next.old < to ? next.new : null;
}

/** The same for its end: the new token before which it ends. */
function rightEdge(
  runs: readonly Run[],
  from: number,
  to: number,
  newTokens: number,
): number | null {
  const index = runAtOrBefore(runs, to - 1);
  const run = runs[index];
  if (run && to <= run.old + run.length) return run.new + to - run.old;
  const next = runs[index + 1];
  if (next && next.old === to) return next.new;
  if (!next && run && isAtEnd(run, to)) return newTokens;
  return run && run.old + run.length > from ? run.new + run.length : null;
}

function isAtEnd(run: Run, to: number): boolean {
  return run.old + run.length <= to;
}
