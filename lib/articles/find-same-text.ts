import type { Context } from "#lib/context.ts";

/**
 * The article of a project that has, or had, the very same text; null when none has. Called in a
 * transaction: two that bring the same text wait for each other here, until the first has committed.
 * `isCurrent` is false where only an older revision had it.
 */
export async function findSameText(
  ctx: Context,
  projectId: string,
  hash: string,
): Promise<{ articleId: string; isCurrent: boolean } | null> {
  await ctx.db
    .$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`article ${projectId} ${hash}`}, 0))`;
  const revisions = await ctx.db.revision.findMany({
    where: { projectId, hash },
    select: {
      articleId: true,
      number: true,
      article: { select: { revision: true, mergedIntoId: true } },
    },
    orderBy: { createdAt: "asc" },
  });
  const isCurrent = (one: (typeof revisions)[number]) => one.number === one.article.revision;
  const found = revisions.find(isCurrent) ?? revisions[0];
  if (!found) return null;
  return {
    articleId: found.article.mergedIntoId ?? found.articleId,
    isCurrent: isCurrent(found),
  };
}
