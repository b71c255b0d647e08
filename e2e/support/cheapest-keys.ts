import { moveCaret, type CaretMove } from "#lib/text/caret-moves.ts";
import type { Utf16, Utf16Range } from "#lib/text/offsets.ts";

/** Key presses that bring the caret to some words and select them, and where it stands then. */
export type Presses = { readonly keys: readonly string[]; readonly caret: Utf16 };

/** The keys of the desk that move the caret, by what they do; with Shift each extends the selection. */
const MOVES: readonly { key: string; move: CaretMove }[] = [
  { key: "ArrowRight", move: { unit: "character", direction: "forward" } },
  { key: "ArrowLeft", move: { unit: "character", direction: "backward" } },
  { key: "Control+ArrowRight", move: { unit: "word", direction: "forward" } },
  { key: "Control+ArrowLeft", move: { unit: "word", direction: "backward" } },
  { key: "Quote", move: { unit: "clause", direction: "forward" } },
  { key: "Semicolon", move: { unit: "clause", direction: "backward" } },
  { key: "BracketRight", move: { unit: "quotation", direction: "forward" } },
  { key: "BracketLeft", move: { unit: "quotation", direction: "backward" } },
  { key: "Period", move: { unit: "sentence", direction: "forward" } },
  { key: "Comma", move: { unit: "sentence", direction: "backward" } },
  { key: "Control+ArrowDown", move: { unit: "block", direction: "forward" } },
  { key: "Control+ArrowUp", move: { unit: "block", direction: "backward" } },
];

/** Nobody goes further by keys without a jump. */
const MOST = 14;

/** The fewest key presses that select some words from where the caret stands, forwards or backwards. */
export function cheapestSelection(
  text: string,
  blocks: readonly Utf16Range[],
  from: Utf16,
  target: Utf16Range,
): Presses {
  const starts = blanksAround(text, target.start, -1);
  const ends = blanksAround(text, target.end, 1);
  const isNear = (place: Utf16) =>
    place > Math.min(from, target.start) - 400 && place < Math.max(from, target.end) + 400;
  const walk = (place: Utf16, wanted: readonly Utf16[], isExtending: boolean) =>
    cheapestWays(text, blocks, place, wanted, isExtending, isNear);
  const ways = walk(from, [...starts, ...ends], false);
  const found = [...ways].flatMap(([anchor, way]) => {
    const heads = starts.includes(anchor) ? ends : starts;
    const rest = [...walk(anchor, heads, true)];
    return rest.map(([caret, more]) => ({ keys: [...way, ...more], caret }));
  });
  const [best] = found.toSorted((a, b) => a.keys.length - b.keys.length);
  if (!best) throw new Error(`No keys select “${text.slice(target.start, target.end)}”.`);
  return best;
}

/** The fewest keys from a place to each of those that are wanted, nearest first. */
function cheapestWays(
  text: string,
  blocks: readonly Utf16Range[],
  from: Utf16,
  wanted: readonly Utf16[],
  isExtending: boolean,
  isNear: (place: Utf16) => boolean,
): Map<Utf16, readonly string[]> {
  const trail = new Map<Utf16, readonly string[]>([[from, []]]);
  let edge: Utf16[] = [from];
  for (let cost = 0; cost < MOST && wanted.some((place) => !trail.has(place)); cost++) {
    const next: Utf16[] = [];
    for (const place of edge) {
      const way = trail.get(place) ?? [];
      for (const { key, move } of MOVES) {
        const lands = moveCaret(text, blocks, place, move, isExtending);
        if (trail.has(lands) || !isNear(lands)) continue;
        trail.set(lands, [...way, isExtending ? `Shift+${key}` : key]);
        next.push(lands);
      }
    }
    edge = next;
  }
  return new Map(
    wanted.flatMap((place) => {
      const way = trail.get(place);
      return way ? [[place, way] as const] : [];
    }),
  );
}

/** The desk trims white space: a selection may end anywhere in it. */
function blanksAround(text: string, place: Utf16, by: 1 | -1): Utf16[] {
  const found = [place];
  for (let at: number = place; found.length < 3; at += by) {
    const character = text.charAt(by === 1 ? at : at - 1);
    if (character === "" || character.trim() !== "") return found;
    found.push((at + by) as Utf16);
  }
  return found;
}
