import { getArticle } from "#lib/articles/queries.ts";
import type { Article } from "#lib/articles/model.ts";
import type { Context } from "#lib/context.ts";
import { differenceOfTexts, type DifferenceRow } from "#lib/text/difference.ts";
import type { Likeness } from "./model.ts";
import { getLikeness } from "./queries.ts";

/** Two articles side by side. Offsets of the rows count on the two texts. */
export type ComparedLikeness = {
  likeness: Likeness;
  firstText: string;
  secondText: string;
  /** Of the articles' own text; what is folded away as boilerplate is in neither. */
  rows: DifferenceRow[];
};

/** The current texts of both articles of a likeness, and how they differ. */
export async function compareLikeness(ctx: Context, id: string): Promise<ComparedLikeness> {
  const likeness = await getLikeness(ctx, id);
  const [first, second] = await Promise.all([
    getArticle(ctx, likeness.first.id),
    getArticle(ctx, likeness.second.id),
  ]);
  return {
    likeness,
    firstText: first.text,
    secondText: second.text,
    rows: differenceOfTexts(first.text, second.text, {
      before: ownBlocks(first),
      after: ownBlocks(second),
    }),
  };
}

/** Headlines and captions too: two papers' headlines are worth seeing side by side. */
function ownBlocks({ blocks }: Article) {
  return blocks.filter((block) => block.boilerplate === null);
}
