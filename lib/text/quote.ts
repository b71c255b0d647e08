import type { OffsetMap, Utf16 } from "./offsets.ts";
import { offsetMap } from "./offsets.ts";
import type { Span } from "./span.ts";

/** A W3C TextQuoteSelector with the same place in UTF-16 units beside it. */
export type Quote = {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly startUtf16: Utf16;
  readonly endUtf16: Utf16;
};

/** How many code points of context go before and after a quotation. */
export const QUOTE_CONTEXT = 32;

/**
 * The words of a span with up to `context` code points on each side. Pass the text's `map` when
 * many quotes are taken from one text. RangeError outside the text.
 */
export function quoteOf(
  text: string,
  of: Span,
  context: number = QUOTE_CONTEXT,
  map: OffsetMap = offsetMap(text),
): Quote {
  const startUtf16 = map.toUtf16(of.start);
  const endUtf16 = map.toUtf16(of.end);
  if (endUtf16 < startUtf16) throw new RangeError("The span ends before it starts.");
  const before = map.toUtf16(Math.max(0, of.start - context));
  const after = map.toUtf16(Math.min(map.lengthCodePoints, of.end + context));
  return {
    exact: text.slice(startUtf16, endUtf16),
    prefix: text.slice(before, startUtf16),
    suffix: text.slice(endUtf16, after),
    startUtf16,
    endUtf16,
  };
}
