import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import type { ChangeNotice } from "./model.ts";
import { waitingCarries } from "./queries.ts";

/** The articles of a project whose outlet changed what it said, with marks that wait; the latest first. */
export async function listChangeNotices(ctx: Context, projectId: string): Promise<ChangeNotice[]> {
  authorize(ctx.actor, "revision.read", { projectId });
  const rows = await ctx.db.carry.findMany({
    where: { AND: [{ projectId }, waitingCarries(ctx)] },
    select: { status: true, revision: { select: { articleId: true } } },
  });
  const counts = new Map<string, { changed: number; lost: number }>();
  for (const { status, revision } of rows) {
    const count = counts.get(revision.articleId) ?? { changed: 0, lost: 0 };
    if (status === "changed") count.changed++;
    else count.lost++;
    counts.set(revision.articleId, count);
  }
  const articles = await ctx.db.article.findMany({
    where: { id: { in: [...counts.keys()] } },
    select: {
      id: true,
      title: true,
      publisher: true,
      revision: true,
      revisions: {
        select: { createdAt: true, retrievedAt: true },
        orderBy: { number: "desc" },
        take: 1,
      },
    },
  });
  return articles
    .flatMap(({ id, title, publisher, revision, revisions: [latest] }) => {
      if (!latest) return [];
      const changedAt = (latest.retrievedAt ?? latest.createdAt).toISOString();
      const count = counts.get(id) ?? { changed: 0, lost: 0 };
      return [{ articleId: id, title, publisher, revision, changedAt, ...count }];
    })
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}
