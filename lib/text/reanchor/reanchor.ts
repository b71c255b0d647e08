import { offsetMap } from "../offsets.ts";
import { compareTexts } from "./compared-texts.ts";
import { findChanged } from "./find-changed.ts";
import { findUnchanged } from "./find-unchanged.ts";
import { similarity } from "./similarity.ts";

export const REANCHOR_STATUSES = ["exact", "moved", "changed", "lost"] as const;

/** A span of the old text, in code points, end exclusive. */
export type SpanToReanchor = { readonly id: string; readonly start: number; readonly end: number };

/** What became of it: where it stands in the new text, in code points. */
export type Reanchored = { readonly id: string } & (
  | {
      /**
       * exact: the same words, where the comparison of the two texts puts them. moved: the same
       * words elsewhere. changed: other words, where the comparison puts them.
       */
      readonly status: "exact" | "moved" | "changed";
      readonly start: number;
      readonly end: number;
      /** 1 less the edit distance in code points divided by the longer length; 1 for the same words. */
      readonly similarity: number;
    }
  | { readonly status: "lost"; readonly start: null; readonly end: null; readonly similarity: null }
);

/**
 * Find where spans of a text stand in a later state of it. Nothing is put on other words: exact and
 * moved are said of the very same characters only, and only where what stands around them proves that
 * these are the ones (find-unchanged.ts); how alike two places are never decides it. RangeError for a
 * span that is empty or lies outside the old text. The same input gives the same answer.
 */
export function reanchor(
  oldText: string,
  newText: string,
  spans: readonly SpanToReanchor[],
): Reanchored[] {
  const [oldMap, newMap] = [offsetMap(oldText), offsetMap(newText)];
  for (const { id, start, end } of spans) {
    if (end <= start) throw new RangeError(`The span ${id} (${start}–${end}) holds no character.`);
    oldMap.toUtf16(start);
    oldMap.toUtf16(end);
  }
  if (oldText === newText)
    return spans.map(({ id, start, end }) => ({ id, status: "exact", start, end, similarity: 1 }));
  const compared = compareTexts(oldText, newText);
  return spans.map(({ id, ...span }) => {
    const [start, end] = [oldMap.toUtf16(span.start), oldMap.toUtf16(span.end)];
    const place = (from: number, to: number) => ({
      start: newMap.toCodePoint(from),
      end: newMap.toCodePoint(to),
    });
    const unchanged = findUnchanged(compared, start, end);
    if (unchanged) {
      const { status, start: from } = unchanged;
      return { id, status, ...place(from, from + end - start), similarity: 1 };
    }
    const changed = findChanged(compared, start, end);
    if (changed) {
      const [was, is] = [oldText.slice(start, end), newText.slice(changed.start, changed.end)];
      // The same words, unproved, are not proposed: they may be another copy.
      if (was !== is)
        return {
          id,
          status: "changed",
          ...place(changed.start, changed.end),
          similarity: similarity(was, is),
        };
    }
    return { id, status: "lost", start: null, end: null, similarity: null };
  });
}
