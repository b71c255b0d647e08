import type { ArticlesNavCounts } from "#components/articles/articles-nav.tsx";
import type { Context } from "#lib/context.ts";
import { countUnderWay } from "#lib/ingestion/count-under-way.ts";
import { countLikenesses } from "#lib/likeness/queries.ts";
import { countFailing } from "#lib/watches/count-failing.ts";

/** What waits beside a project's articles. */
export async function readArticlesNav(ctx: Context, projectId: string): Promise<ArticlesNavCounts> {
  const [underWay, { undecided }, failing] = await Promise.all([
    countUnderWay(ctx, projectId),
    countLikenesses(ctx, projectId),
    countFailing(ctx, projectId),
  ]);
  return { underWay, failing, alike: undecided };
}
