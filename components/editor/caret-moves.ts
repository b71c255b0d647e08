import { nextGrapheme, previousGrapheme } from "#lib/text/graphemes.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import { sentencesIn } from "#lib/text/sentences.ts";
import { wordAfter, wordAt, wordBefore } from "#lib/text/words.ts";
import { blockIndexAt, type TextBlock } from "./article-text.ts";

export type CaretUnit = "character" | "word" | "sentence" | "block" | "article";
export type CaretMove = { readonly unit: CaretUnit; readonly direction: "forward" | "backward" };

/**
 * Where the caret stands after a step through the blocks that are read (in order, none empty).
 * While a selection is extended, a step forward ends behind a word, sentence or block, and not before
 * the next one, so that the selection takes no white space with it. UTF-16.
 */
export function moveCaret(
  text: string,
  blocks: readonly TextBlock[],
  from: Utf16,
  move: CaretMove,
  isExtending: boolean,
): Utf16 {
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return from;
  const isForward = move.direction === "forward";
  if (move.unit === "article") return isForward ? last.endUtf16 : first.startUtf16;

  const index = blockIndexAt(blocks, from, isForward ? "after" : "before");
  const block = blocks[index] ?? first;
  const place = Math.min(Math.max(from, block.startUtf16), block.endUtf16) as Utf16;
  const within = isForward
    ? forwardIn(text, block, place, move.unit, isExtending)
    : backwardIn(text, block, place, move.unit);
  if (within !== null) return within;

  const neighbour = blocks[index + (isForward ? 1 : -1)];
  if (!neighbour) return isForward ? block.endUtf16 : block.startUtf16;
  if (move.unit === "character") return isForward ? neighbour.startUtf16 : neighbour.endUtf16;
  if (!isForward)
    return backwardIn(text, neighbour, neighbour.endUtf16, move.unit) ?? neighbour.startUtf16;
  const lands = isExtending
    ? forwardIn(text, neighbour, neighbour.startUtf16, move.unit, true)
    : null;
  return lands ?? neighbour.startUtf16;
}

/** Null when the step leaves the block. */
function forwardIn(
  text: string,
  block: TextBlock,
  from: Utf16,
  unit: CaretUnit,
  isExtending: boolean,
): Utf16 | null {
  if (from >= block.endUtf16) return null;
  if (unit === "character") return min(nextGrapheme(text, from), block.endUtf16);
  if (unit === "block") return isExtending ? block.endUtf16 : null;
  if (unit === "word") {
    const around = wordAt(text, from);
    const word = around && around.end > from ? around : wordAfter(text, from);
    return word ? min(word.end, block.endUtf16) : block.endUtf16;
  }
  const sentences = sentencesIn(text, { start: block.startUtf16, end: block.endUtf16 });
  if (isExtending) return sentences.find((each) => each.end > from)?.end ?? block.endUtf16;
  return sentences.find((each) => each.start > from)?.start ?? null;
}

function backwardIn(text: string, block: TextBlock, from: Utf16, unit: CaretUnit): Utf16 | null {
  if (from <= block.startUtf16) return null;
  if (unit === "character") return max(previousGrapheme(text, from), block.startUtf16);
  if (unit === "block") return block.startUtf16;
  if (unit === "word") {
    const around = wordAt(text, from - 1);
    const word = around && around.end >= from ? around : wordBefore(text, from);
    return word ? max(word.start, block.startUtf16) : block.startUtf16;
  }
  const sentences = sentencesIn(text, { start: block.startUtf16, end: block.endUtf16 });
  return sentences.findLast((each) => each.start < from)?.start ?? block.startUtf16;
}

function min(a: Utf16, b: Utf16): Utf16 {
  return a < b ? a : b;
}

function max(a: Utf16, b: Utf16): Utf16 {
  return a > b ? a : b;
}
