import type { SegmentRole } from "#lib/annotations/model.ts";
import type { CodePoint } from "#lib/text/offsets.ts";
import { offsetMap } from "#lib/text/offsets.ts";
import type { DemoContent, DemoSegment } from "./mark-types.ts";

export type LocatedSegment = {
  readonly role: SegmentRole;
  readonly start: CodePoint;
  readonly end: CodePoint;
  readonly exact: string;
};

/**
 * Where the words of an annotation stand in a revision's canonical text. Error when the passage
 * does not stand there exactly once, or when a quotation is missing or ambiguous within it.
 */
export function locateSegments(text: string, of: DemoContent): LocatedSegment[] {
  const map = offsetMap(text);
  const passage = of.passage ?? text;
  const offset = of.passage === undefined ? 0 : locateOnce(text, of.passage);
  return of.segments.map((segment) => {
    const start = offset + occurrence(passage, segment);
    return {
      role: segment.role,
      start: map.toCodePoint(start),
      end: map.toCodePoint(start + segment.quote.length),
      exact: segment.quote,
    };
  });
}

/** Where words stand that occur once in a text, in UTF-16 units. Error when they do not. */
export function locateOnce(text: string, words: string): number {
  return occurrence(text, { quote: words });
}

/** Only whole words count: “he” does not stand in “the”. */
function occurrence(text: string, { quote, nth }: Pick<DemoSegment, "quote" | "nth">): number {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    if (!cutsWord(text, at) && !cutsWord(text, end)) found.push(at);
  }
  if (nth === undefined && found.length !== 1) {
    throw new Error(`“${quote}” stands ${found.length} times, not once, in: ${text.slice(0, 80)}`);
  }
  const start = found[(nth ?? 1) - 1];
  if (start === undefined) throw new Error(`“${quote}” stands ${found.length} times only.`);
  return start;
}

function cutsWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}
