import { authorize, requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";

/**
 * The article that the caller goes on with after another: one they have begun, the latest first, else
 * the first one not begun that was added after it, else the first of all. Null when all are finished.
 */
export async function findNextOfMyWork(
  ctx: Context,
  projectId: string,
  afterId: string | null,
): Promise<string | null> {
  authorize(ctx.actor, "article.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  const others = { projectId, mergedIntoId: null, ...(afterId ? { id: { not: afterId } } : {}) };
  const begun = await ctx.db.work.findFirst({
    where: { userId, state: { in: ["begun", "reopened"] }, article: others },
    select: { articleId: true },
    orderBy: [{ updatedAt: "desc" }, { articleId: "desc" }],
  });
  if (begun) return begun.articleId;
  const fresh = { ...others, work: { none: { userId } } };
  // Identifiers are made in the order of time.
  const later = afterId ? { ...fresh, id: { gt: afterId } } : fresh;
  const next =
    (await ctx.db.article.findFirst({
      where: later,
      select: { id: true },
      orderBy: { id: "asc" },
    })) ??
    (await ctx.db.article.findFirst({
      where: fresh,
      select: { id: true },
      orderBy: { id: "asc" },
    }));
  return next?.id ?? null;
}
