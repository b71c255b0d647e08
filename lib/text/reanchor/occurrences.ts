import { graphemeAt } from "../graphemes.ts";
import { tokensWithin, type ComparedTexts, type Side } from "./compared-texts.ts";

/**
 * Where the very same characters as in old text [start, end) stand on either side (UTF-16 starts, in
 * order). Where the words begin or end whole they are looked for as whole words; half a grapheme
 * cluster is no place. At most `most` places, null when there are more.
 */
export function occurrences(
  { old }: ComparedTexts,
  side: Side,
  start: number,
  end: number,
  most: number,
): number[] | null {
  const quoted = old.text.slice(start, end);
  const { folded, tokens } = old;
  const [from, to] = tokensWithin(tokens, folded.before[start] ?? 0, folded.before[end] ?? 0);
  const [rarest, list] = rarestToken(side, tokens.ids, from, to);
  const whole = (place: number) => isWhole(side.text, place, place + quoted.length);
  if (rarest < 0) return scan(side.text, quoted, most, whole);
  const lead = (folded.at[tokens.starts[rarest] ?? 0] ?? 0) - start;
  const key = `${lead} ${quoted}`;
  const known = side.asked.get(key);
  if (known !== undefined) return known;
  const found =
    list.length > SCAN_MOST * most ? null : among(side, list, lead, quoted, most, whole);
  side.asked.set(key, found);
  return found;
}

/** A rarest word that stands so many times more often than places are wanted is not followed. */
const SCAN_MOST = 4;

function among(
  side: Side,
  tokens: readonly number[],
  lead: number,
  quoted: string,
  most: number,
  whole: (place: number) => boolean,
): number[] | null {
  const found: number[] = [];
  for (const token of tokens) {
    const place = (side.folded.at[side.tokens.starts[token] ?? 0] ?? 0) - lead;
    if (place < 0 || place === found.at(-1) || !side.text.startsWith(quoted, place)) continue;
    if (!whole(place)) continue;
    if (found.length === most) return null;
    found.push(place);
  }
  return found;
}

/** The token among some that stands most seldom on a side, with its places there. */
function rarestToken(
  side: Side,
  ids: Int32Array,
  from: number,
  to: number,
): [number, readonly number[]] {
  let best = -1;
  let places: readonly number[] = [];
  for (let n = from; n < to; n++) {
    const there = side.places.get(ids[n] ?? 0) ?? [];
    if (best >= 0 && there.length >= places.length) continue;
    best = n;
    places = there;
  }
  return [best, places];
}

/** Characters that a scan may compare in all: "aaaa…" in "aaaa…" stands at every place. */
const SCAN_WORK = 20_000_000;

/** For what holds no whole word: a part of one, or white space. Null where it stands too often. */
function scan(
  text: string,
  quoted: string,
  most: number,
  whole: (place: number) => boolean,
): number[] | null {
  const found: number[] = [];
  let work = 0;
  for (let at = text.indexOf(quoted); at >= 0; at = text.indexOf(quoted, at + 1)) {
    work += quoted.length;
    if (work > SCAN_WORK) return null;
    if (!whole(at)) continue;
    if (found.length === most) return null;
    found.push(at);
  }
  return found;
}

function isWhole(text: string, start: number, end: number): boolean {
  return isClusterEdge(text, start) && isClusterEdge(text, end);
}

/** True where no grapheme cluster is cut. */
export function isClusterEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (text.charCodeAt(offset - 1) < 0x300 && text.charCodeAt(offset) < 0x300) return true;
  return graphemeAt(text, offset)?.start === offset;
}
