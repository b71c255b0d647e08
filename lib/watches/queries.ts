import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Watch } from "./model.ts";
import { WATCH_SELECT, watchOf } from "./watch-row.ts";

/** The watch, or not found for anybody who is not in its project. */
export async function getWatch(ctx: Context, id: string): Promise<Watch> {
  const row = await ctx.db.watch.findUnique({ where: { id }, select: WATCH_SELECT });
  if (row === null) throw notFound("watch");
  authorize(ctx.actor, "watch.read", row);
  return watchOf(row);
}

/** What a project watches and follows, as a page by id, oldest first. */
export async function listWatches(
  ctx: Context,
  projectId: string,
  page: { after?: string | undefined; limit: number },
): Promise<Watch[]> {
  authorize(ctx.actor, "watch.read", { projectId });
  const rows = await ctx.db.watch.findMany({
    where: { projectId, ...(page.after !== undefined && { id: { gt: page.after } }) },
    select: WATCH_SELECT,
    orderBy: { id: "asc" },
    take: page.limit,
  });
  return rows.map(watchOf);
}

/** The watch on an article's page; null while nobody watches it. */
export async function findWatchOfArticle(ctx: Context, articleId: string): Promise<Watch | null> {
  const row = await ctx.db.watch.findUnique({ where: { articleId }, select: WATCH_SELECT });
  if (row === null) return null;
  authorize(ctx.actor, "watch.read", row);
  return watchOf(row);
}

/** The watch for a change: nobody else changes it until the transaction ends. */
export async function lockWatch(ctx: Context, id: string): Promise<Watch> {
  await ctx.db.$queryRaw`SELECT 1 FROM "watch" WHERE "id" = ${id}::uuid FOR UPDATE`;
  return getWatch(ctx, id);
}
