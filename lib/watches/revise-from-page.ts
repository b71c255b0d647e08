import type { Context } from "#lib/context.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import type { Look } from "./look-at-source.ts";
import type { Watch } from "./model.ts";

/** Give the article of a page the text that was found there. Answers whether it is another one. */
export async function reviseFromPage(
  ctx: Context,
  watch: Watch,
  { page, extracted }: Extract<Look, { kind: "page" }>,
): Promise<boolean> {
  if (watch.articleId === null) return false;
  const { isNew } = await reviseArticle(ctx, watch.articleId, {
    extracted,
    content: { bytes: page.bytes },
    origin: { kind: "address", name: page.url },
    retrievedAt: page.retrievedAt,
  });
  if (isNew) await noteLikenesses(ctx, watch.articleId);
  return isNew;
}
