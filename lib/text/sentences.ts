import type { Utf16, Utf16Range } from "./offsets.ts";
import { trimRange } from "./graphemes.ts";
import { isInk } from "./span.ts";

/**
 * The sentences of a stretch of text in reading order, without the white space between them. They
 * never reach across a line break. Unicode's rules, but for full stops after initials and common
 * abbreviations (U.S. Mr. Oct.), which end no sentence. UTF-16.
 */
export function sentencesIn(text: string, range: Utf16Range): Utf16Range[] {
  const found: Utf16Range[] = [];
  for (let start: number = range.start; start < range.end;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline >= range.end ? range.end : newline;
    if (end > start) addSentences(text, start, end, found);
    start = end + 1;
  }
  return found;
}

/** The sentence around an offset, also when the offset stands right behind it; null between lines. */
export function sentenceAt(text: string, offset: number): Utf16Range | null {
  const near = sentencesIn(text, neighbourhood(text, offset));
  return near.find((each) => each.start <= offset && offset <= each.end) ?? null;
}

/** The first sentence that starts after an offset; null when there is none. */
export function sentenceAfter(text: string, offset: number): Utf16Range | null {
  for (let place = offset; place < text.length;) {
    const near = neighbourhood(text, place);
    const next = sentencesIn(text, near).find((each) => each.start > offset);
    if (next) return next;
    place = nextInk(text, near.end);
  }
  return null;
}

/** The last sentence that starts before an offset; null when there is none. */
export function sentenceBefore(text: string, offset: number): Utf16Range | null {
  for (let place = offset; place >= 0;) {
    const near = neighbourhood(text, place);
    const previous = sentencesIn(text, near).findLast((each) => each.start < offset);
    if (previous) return previous;
    place = previousInk(text, near.start - 1);
  }
  return null;
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "sentence" });

function addSentences(text: string, start: number, end: number, found: Utf16Range[]): void {
  let open = start;
  for (const each of SEGMENTER.segment(text.slice(start, end))) {
    const until = start + each.index + each.segment.length;
    if (until < end && goesOn(text, open, until)) continue;
    const trimmed = trimRange(text, { start: open as Utf16, end: until as Utf16 });
    if (trimmed) found.push(trimmed);
    open = until;
  }
}

/** "the U.S. ", "Kim J. ", "on Oct. ": the full stop belongs to the word. */
const ABBREVIATION =
  /(?:^|[\s("“‘'[])(?:(?:\p{L}\.){2,}|\p{Lu}\.|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Sr|Jr|Gen|Col|Lt|Maj|Capt|Sgt|Cmdr|Adm|Brig|Gov|Sen|Rep|Pres|Supt|Messrs|Mt|Ft|vs|Nos|Art|Fig|approx|ca|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Hr|Fr|Nr|bzw|usw|M|Mme|Sra?|Dra|Exmo)\.)\s+$/u;

/** Behind an abbreviation, and before a small letter ("Why?" asked …), a sentence goes on. */
function goesOn(text: string, start: number, offset: number): boolean {
  return (
    /\p{Ll}/u.test(text.charAt(offset)) ||
    ABBREVIATION.test(text.slice(Math.max(start, offset - 40), offset))
  );
}

/** How far a single endless line is looked at, each way, for the sentences around an offset. */
const REACH = 5_000;

function neighbourhood(text: string, offset: number): Utf16Range {
  const place = Math.min(Math.max(0, offset), text.length);
  const lineStart = text.lastIndexOf("\n", place - 1) + 1;
  const newline = text.indexOf("\n", place);
  const lineEnd = newline < 0 ? text.length : newline;
  return {
    start: afterSentenceEnd(text, place === 0 ? 0 : lineStart, place) as Utf16,
    end: Math.min(lineEnd, place + REACH) as Utf16,
  };
}

function afterSentenceEnd(text: string, lineStart: number, place: number): number {
  if (place - lineStart <= REACH) return lineStart;
  const head = text.slice(place - REACH, place);
  const stop = /[.!?]["”’)]?\s/.exec(head);
  return place - REACH + (stop ? stop.index + stop[0].length : 0);
}

function nextInk(text: string, offset: number): number {
  let place = offset;
  while (place < text.length && !isInk(text.charAt(place))) place++;
  return place;
}

function previousInk(text: string, offset: number): number {
  let place = offset;
  while (place >= 0 && !isInk(text.charAt(place))) place--;
  return place;
}
