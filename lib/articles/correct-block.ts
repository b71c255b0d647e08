import { authorize } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import { Block, Boilerplate } from "#lib/cleanup/block.ts";
import { actorId, type Context } from "#lib/context.ts";
import { DomainError, notFound } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { blockCorrected } from "./events.ts";
import type { BlockCorrection } from "./model.ts";
import { getArticleSummary } from "./queries.ts";
import { signRevision } from "./save-signature.ts";

/**
 * Fold a block of the current revision away as boilerplate of some kind, or restore it (null).
 * `index` is its place in the revision's list of blocks, from 0. Nothing of the text changes.
 */
export async function correctBlock(
  ctx: Context,
  articleId: string,
  index: number,
  correction: BlockCorrection,
): Promise<Block> {
  return inTransaction(ctx, async (ctx) => {
    const article = await getArticleSummary(ctx, articleId);
    authorize(ctx.actor, "block.correct", article);
    if (correction.revision !== undefined && correction.revision !== article.revision) {
      throw new DomainError(
        "revision",
        `The article is at revision ${article.revision} now; look at it first.`,
        {
          detail: { current: article.revision },
        },
      );
    }
    const place = { revisionId_index: { revisionId: article.revisionId, index } };
    const before = await ctx.db.block.findUnique({ where: place });
    if (!before) throw notFound("block");
    const block = Block.parse({ ...before, boilerplate: correction.boilerplate });
    if (before.boilerplate === correction.boilerplate) return block;
    await ctx.db.block.update({
      where: place,
      data: {
        boilerplate: block.boilerplate,
        correctedById: actorId(ctx.actor),
        correctedAt: ctx.now,
      },
    });
    // The article's own text is another now, and so is what is like it.
    await signRevision(ctx, {
      articleId,
      projectId: article.projectId,
      revisionId: article.revisionId,
    });
    const was = Boilerplate.nullable().parse(before.boilerplate);
    await record(
      ctx,
      blockCorrected(article, { revision: article.revision, index }, was, block.boilerplate),
    );
    return block;
  });
}
