import { authorize, requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";

/** An article that the caller has begun and not finished. */
export type OpenWork = {
  id: string;
  title: string;
  /** When they last began or reopened it. */
  at: string;
  /** Their own annotations of it that are not submitted yet. */
  drafts: number;
};

/** The caller's open work in a project, the latest first. */
export async function listMyOpenWork(
  ctx: Context,
  projectId: string,
  limit: number,
): Promise<{ items: OpenWork[]; total: number }> {
  authorize(ctx.actor, "article.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  const where = {
    userId,
    state: { in: ["begun", "reopened"] },
    article: { projectId, mergedIntoId: null },
  };
  const mine = { authorId: userId, state: "draft" };
  const [rows, total] = await Promise.all([
    ctx.db.work.findMany({
      where,
      select: {
        updatedAt: true,
        article: {
          select: { id: true, title: true, _count: { select: { annotations: { where: mine } } } },
        },
      },
      orderBy: [{ updatedAt: "desc" }, { articleId: "desc" }],
      take: limit,
    }),
    ctx.db.work.count({ where }),
  ]);
  const items = rows.map(({ article, updatedAt }) => ({
    id: article.id,
    title: article.title,
    at: updatedAt.toISOString(),
    drafts: article._count.annotations,
  }));
  return { items, total };
}
