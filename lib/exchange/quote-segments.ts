import type { Segment } from "#lib/annotations/model.ts";
import { DomainError } from "#lib/errors.ts";
import { QUOTE_CONTEXT, quoteOf, type Quote } from "#lib/text/quote.ts";
import { span } from "#lib/text/span.ts";
import type { ExportSegment } from "./model.ts";
import type { RevisionText } from "./revision-text.ts";

/**
 * The segments of an annotation with their surroundings. Nothing leaves that is not so: a segment
 * whose words do not stand at its offsets stops the export, with the annotation named.
 */
export function quoteSegments(
  annotationId: string,
  segments: readonly Segment[],
  of: RevisionText,
): ExportSegment[] {
  return segments.map(({ role, start, end, exact }) => {
    const quote = quoteAt(of, start, end);
    if (quote?.exact !== exact)
      throw otherWords(`annotation ${annotationId}`, start, end, of.revision);
    const { prefix, suffix, startUtf16, endUtf16 } = quote;
    return { role, start, end, exact, prefix, suffix, startUtf16, endUtf16 };
  });
}

/** The refusal to let a quotation leave that does not stand in the text. */
export function otherWords(
  what: string,
  start: number,
  end: number,
  revision: number,
): DomainError {
  return new DomainError(
    "state",
    `The export was stopped: the words of ${what} do not stand at ${start}–${end} of revision ${revision}. ` +
      "Run `onrecord doctor` and mend or withdraw it.",
    { detail: { what, start, end, revision } },
  );
}

/** Null outside the text. */
function quoteAt(of: RevisionText, start: number, end: number): Quote | null {
  try {
    return quoteOf(of.text, span(start, end), QUOTE_CONTEXT, of.map);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
