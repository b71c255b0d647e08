import type { AnnotationContent } from "./model.ts";
import type { PlainContent } from "./check-content.ts";

/** True when two contents say the same, whatever the order of their attributes. */
export function sameContent(a: AnnotationContent, b: AnnotationContent): boolean {
  return (
    sameWithoutWords(a, b) &&
    a.segments.every((segment, n) => segment.exact === b.segments[n]?.exact)
  );
}

/**
 * True when what is sent says what is stored. Words that were not sent are those at the offsets;
 * words that were sent and are other words say something else.
 */
export function sameAsStored(stored: AnnotationContent, sent: PlainContent): boolean {
  return (
    sameWithoutWords(stored, sent) &&
    sent.segments.every(
      ({ exact }, n) => exact === undefined || exact === stored.segments[n]?.exact,
    )
  );
}

function sameWithoutWords(
  a: PlainContent | AnnotationContent,
  b: PlainContent | AnnotationContent,
): boolean {
  return (
    a.tag === b.tag &&
    a.doubt === b.doubt &&
    a.absent.join() === b.absent.join() &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, n) => {
      const other = b.segments[n];
      return (
        segment.role === other?.role && segment.start === other.start && segment.end === other.end
      );
    }) &&
    entriesOf(a.attributes) === entriesOf(b.attributes)
  );
}

function entriesOf(attributes: object): string {
  const said = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}
