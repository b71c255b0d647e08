import { firstFrom } from "./first-from.ts";

type Placed = {
  readonly id: string;
  readonly segments: readonly Stretch[];
};

/** From the first of its units to before the last. */
export type Stretch = { readonly start: number; readonly end: number };

/** Where an annotation begins in the text: at the first of its segments. */
export function startOf({ segments }: Pick<Placed, "segments">): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { start } of segments) if (start < least) least = start;
  return least;
}

function endOf({ segments }: Pick<Placed, "segments">): number {
  let most = 0;
  for (const { end } of segments) if (end > most) most = end;
  return most;
}

/** From the beginning of its first segment to the end of its last, whatever lies between them. */
export function hullOf(item: Pick<Placed, "segments">): Stretch {
  return { start: startOf(item), end: endOf(item) };
}

/** Reading order: by their beginnings, of two that begin together the longer one first. */
export function compareInText(a: Placed, b: Placed): number {
  return startOf(a) - startOf(b) || endOf(b) - endOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The list, which is in reading order, with some of its items taken out, given as they lie in it, and
 * others put in at their places.
 */
export function reorder<Item extends Placed>(
  list: readonly Item[],
  gone: readonly Item[],
  added: readonly Item[],
): readonly Item[] {
  const isMany = gone.length + added.length > 20;
  const next = (isMany ? sortedAnew : spliced)(list, gone, added);
  // Carried over: what has gone may have been the longest, and then a little too much is looked at.
  LONGEST.set(
    next,
    added.reduce((most, item) => Math.max(most, lengthOf(item)), longestOf(list)),
  );
  return next;
}

/** Those of a list in reading order that are wanted, in that order. */
export function only<Item extends Placed>(
  list: readonly Item[],
  isWanted: (item: Item) => boolean,
): readonly Item[] {
  const wanted = list.filter(isWanted);
  LONGEST.set(wanted, longestOf(list));
  return wanted;
}

/**
 * Where in a list in reading order those lie that may share a place with a stretch, from the one index
 * to before the other. It costs the same among ten items and ten thousand, as long as none of them is
 * nearly as long as the text.
 */
export function near(
  list: readonly Placed[],
  { start, end }: Stretch,
): { readonly from: number; readonly to: number } {
  const longest = longestOf(list);
  return {
    from: firstFrom(list, (item) => startOf(item) >= start - longest),
    to: firstFrom(list, (item) => startOf(item) >= end),
  };
}

/** Where an item lies in a list in reading order, or would. */
function placeOf(list: readonly Placed[], item: Placed): number {
  return firstFrom(list, (other) => compareInText(other, item) >= 0);
}

function spliced<Item extends Placed>(
  list: readonly Item[],
  gone: readonly Item[],
  added: readonly Item[],
): Item[] {
  const next = list.slice();
  for (const item of gone) {
    const at = placeOf(next, item);
    if (next[at]?.id === item.id) next.splice(at, 1);
  }
  for (const item of added) next.splice(placeOf(next, item), 0, item);
  return next;
}

function sortedAnew<Item extends Placed>(
  list: readonly Item[],
  gone: readonly Item[],
  added: readonly Item[],
): Item[] {
  const ids = new Set(gone.map(({ id }) => id));
  return [...list.filter(({ id }) => !ids.has(id)), ...added].toSorted(compareInText);
}

/** How far the longest item of a list reaches, at least. Asked again and again of one list. */
const LONGEST = new WeakMap<readonly Placed[], number>();

function longestOf(list: readonly Placed[]): number {
  const known = LONGEST.get(list);
  if (known !== undefined) return known;
  let most = 0;
  for (const item of list) most = Math.max(most, lengthOf(item));
  LONGEST.set(list, most);
  return most;
}

function lengthOf(item: Placed): number {
  return endOf(item) - startOf(item);
}
