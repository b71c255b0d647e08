import type { Boilerplate } from "#lib/cleanup/block.ts";
import type { ArticleText, TextBlock } from "./article-text.ts";

/** A part of the page: neighbouring blocks to read, or neighbouring boilerplate folded into one line. */
export type ArticlePart =
  | {
      readonly kind: "passage";
      readonly blocks: readonly TextBlock[];
      /** "Paragraph 12" for the first of them that has a number. */
      readonly firstNumber: number;
    }
  | { readonly kind: "fold"; readonly blocks: readonly TextBlock[]; readonly label: string };

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

/** Titles and headings are not counted. */
export function isNumbered({ kind }: Pick<TextBlock, "kind">): boolean {
  return kind !== "title" && kind !== "heading";
}

/**
 * So many blocks a passage has at most. Passages far from the view are left out of the browser's work
 * as a whole: each costs it a look at every frame, and thousands of blocks would cost thousands.
 */
const LONGEST_PASSAGE = 24;

/**
 * Lays the blocks out as parts, in reading order. A headline that the text begins with is a passage of
 * its own, so that something can stand below it.
 */
export function articleParts(article: Pick<ArticleText, "text" | "blocks">): ArticlePart[] {
  const title = titleOf(article);
  const parts: ArticlePart[] = [];
  let firstNumber = 1;
  for (let from = 0; from < article.blocks.length;) {
    const isFolded = article.blocks[from]?.boilerplate != null;
    let to = from + 1;
    while (to < article.blocks.length && isNext(article.blocks[to])) to++;
    const blocks = article.blocks.slice(from, to);
    if (isFolded) parts.push({ kind: "fold", blocks, label: foldLabel(blocks, article.text) });
    else {
      parts.push({ kind: "passage", blocks, firstNumber });
      firstNumber += blocks.filter(isNumbered).length;
    }
    from = to;

    function isNext(block: TextBlock | undefined): boolean {
      if (title && block === article.blocks[title.index + 1]) return false;
      if (!isFolded && to - from >= LONGEST_PASSAGE) return false;
      return isFolded === (block?.boilerplate != null);
    }
  }
  return parts;
}

/** The headline, where what is read of the text begins with one. */
export function titleOf({ blocks }: Pick<ArticleText, "blocks">): TextBlock | null {
  const first = blocks.find((block) => block.boilerplate === null);
  return first?.kind === "title" ? first : null;
}

/** "Teaser folded: “Three ferries …”" for one block, "3 blocks folded: navigation, appeal" for more. */
function foldLabel(folded: readonly TextBlock[], text: string): string {
  const kinds = [
    ...new Set(folded.map((block) => BOILERPLATE_WORDS[block.boilerplate ?? "other"])),
  ];
  const only = folded.length === 1 ? folded[0] : undefined;
  if (!only) return `${folded.length} blocks folded: ${kinds.join(", ")}`;
  const kind = kinds[0] ?? "";
  const words = shorten(text.slice(only.startUtf16, only.endUtf16), 60);
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} folded: “${words}”`;
}

function shorten(words: string, length: number): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.length <= length
    ? line
    : `${line.slice(0, line.lastIndexOf(" ", length) + 1 || length).trim()} …`;
}
