import { alignParagraphs } from "./align-paragraphs.ts";
import type { OffsetMap, Utf16Range } from "./offsets.ts";
import { offsetMap, utf16 } from "./offsets.ts";
import { paragraphsOf, type Paragraph } from "./paragraphs.ts";
import type { Span } from "./span.ts";
import { wordDifference, type Change } from "./word-difference.ts";

/** One line of a side-by-side view: a paragraph of each text, or of one of them. */
export type DifferenceRow = {
  /**
   * "same" to the letter; "changed" in some words or signs; "removed" stands in the first text only,
   * "added" in the second only.
   */
  readonly kind: "same" | "changed" | "removed" | "added";
  /** Its place in the first text, in code points; null when it is not there. */
  readonly before: Span | null;
  /** Its place in the second text, in code points; null when it is not there. */
  readonly after: Span | null;
  /** Of a changed paragraph: the words that differ, in reading order. Empty for the other kinds. */
  readonly changes: readonly SpanChange[];
  /** Whether a removed or added paragraph stands elsewhere in the other text. */
  readonly isMoved: boolean;
};

type Stretch = { readonly start: number; readonly end: number };

/** Words that gave way to others; one of the two places may be empty. Code points. */
export type SpanChange = { readonly before: Span; readonly after: Span };

/**
 * How one text became another, for two columns side by side: rows in reading order of both, which
 * together hold every paragraph of both once. Only white space lies between the rows. Paragraphs are
 * lines; of a line of more than 1,000 characters, its sentences.
 *
 * The work is bounded: about a second at worst for two texts of 100,000 words that have nothing in common.
 * What would take longer is shown as wholly changed, removed and added; it is never wrong, only coarse.
 * The same two texts always give the same rows.
 *
 * `only` names the stretches that are compared (an article's own blocks, say), in reading order and code
 * points; a paragraph never reaches over the edge of one. The whole texts when left out.
 */
export function differenceOfTexts(
  before: string,
  after: string,
  only?: { before: readonly Stretch[]; after: readonly Stretch[] },
): DifferenceRow[] {
  const maps = { before: offsetMap(before), after: offsetMap(after) };
  const first = paragraphsOf(before, stretchesIn(maps.before, only?.before));
  const second = paragraphsOf(after, stretchesIn(maps.after, only?.after));
  const keys = {
    before: new Set(first.map((each) => each.key)),
    after: new Set(second.map((each) => each.key)),
  };
  const purse = { left: WORK_LIMIT };

  return alignParagraphs(first, second).map(([one, other]): DifferenceRow => {
    if (one && other) {
      const changes =
        one.text === other.text
          ? []
          : wordDifference(one.text, other.text, purse).map((each) =>
              placed(each, one, other, maps),
            );
      return {
        kind: changes.length === 0 ? "same" : "changed",
        before: spanIn(maps.before, one.start, one.end),
        after: spanIn(maps.after, other.start, other.end),
        changes,
        isMoved: false,
      };
    }
    return {
      kind: one ? "removed" : "added",
      before: one && spanIn(maps.before, one.start, one.end),
      after: other && spanIn(maps.after, other.start, other.end),
      changes: [],
      isMoved: one ? keys.after.has(one.key) : keys.before.has(other?.key ?? ""),
    };
  });
}

/** Steps of the search for words that stayed, over all paragraphs of two texts. */
const WORK_LIMIT = 4_000_000;

function placed(
  change: Change,
  one: Paragraph,
  other: Paragraph,
  maps: { before: OffsetMap; after: OffsetMap },
): SpanChange {
  return {
    before: spanIn(maps.before, one.start + change.before.start, one.start + change.before.end),
    after: spanIn(maps.after, other.start + change.after.start, other.start + change.after.end),
  };
}

function stretchesIn(map: OffsetMap, only: readonly Stretch[] | undefined): Utf16Range[] {
  if (only === undefined) return [{ start: utf16(0), end: map.lengthUtf16 }];
  return only.map(({ start, end }) => ({ start: map.toUtf16(start), end: map.toUtf16(end) }));
}

function spanIn(map: OffsetMap, start: number, end: number): Span {
  return { start: map.toCodePoint(start), end: map.toCodePoint(end) };
}
