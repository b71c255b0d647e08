import type { ArticleBlock } from "#lib/articles/model.ts";
import type { Boilerplate } from "#lib/cleanup/block.ts";

/** A row of the page: one block to read, or neighbouring boilerplate folded into one line. */
export type ArticleRow =
  | {
      readonly kind: "block";
      readonly index: number;
      /** "Paragraph 12": the place among the blocks that are read, or null for titles and headings. */
      readonly number: number | null;
    }
  | { readonly kind: "fold"; readonly indexes: readonly number[]; readonly label: string };

/** What a person calls each kind of boilerplate. */
export const BOILERPLATE_WORDS: Readonly<Record<Boilerplate, string>> = {
  styles: "style sheet",
  navigation: "navigation",
  teaser: "teaser",
  appeal: "appeal",
  byline: "byline",
  credit: "credit",
  biography: "biography",
  comments: "comments",
  repeated: "repeated words",
  other: "other",
};

/** Lays the blocks out as rows, in reading order; `text` is the canonical text in code-point slices. */
export function articleRows(
  blocks: readonly ArticleBlock[],
  wordsOf: (block: ArticleBlock) => string,
): ArticleRow[] {
  const rows: ArticleRow[] = [];
  let number = 0;
  for (let index = 0; index < blocks.length;) {
    const block = blocks[index];
    if (!block) break;
    if (block.boilerplate === null) {
      const isNumbered = block.kind !== "title" && block.kind !== "heading";
      rows.push({ kind: "block", index, number: isNumbered ? ++number : null });
      index++;
      continue;
    }
    const indexes: number[] = [];
    while (index < blocks.length && blocks[index]?.boilerplate) indexes.push(index++);
    rows.push({ kind: "fold", indexes, label: foldLabel(indexes, blocks, wordsOf) });
  }
  return rows;
}

/** "Teaser folded: “Three ferries …”" for one block, "3 blocks folded: navigation, appeal" for more. */
function foldLabel(
  indexes: readonly number[],
  blocks: readonly ArticleBlock[],
  wordsOf: (block: ArticleBlock) => string,
): string {
  const folded = indexes.flatMap((index) => blocks[index] ?? []);
  const kinds = [
    ...new Set(folded.map((block) => BOILERPLATE_WORDS[block.boilerplate ?? "other"])),
  ];
  const only = folded.length === 1 ? folded[0] : undefined;
  if (!only) return `${folded.length} blocks folded: ${kinds.join(", ")}`;
  const kind = kinds[0] ?? "";
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} folded: “${shorten(wordsOf(only), 60)}”`;
}

function shorten(words: string, length: number): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.length <= length
    ? line
    : `${line.slice(0, line.lastIndexOf(" ", length) + 1 || length).trim()} …`;
}
