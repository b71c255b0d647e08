import { diffArrays } from "diff";
import type { Utf16, Utf16Range } from "./offsets.ts";
import { isInk } from "./span.ts";
import { tokensOf } from "./tokens.ts";

/** Words of one text that gave way to words of the other; one of the two may be empty. UTF-16. */
export type Change = { readonly before: Utf16Range; readonly after: Utf16Range };

/**
 * The words and signs in which two texts differ, in reading order; everything else is the same in both,
 * to the letter. Changes with nothing but white space between them are told as one. Each search takes
 * its steps out of the purse; when that is empty, the whole of what lies between the first and the last
 * difference is one change.
 */
export function wordDifference(
  before: string,
  after: string,
  purse: { left: number } = { left: 1_000_000 },
): Change[] {
  const old = tokensOf(before);
  const now = tokensOf(after);
  const word = (text: string, token: Utf16Range | undefined) =>
    token === undefined ? null : text.slice(token.start, token.end);
  let head = 0;
  const shorter = Math.min(old.length, now.length);
  while (head < shorter && word(before, old[head]) === word(after, now[head])) head++;
  let tail = 0;
  while (
    tail < shorter - head &&
    word(before, old[old.length - 1 - tail]) === word(after, now[now.length - 1 - tail])
  )
    tail++;

  const changes: Change[] = [];
  let [one, other] = [head, head];
  for (const { count, added, removed } of editsWithin(
    old.slice(head, old.length - tail).map((each) => before.slice(each.start, each.end)),
    now.slice(head, now.length - tail).map((each) => after.slice(each.start, each.end)),
    purse,
  )) {
    const change = {
      before: range(before, old, one, added ? 0 : count),
      after: range(after, now, other, removed ? 0 : count),
    };
    if (added || removed) addChange(changes, change, before);
    if (!added) one += count;
    if (!removed) other += count;
  }
  return changes;
}

type Edit = { count: number; added: boolean; removed: boolean };

function editsWithin(old: string[], now: string[], purse: { left: number }): Edit[] {
  const all: Edit[] = [
    { count: old.length, added: false, removed: true },
    { count: now.length, added: true, removed: false },
  ];
  if (old.length === 0 || now.length === 0) return all.filter((each) => each.count > 0);
  const maxEditLength = Math.min(MOST_EDITS, Math.floor(Math.sqrt(purse.left)));
  const found = diffArrays(old, now, { maxEditLength });
  const edits = found?.reduce(
    (sum, each) => sum + (each.added || each.removed ? each.count : 0),
    0,
  );
  purse.left = Math.max(0, purse.left - (edits ?? maxEditLength) ** 2);
  return found ?? all;
}

/** More single words than these come or go only where next to nothing stayed. */
const MOST_EDITS = 800;

/** Where tokens stand; an empty place at the next token, or at the end, when there are none. */
function range(
  text: string,
  tokens: readonly Utf16Range[],
  from: number,
  count: number,
): Utf16Range {
  const start = tokens[from]?.start ?? (text.length as Utf16);
  return { start, end: count === 0 ? start : (tokens[from + count - 1]?.end ?? start) };
}

/** Joined to the change before it when only white space stayed between the two. */
function addChange(changes: Change[], next: Change, before: string): void {
  const last = changes.at(-1);
  if (last && !isInk(before.slice(last.before.end, next.before.start))) {
    changes[changes.length - 1] = {
      before: { start: last.before.start, end: next.before.end },
      after: { start: last.after.start, end: next.after.end },
    };
  } else {
    changes.push(next);
  }
}
