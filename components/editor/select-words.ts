import { snapToGraphemes, trimRange } from "#lib/text/graphemes.ts";
import type { Utf16, Utf16Range } from "#lib/text/offsets.ts";
import type { Span } from "#lib/text/span.ts";
import { snapToWords } from "#lib/text/words.ts";
import type { ArticleText } from "./article-text.ts";

/** What a selection means: the spans that a tag would take, or why there are none. */
export type SelectedWords =
  | { readonly kind: "words"; readonly spans: readonly Span[]; readonly foldedBlocks: number }
  /** Nothing but white space. */
  | { readonly kind: "blank" }
  /** Nothing but boilerplate. */
  | { readonly kind: "folded" };

/**
 * Turns a raw selection (UTF-16, start before end) into spans of code points: widened to whole words
 * or to whole grapheme clusters, cut at the blocks' edges, without boilerplate, and without white
 * space at their ends. A selection over several blocks gives one span in each.
 */
export function selectWords(
  article: ArticleText,
  range: Utf16Range,
  snap: "words" | "characters",
): SelectedWords {
  const spans: Span[] = [];
  let foldedBlocks = 0;
  for (const block of article.blocks) {
    if (block.endUtf16 <= range.start) continue;
    if (block.startUtf16 >= range.end) break;
    const inside = clip(range, block.startUtf16, block.endUtf16);
    const inked = trimRange(article.text, inside);
    if (!inked) continue;
    if (block.boilerplate !== null) {
      foldedBlocks++;
      continue;
    }
    const snapped = snapToGraphemes(
      article.text,
      snap === "words" ? snapToWords(article.text, inked) : inked,
    );
    const words = trimRange(article.text, clip(snapped, block.startUtf16, block.endUtf16));
    if (!words) continue;
    spans.push({
      start: article.offsets.toCodePoint(words.start),
      end: article.offsets.toCodePoint(words.end),
    });
  }
  if (spans.length > 0) return { kind: "words", spans, foldedBlocks };
  return { kind: foldedBlocks > 0 ? "folded" : "blank" };
}

function clip(range: Utf16Range, start: Utf16, end: Utf16): Utf16Range {
  return {
    start: range.start > start ? range.start : start,
    end: range.end < end ? range.end : end,
  };
}
