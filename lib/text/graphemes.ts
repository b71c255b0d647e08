import type { Utf16, Utf16Range } from "./offsets.ts";
import type { OffsetMap } from "./offsets.ts";
import { offsetMap } from "./offsets.ts";
import type { Span } from "./span.ts";
import { isInk } from "./span.ts";
import { windowAround } from "./window.ts";

/** A selection widened to whole grapheme clusters: never half an emoji, never a lost accent. UTF-16. */
export function snapToGraphemes(text: string, range: Utf16Range): Utf16Range {
  const first = graphemeAt(text, range.start);
  const start = first && first.start < range.start ? first.start : range.start;
  if (range.end <= range.start) return { start, end: start };
  const last = graphemeAt(text, range.end);
  return { start, end: last && last.start < range.end ? last.end : range.end };
}

/** The same in code points. RangeError outside the text. */
export function snapSpanToGraphemes(
  text: string,
  of: Span,
  map: OffsetMap = offsetMap(text),
): Span {
  const snapped = snapToGraphemes(text, { start: map.toUtf16(of.start), end: map.toUtf16(of.end) });
  return { start: map.toCodePoint(snapped.start), end: map.toCodePoint(snapped.end) };
}

/** The cluster that holds the character at `offset` (UTF-16), or null at the end of the text. */
export function graphemeAt(text: string, offset: number): Utf16Range | null {
  if (offset < 0 || offset >= text.length) return null;
  const window = windowAround(text, offset, REACH, isCertainBoundary);
  const found = SEGMENTER.segment(text.slice(window.start, window.end)).containing(
    offset - window.start,
  );
  if (!found) return null;
  const start = window.start + found.index;
  return { start: start as Utf16, end: (start + found.segment.length) as Utf16 };
}

/** Where a caret stands after one step to the right in reading order; stays at the end. */
export function nextGrapheme(text: string, offset: Utf16): Utf16 {
  return graphemeAt(text, offset)?.end ?? (text.length as Utf16);
}

/** Where a caret stands after one step to the left in reading order; stays at 0. */
export function previousGrapheme(text: string, offset: Utf16): Utf16 {
  return graphemeAt(text, offset - 1)?.start ?? (0 as Utf16);
}

/** The range without white space at its ends, or null when nothing else is in it. UTF-16. */
export function trimRange(text: string, range: Utf16Range): Utf16Range | null {
  let { start, end }: { start: number; end: number } = range;
  while (start < end && !isInk(text.charAt(start))) start++;
  while (end > start && !isInk(text.charAt(end - 1))) end--;
  return start < end ? { start: start as Utf16, end: end as Utf16 } : null;
}

const SEGMENTER = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Longer clusters than this are cut: nobody writes them, and a page of combining marks stays fast. */
const REACH = 512;

/** Between two characters below U+0300 a cluster always ends (CR LF cannot stand in canonical text). */
function isCertainBoundary(text: string, offset: number): boolean {
  return text.charCodeAt(offset - 1) < 0x300 && text.charCodeAt(offset) < 0x300;
}
