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
  const numbers: (number | null)[] = article.blocks.map(() => null);
  for (const row of article.rows) if (row.kind === "block") numbers[row.index] = row.number;
  KNOWN.set(article, numbers);
  return numbers;
}

const KNOWN = new WeakMap<ArticleText, readonly (number | null)[]>();
