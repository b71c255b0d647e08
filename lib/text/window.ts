/**
 * Segmenting a whole text of 10 million characters to move a caret by one word would take seconds.
 * A window is a stretch around an offset whose two ends are boundaries for certain, or as good as.
 */
export type TextWindow = { readonly start: number; readonly end: number };

/** The stretch around `offset` (UTF-16), found by looking at most `reach` units each way for a cut. */
export function windowAround(
  text: string,
  offset: number,
  reach: number,
  isCut: (text: string, offset: number) => boolean,
): TextWindow {
  let start = Math.min(offset, text.length);
  const lowest = Math.max(0, start - reach);
  // One cut is not enough at the offset itself: the cluster before it is wanted as well.
  for (start = Math.max(lowest, start - 1); start > lowest; start--) {
    if (isCut(text, start)) break;
  }
  let end = Math.min(offset, text.length);
  const highest = Math.min(text.length, end + reach);
  for (end = Math.min(highest, end + 1); end < highest; end++) {
    if (isCut(text, end)) break;
  }
  return { start: outsidePair(text, start, -1), end: outsidePair(text, end, 1) };
}

function outsidePair(text: string, offset: number, step: -1 | 1): number {
  const isInside =
    (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(offset) & 0xfc00) === 0xdc00;
  return isInside ? offset + step : offset;
}
