import type { Attributes } from "#lib/annotations/model.ts";

/**
 * How an attribution gives the words, read from their quotation marks: all between them is direct,
 * some of it mixed, none of it indirect.
 */
export function mannerOf(pieces: readonly string[]): NonNullable<Attributes["manner"]> {
  const words = pieces.map((piece) => piece.trim());
  if (words.length > 0 && words.every(isQuoted)) return "direct";
  return words.some((piece) => MARKS.test(piece)) ? "mixed" : "indirect";
}

function isQuoted(words: string): boolean {
  return OPENING.test(words) && CLOSING.test(words) && !INNER_GAP.test(words.slice(1, -1));
}

/** An apostrophe inside a word is no quotation mark. */
const MARKS = /["“”„«»‹›]|(?<!\p{L})[‘'‚]|[’'](?!\p{L})/u;
const OPENING = /^["“„«‹‘'‚»]/u;
const CLOSING = /["”“»›’'«]\P{L}?$/u;
/** A quotation that closes and opens again has words of the reporter between. */
const INNER_GAP = /[”»]\s*[^”»]*\p{L}[^”»]*[“„«]/u;
