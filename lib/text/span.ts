import type { CodePoint } from "./offsets.ts";
import { codePoint, sliceCodePoints } from "./offsets.ts";

/** A half-open range [start, end) of code points in a revision's canonical text. */
export type Span = { readonly start: CodePoint; readonly end: CodePoint };

/** RangeError unless both are integers and 0 ≤ start ≤ end. */
export function span(start: number, end: number): Span {
  if (end < start) throw new RangeError(`The span ${start}–${end} ends before it starts.`);
  return { start: codePoint(start), end: codePoint(end) };
}

/** True when the two share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** True when every character of `inner` is one of `outer`'s; an empty one lies in what touches it. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** What the two share, or null when they share nothing. */
export function intersection(a: Span, b: Span): Span | null {
  if (!overlaps(a, b)) return null;
  return { start: a.start > b.start ? a.start : b.start, end: a.end < b.end ? a.end : b.end };
}

/** What is left of `from` without the characters of `removed`, in reading order; never empty spans. */
export function subtract(from: Span, removed: readonly Span[]): Span[] {
  const left: Span[] = [];
  let start = from.start;
  for (const hole of removed.toSorted(compareSpans)) {
    if (!overlaps(from, hole)) continue;
    if (hole.start > start) left.push({ start, end: hole.start });
    if (hole.end > start) start = hole.end;
  }
  if (start < from.end) left.push({ start, end: from.end });
  return left;
}

/** Reading order: by start, and of two that begin together the longer one first. */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** True when any two of the spans share a character. */
export function hasOverlap(spans: readonly Span[]): boolean {
  let furthest = -1;
  for (const each of spans.toSorted(compareSpans)) {
    if (each.start < furthest) return true;
    furthest = Math.max(furthest, each.end);
  }
  return false;
}

/** True when the span holds at least one character other than white space. RangeError outside the text. */
export function hasInk(text: string, of: Span): boolean {
  return isInk(sliceCodePoints(text, of.start, of.end));
}

/** True when a string holds at least one character other than white space. */
export function isInk(text: string): boolean {
  return /[^\s\u0085]/u.test(text);
}
