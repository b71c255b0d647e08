import type { Utf16, Utf16Range } from "./offsets.ts";
import { isInk } from "./span.ts";
import { windowAround } from "./window.ts";

/** A selection widened to whole words where it begins or ends inside one. UTF-16. */
export function snapToWords(text: string, range: Utf16Range): Utf16Range {
  const first = segmentAt(text, range.start);
  const start = first?.isWord && first.start < range.start ? first.start : range.start;
  if (range.end <= range.start) return { start, end: start };
  const last = segmentAt(text, range.end);
  return { start, end: last?.isWord && last.start < range.end ? last.end : range.end };
}

/** The word at an offset, also when the offset stands right behind it; null between words. */
export function wordAt(text: string, offset: number): Utf16Range | null {
  for (const place of [offset, offset - 1]) {
    const found = segmentAt(text, place);
    if (found?.isWord) return { start: found.start, end: found.end };
  }
  return null;
}

/** The first word that starts at or after an offset; null when there is none. */
export function wordAfter(text: string, offset: number): Utf16Range | null {
  for (let place = Math.max(0, offset); place < text.length;) {
    const found = segmentAt(text, place);
    if (!found) return null;
    if (found.isWord && found.start >= offset) return { start: found.start, end: found.end };
    place = found.end;
  }
  return null;
}

/** The last word that ends at or before an offset; null when there is none. */
export function wordBefore(text: string, offset: number): Utf16Range | null {
  for (let place = Math.min(text.length, offset) - 1; place >= 0;) {
    const found = segmentAt(text, place);
    if (!found) return null;
    if (found.isWord && found.end <= offset) return { start: found.start, end: found.end };
    place = found.start - 1;
  }
  return null;
}

type Segment = Utf16Range & { readonly isWord: boolean };

function segmentAt(text: string, offset: number): Segment | null {
  if (offset < 0 || offset >= text.length) return null;
  // A run of white space is one segment, so that a page of blank lines is crossed in one step.
  if (!isInk(text.charAt(offset))) return blankAt(text, offset);
  const window = windowAround(text, offset, REACH, isBlankEdge);
  const found = SEGMENTER.segment(text.slice(window.start, window.end)).containing(
    offset - window.start,
  );
  if (!found) return null;
  const start = window.start + found.index;
  return {
    start: start as Utf16,
    end: (start + found.segment.length) as Utf16,
    isWord: found.isWordLike ?? false,
  };
}

function blankAt(text: string, offset: number): Segment {
  let start = offset;
  let end = offset + 1;
  while (start > 0 && !isInk(text.charAt(start - 1))) start--;
  while (end < text.length && !isInk(text.charAt(end))) end++;
  return { start: start as Utf16, end: end as Utf16, isWord: false };
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "word" });

/** Words of scripts without spaces (Chinese, Thai) are found within this many units on each side. */
const REACH = 512;

function isBlankEdge(text: string, offset: number): boolean {
  return !isInk(text.charAt(offset - 1)) || !isInk(text.charAt(offset));
}
