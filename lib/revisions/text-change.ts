import { offsetMap } from "#lib/text/offsets.ts";
import { reanchor } from "#lib/text/reanchor/reanchor.ts";
import { carrySegments, type CarriedMark } from "./carry-segments.ts";
import type { MarkSegment } from "./model.ts";

/**
 * Carry marks of one text to another, all at once: the texts are compared once. Answers in the order of
 * the marks.
 */
export function carryMarks(
  oldText: string,
  newText: string,
  marks: readonly { segments: readonly MarkSegment[] }[],
): CarriedMark[] {
  const spans = marks.flatMap(({ segments }, mark) =>
    segments.map(({ start, end }, n) => ({ id: `${mark}.${n}`, start, end })),
  );
  const found = reanchor(oldText, newText, spans);
  const map = offsetMap(newText);
  const wordsAt = (start: number, end: number) =>
    newText.slice(map.toUtf16(start), map.toUtf16(end));
  let next = 0;
  return marks.map(({ segments }) => {
    const own = found.slice(next, next + segments.length);
    next += segments.length;
    return carrySegments(segments, own, wordsAt);
  });
}
