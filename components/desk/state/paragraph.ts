import { isNumbered } from "#components/editor/article-parts.ts";
import { blockIndexAt, type ArticleText } from "#components/editor/article-text.ts";

/** "paragraph 12", "the title", "a folded block": where an offset (code points) stands, said aloud. */
export function paragraphOf(article: ArticleText, offset: number): string | null {
  if (offset < 0 || offset > article.offsets.lengthCodePoints) return null;
  const index = blockIndexAt(article.blocks, article.offsets.toUtf16(offset));
  const block = article.blocks[index];
  if (!block) return null;
  if (block.boilerplate !== null) return "a folded block";
  const number = numbersOf(article)[index];
  if (number) return `paragraph ${number}`;
  return block.kind === "title" ? "the title" : "a heading";
}

/** Numbers by block, worked out once for each text. */
function numbersOf(article: ArticleText): readonly (number | null)[] {
  const known = KNOWN.get(article);
  if (known) return known;
  let number = 0;
  const numbers = article.blocks.map((block) =>
    block.boilerplate === null && isNumbered(block) ? ++number : null,
  );
  KNOWN.set(article, numbers);
  return numbers;
}

const KNOWN = new WeakMap<ArticleText, readonly (number | null)[]>();
