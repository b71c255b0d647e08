import type { Utf16, Utf16Range } from "./offsets.ts";
import { isQuotationMark, quotationsIn, type Quotation } from "./quotations.ts";
import { sentencesIn } from "./sentences.ts";
import { isInk } from "./span.ts";

/**
 * The clauses of a stretch of text in reading order: what stands between commas, dashes, brackets and
 * the like, and behind a conjunction that introduces what is said ("that", "dass", "que"), without the
 * punctuation at their ends. A quotation mark at an end belongs to the clause only where the whole
 * quotation does. They never reach across sentences. UTF-16.
 */
export function clausesIn(text: string, range: Utf16Range): Utf16Range[] {
  const quotations = quotationsIn(text, range);
  return sentencesIn(text, range).flatMap((sentence) =>
    piecesOf(text, sentence).flatMap((piece) => stripped(text, piece, quotations) ?? []),
  );
}

/** Commas and full stops inside figures, "3,000" and "4.5", divide nothing; nor do "9:30" and "e.g.". */
const DIVIDER =
  /[,;:](?!\d)|(?<!\d)[,;:](?=\d)|[()[\]{}—]|\s[-–]{1,2}\s|--|[،؛、，；：。（）]|[.!?…]+(?=["”’»“'‘)\]]+\s)/gu;

/** Words that introduce what is said, in the languages that the desk meets most. */
const INTRODUCERS =
  /(?<=[\s,"“«])(?:that|whether|dass|daß|ob|que|qu[’']|che|dat|att|että|że|hogy|что|що|че|ότι|أن|بأن|إن)(?=\s)/giu;

function piecesOf(text: string, { start, end }: Utf16Range): { start: number; end: number }[] {
  const words = text.slice(start, end);
  const cuts = [...words.matchAll(DIVIDER), ...words.matchAll(INTRODUCERS)]
    .map((match) => ({ start: start + match.index, end: start + match.index + match[0].length }))
    .toSorted((a, b) => a.start - b.start);
  const pieces: { start: number; end: number }[] = [];
  let from: number = start;
  for (const cut of cuts) {
    if (cut.start > from) pieces.push({ start: from, end: cut.start });
    from = Math.max(from, cut.end);
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** Without white space, punctuation, and marks of quotations that do not lie in the piece whole. */
function stripped(
  text: string,
  piece: { start: number; end: number },
  quotations: readonly Quotation[],
): Utf16Range | null {
  let { start, end } = piece;
  const isWhole = (at: number) =>
    quotations.some(
      (each) =>
        (each.start === at || each.end === at + 1) && each.start >= start && each.end <= end,
    );
  const isDropped = (at: number) => {
    const character = text.charAt(at);
    if (!isInk(character) || ENDS.test(character)) return true;
    return isQuotationMark(character) && !isWhole(at);
  };
  while (start < end && isDropped(start)) start++;
  while (end > start && isDropped(end - 1)) end--;
  return start < end ? { start: start as Utf16, end: end as Utf16 } : null;
}

const ENDS = /[.,;:!?…]/u;
