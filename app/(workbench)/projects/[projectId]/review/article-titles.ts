import { visibleArticles } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";

/** The titles of articles that the reader may see, by id. */
export async function articleTitles(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await ctx.db.article.findMany({
    where: { AND: [{ id: { in: [...new Set(ids)] } }, visibleArticles(ctx.actor)] },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
