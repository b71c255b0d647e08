import { authorize, requireUser } from "#lib/access/permissions.ts";
import { recordAll } from "#lib/audit/record.ts";
import { visibleArticles } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { notFound, type ErrorCode } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { missingForReview } from "./check-content.ts";
import { annotationMoved } from "./events.ts";
import type { StoredAnnotation } from "./model.ts";
import { ANNOTATION_SELECT, storedAnnotation } from "./stored-annotation.ts";

export type SubmittedArticle = {
  submitted: StoredAnnotation[];
  refused: { id: string; code: ErrorCode; message: string }[];
};

/**
 * Hand all that the caller has ready in an article to review: their drafts, and those that were
 * rejected and have been changed since. What is not ready stays, and is named with the reason.
 */
export function submitArticle(ctx: Context, articleId: string): Promise<SubmittedArticle> {
  return inTransaction(ctx, async (ctx) => {
    const article = await ctx.db.article.findFirst({
      where: { AND: [{ id: articleId }, visibleArticles(ctx.actor)] },
      select: { projectId: true },
    });
    if (article === null) throw notFound("article");
    authorize(ctx.actor, "annotation.write", article);
    const { userId } = requireUser(ctx.actor);
    const ready = await holdReady(ctx, articleId, userId);
    const whole = ready.filter((annotation) => missingForReview(annotation) === null);
    await ctx.db.annotation.updateMany({
      where: { id: { in: whole.map(({ id }) => id) } },
      data: {
        state: "submitted",
        version: { increment: 1 },
        submittedAt: ctx.now,
        updatedAt: ctx.now,
      },
    });
    const submitted = whole.map((before): StoredAnnotation => {
      return {
        ...before,
        state: "submitted",
        version: before.version + 1,
        updatedAt: ctx.now.toISOString(),
      };
    });
    await recordAll(
      ctx,
      whole.flatMap((before, n) => {
        const after = submitted[n];
        return after ? [annotationMoved("annotation.submitted", before, after)] : [];
      }),
    );
    const refused = ready.flatMap((annotation) => {
      const message = missingForReview(annotation);
      return message === null ? [] : [{ id: annotation.id, code: "invalid" as const, message }];
    });
    return { submitted, refused };
  });
}

/** A rejected one has been changed when the last step in its life was a new content. */
async function holdReady(
  ctx: Context,
  articleId: string,
  userId: string,
): Promise<StoredAnnotation[]> {
  const held = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT a."id" FROM "annotation" a
     WHERE a."article_id" = ${articleId}::uuid AND a."author_id" = ${userId}::uuid
       AND (a."state" = 'draft' OR a."state" = 'rejected' AND EXISTS (
             SELECT 1 FROM "annotation_version" v WHERE v."annotation_id" = a."id" AND v."version" = a."version"))
     ORDER BY a."id" FOR UPDATE OF a`;
  const rows = await ctx.db.annotation.findMany({
    where: { id: { in: held.map(({ id }) => id) }, state: { in: ["draft", "rejected"] } },
    select: ANNOTATION_SELECT,
    orderBy: { id: "asc" },
  });
  return rows.map(storedAnnotation);
}
