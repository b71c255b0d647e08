import type { Utf16, Utf16Range } from "./offsets.ts";

/**
 * Every word of a text, every run of white space and every other character, in reading order: together
 * they are the text. Scripts that write no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) give one
 * token for each letter with its marks. UTF-16; no pair of surrogates is ever divided.
 */
export function tokensOf(text: string): Utf16Range[] {
  const found: Utf16Range[] = [];
  for (const { index, 0: token } of text.matchAll(TOKEN)) {
    found.push({ start: index as Utf16, end: (index + token.length) as Utf16 });
  }
  return found;
}

/** The words alone, as tokensOf divides them, without apostrophes and hyphens to join them. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

const UNSPACED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`;
const LETTERS = String.raw`[[\p{L}\p{N}\p{M}]--[${UNSPACED}]]+`;
const ONE_LETTER = String.raw`[${UNSPACED}]\p{M}*`;

const WORD = new RegExp(`${LETTERS}|${ONE_LETTER}`, "gv");
const TOKEN = new RegExp(String.raw`${LETTERS}(?:['’]${LETTERS})*|${ONE_LETTER}|\s+|[^]`, "gv");
