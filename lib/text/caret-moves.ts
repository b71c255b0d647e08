import { clausesIn } from "./clauses.ts";
import { nextGrapheme, previousGrapheme } from "./graphemes.ts";
import type { Utf16, Utf16Range } from "./offsets.ts";
import { quotationsIn } from "./quotations.ts";
import { sentencesIn } from "./sentences.ts";
import { wordAfter, wordAt, wordBefore } from "./words.ts";

export type CaretUnit =
  | "character"
  | "word"
  | "clause"
  | "quotation"
  | "sentence"
  | "block"
  | "article";
export type CaretMove = { readonly unit: CaretUnit; readonly direction: "forward" | "backward" };

/**
 * Where the caret stands after a step through the blocks that are read (in order, none empty).
 * While a selection is extended, a step forward ends behind a word, clause, quotation, sentence or
 * block, and not before the next one, so that the selection takes no white space with it; a sentence
 * is first taken without the full stop that no mark holds. UTF-16.
 */
export function moveCaret(
  text: string,
  blocks: readonly Utf16Range[],
  from: Utf16,
  move: CaretMove,
  isExtending: boolean,
): Utf16 {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return from;
  const isForward = move.direction === "forward";
  if (move.unit === "article") return isForward ? last.end : first.start;

  const index = blockAt(blocks, from, isForward);
  const block = blocks[index] ?? first;
  const place = Math.min(Math.max(from, block.start), block.end) as Utf16;
  const within = isForward
    ? forwardIn(text, block, place, move.unit, isExtending)
    : backwardIn(text, block, place, move.unit);
  if (within !== null) return within;

  if (move.unit === "quotation")
    return quotationBeyond(text, blocks, index, from, move, isExtending);
  const neighbour = blocks[index + (isForward ? 1 : -1)];
  if (!neighbour) return isForward ? block.end : block.start;
  if (move.unit === "character") return isForward ? neighbour.start : neighbour.end;
  if (!isForward) return backwardIn(text, neighbour, neighbour.end, move.unit) ?? neighbour.start;
  const lands = isExtending ? forwardIn(text, neighbour, neighbour.start, move.unit, true) : null;
  return lands ?? neighbour.start;
}

/** The block around a place; between two of them the one that a step would come to last. */
function blockAt(blocks: readonly Utf16Range[], from: Utf16, isForward: boolean): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((blocks[middle]?.start ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  const candidate = Math.max(0, low - 1);
  // Right behind a block's last character the caret still belongs to that block.
  const isBehind = from > (blocks[candidate]?.end ?? 0) && low < blocks.length;
  return isForward && isBehind ? low : candidate;
}

/** Null when the step leaves the block. */
function forwardIn(
  text: string,
  block: Utf16Range,
  from: Utf16,
  unit: CaretUnit,
  isExtending: boolean,
): Utf16 | null {
  if (from >= block.end) return null;
  if (unit === "character") return min(nextGrapheme(text, from), block.end);
  if (unit === "block") return isExtending ? block.end : null;
  if (unit === "word") {
    const around = wordAt(text, from);
    const word = around && around.end > from ? around : wordAfter(text, from);
    return word ? min(word.end, block.end) : block.end;
  }
  const pieces = piecesIn(text, block, unit);
  if (!isExtending) return pieces.find((each) => each.start > from)?.start ?? null;
  const end = least(
    pieces.flatMap((each) => stopsOf(text, each, unit)).filter((stop) => stop > from),
  );
  return end ?? (unit === "quotation" ? null : block.end);
}

/** Where a selection that grows forward may end with a piece. */
function stopsOf(text: string, { start, end }: Utf16Range, unit: CaretUnit): readonly Utf16[] {
  if (unit !== "sentence") return [end];
  const bare = text
    .slice(start, end)
    .replace(/[.!?…。！？؟]+$/u, "")
    .trimEnd().length;
  return bare > 0 ? [(start + bare) as Utf16, end] : [end];
}

/** The clauses, quotations or sentences of a block; the last few are kept for a key that is held down. */
function piecesIn(text: string, block: Utf16Range, unit: CaretUnit): readonly Utf16Range[] {
  const known = KEPT.find(
    (each) =>
      each.unit === unit &&
      each.start === block.start &&
      each.end === block.end &&
      each.text === text,
  );
  if (known) return known.pieces;
  const find = unit === "clause" ? clausesIn : unit === "quotation" ? quotationsIn : sentencesIn;
  const pieces = find(text, block);
  KEPT.unshift({ text, start: block.start, end: block.end, unit, pieces });
  KEPT.length = Math.min(KEPT.length, 12);
  return pieces;
}

const KEPT: (Utf16Range & {
  readonly text: string;
  readonly unit: CaretUnit;
  readonly pieces: readonly Utf16Range[];
})[] = [];

/** The next or previous quotation in another block; the caret stays where there is none. */
function quotationBeyond(
  text: string,
  blocks: readonly Utf16Range[],
  index: number,
  from: Utf16,
  { direction }: CaretMove,
  isExtending: boolean,
): Utf16 {
  const by = direction === "forward" ? 1 : -1;
  for (let at = index + by; at >= 0 && at < blocks.length; at += by) {
    const block = blocks[at];
    const found = block ? piecesIn(text, block, "quotation") : [];
    const piece = by === 1 ? found[0] : found.at(-1);
    if (piece) return by === 1 && isExtending ? piece.end : piece.start;
  }
  return from;
}

function least(places: readonly Utf16[]): Utf16 | undefined {
  return places.length === 0 ? undefined : places.reduce(min);
}

function backwardIn(text: string, block: Utf16Range, from: Utf16, unit: CaretUnit): Utf16 | null {
  if (from <= block.start) return null;
  if (unit === "character") return max(previousGrapheme(text, from), block.start);
  if (unit === "block") return block.start;
  if (unit === "word") {
    const around = wordAt(text, from - 1);
    const word = around && around.end >= from ? around : wordBefore(text, from);
    return word ? max(word.start, block.start) : block.start;
  }
  const before = piecesIn(text, block, unit).findLast((each) => each.start < from)?.start;
  return before ?? (unit === "quotation" ? null : block.start);
}

function min(a: Utf16, b: Utf16): Utf16 {
  return a < b ? a : b;
}

function max(a: Utf16, b: Utf16): Utf16 {
  return a > b ? a : b;
}
