import { trimRange } from "./graphemes.ts";
import type { Utf16, Utf16Range } from "./offsets.ts";
import { sentencesIn } from "./sentences.ts";

/** A stretch of a text that is compared as one: its place (UTF-16), its words, and by what it is known. */
export type Paragraph = Utf16Range & {
  readonly text: string;
  /** Equal for paragraphs that differ in typography alone: quotation marks, dashes, kinds of space. */
  readonly key: string;
};

/**
 * The lines that are not blank within some stretches of a text, which divide lines as well; of a line of
 * more than 1,000 characters, its sentences.
 */
export function paragraphsOf(text: string, within: readonly Utf16Range[]): Paragraph[] {
  return within.flatMap((range) => paragraphsIn(text, range));
}

function paragraphsIn(text: string, within: Utf16Range): Paragraph[] {
  const found: Paragraph[] = [];
  for (let start: number = within.start; start < within.end;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? within.end : Math.min(newline, within.end);
    const line = trimRange(text, { start: start as Utf16, end: end as Utf16 });
    if (line) {
      for (const each of line.end - line.start > LONG_LINE ? sentencesIn(text, line) : [line]) {
        const words = text.slice(each.start, each.end);
        found.push({ ...each, text: words, key: plainTypography(words) });
      }
    }
    start = end + 1;
  }
  return found;
}

const LONG_LINE = 1_000;

/** The words with one kind of quotation mark, of dash and of space, and nothing invisible. */
export function plainTypography(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/\s+/gu, " ")
    .trim();
}
