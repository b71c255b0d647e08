import { visibleArticles } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";

/** Where an article is to be read now. */
export type MergedInto = { id: string; title: string; projectId: string };

/**
 * The article that this one was merged into, or the one that took that one in, and so on to the last;
 * null for an article that stands for itself, or that the caller may not see.
 */
export async function mergedInto(ctx: Context, articleId: string): Promise<MergedInto | null> {
  const [last] = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain ("id", "next", steps) AS (
      SELECT a."id", a."merged_into_id", 0 FROM "article" a WHERE a."id" = ${articleId}::uuid
      UNION ALL
      SELECT a."id", a."merged_into_id", c.steps + 1 FROM chain c JOIN "article" a ON a."id" = c."next"
      WHERE c.steps < 100
    )
    SELECT "id" FROM chain ORDER BY steps DESC LIMIT 1`;
  if (!last || last.id === articleId) return null;
  return ctx.db.article.findFirst({
    where: { AND: [{ id: last.id }, visibleArticles(ctx.actor)] },
    select: { id: true, title: true, projectId: true },
  });
}
