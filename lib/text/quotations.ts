import { isInk } from "./span.ts";
import type { Utf16, Utf16Range } from "./offsets.ts";
import { sentenceAt } from "./sentences.ts";

/** Words between quotation marks, the marks included. UTF-16. */
export type Quotation = Utf16Range & {
  /** How many quotations it stands in. */
  readonly depth: number;
  /** False where no mark ends it: it then reaches to the end of its sentence, and no further. */
  readonly isClosed: boolean;
};

/**
 * The quotations of a stretch of text in reading order, outer ones before those inside them. Marks of
 * the common scripts and both directions of guillemets are known, and so are straight ones; an
 * apostrophe is none. A quotation never reaches across a line break. UTF-16.
 */
export function quotationsIn(text: string, range: Utf16Range): Quotation[] {
  const found: Quotation[] = [];
  for (let start: number = range.start; start < range.end;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline >= range.end ? range.end : newline;
    addQuotations(text, start, end, found);
    start = end + 1;
  }
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Whether the character is a quotation mark in some language; an apostrophe is one by its looks. */
export function isQuotationMark(character: string): boolean {
  return MARKS.includes(character);
}

const MARKS = `"“”„‟«»'‘’‚‛‹›「」『』｢｣`;

/** What can end a quotation that begins with each mark. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”',
  "“": '”"',
  "„": '“”"',
  "‟": "”",
  "”": "”",
  "«": "»",
  "»": "«",
  "'": "'’",
  "‘": "’'",
  "‚": "‘’'",
  "‛": "’",
  "’": "’",
  "‹": "›",
  "›": "‹",
  "「": "」",
  "『": "』",
  "｢": "｣",
};

type Open = { readonly mark: string; readonly start: number; readonly depth: number };

function addQuotations(text: string, from: number, to: number, found: Quotation[]): void {
  const open: Open[] = [];
  const close = (upTo: number, end: number, isClosed: boolean) => {
    for (const each of open.splice(upTo).toReversed()) {
      const isThis = isClosed && each.depth === upTo;
      const bound = isThis ? end : Math.min(end, endOfSentence(text, each.start, to));
      const { start, depth } = each;
      found.push({ start: start as Utf16, end: bound as Utf16, depth, isClosed: isThis });
    }
  };
  for (let at = from; at < to; at++) {
    const mark = text.charAt(at);
    if (!MARKS.includes(mark)) continue;
    const before = at > from ? text.charAt(at - 1) : "";
    const after = at + 1 < to ? text.charAt(at + 1) : "";
    if (isApostrophe(mark, before, text.slice(at + 1, Math.min(to, at + 6)))) continue;
    const opener = open.findLastIndex((each) => CLOSERS[each.mark]?.includes(mark));
    const looksOpening = !isBehind(before) && isInk(after) && !ENDS.test(after);
    // A straight mark that stands before a word, behind a space, begins something new.
    const isSame = opener >= 0 && open[opener]?.mark === mark;
    if (opener >= 0 && !(isSame && looksOpening && isInk(before) === false)) {
      if (isPossessive(mark, before, text, at, to)) continue;
      close(opener, at + 1, true);
    } else if (CLOSERS[mark] !== undefined && (looksOpening || "“„«「『｢‚".includes(mark))) {
      if (opener >= 0) close(opener, at, false);
      open.push({ mark, start: at, depth: open.length });
    }
  }
  close(0, to, false);
}

/** "don't", "’90s", "’em": letters on both sides, or the known beginnings. */
function isApostrophe(mark: string, before: string, rest: string): boolean {
  if (mark !== "'" && mark !== "’" && mark !== "‘") return false;
  if (LETTER.test(before) && LETTER.test(rest.charAt(0))) return true;
  return !isBehind(before) && /^(?:\d\ds?\b|(?:tis|twas|em|til|n)\b)/iu.test(rest);
}

/** "the ministers’ yacht ’": behind an s, with another mark to come that would end the quotation. */
function isPossessive(mark: string, before: string, text: string, at: number, to: number): boolean {
  if ((mark !== "'" && mark !== "’") || !/[sxzSXZ]/u.test(before)) return false;
  if (!/^ \p{L}/u.test(text.slice(at + 1, at + 3))) return false;
  const rest = text.slice(at + 1, to);
  const next = rest.search(/(?<=\S)[’'](?!\p{L})/u);
  return next >= 0 && !/(?<!\S)[‘'](?=\S)/u.test(rest.slice(0, next));
}

/** Behind a word, a figure or a mark of punctuation that ends something. */
function isBehind(character: string): boolean {
  return LETTER.test(character) || ENDS.test(character);
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const ENDS = /[.,;:!?…)\]%]/u;

function endOfSentence(text: string, start: number, limit: number): number {
  return Math.min(limit, sentenceAt(text, start)?.end ?? limit);
}
