import { z } from "zod";
import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import { readSettings } from "#lib/access/settings.ts";
import type { Context } from "#lib/context.ts";
import { getArticleSummary } from "./queries.ts";

/** Most seconds that one report may add: a page reports every minute. */
export const MOST_SECONDS = 300;

export const ActiveTimeReport = z.object({ seconds: z.int().min(1).max(MOST_SECONDS) });

/** How long somebody was at work on an article: reading and marking, not an open window. */
export type ActiveTime = { user: { id: string; name: string }; seconds: number };

/**
 * Add to one's own active time on an article, in seconds. Days are those of UTC. Whoever works in two
 * windows at once may count twice; a day never holds more than its 86,400 seconds.
 */
export async function addActiveTime(
  ctx: Context,
  articleId: string,
  { seconds }: z.infer<typeof ActiveTimeReport>,
): Promise<number> {
  const article = await getArticleSummary(ctx, articleId);
  authorize(ctx.actor, "work.write", article);
  const { userId } = requireUser(ctx.actor);
  await ctx.db.$executeRaw`
    INSERT INTO "active_time" AS t ("user_id", "article_id", "day", "seconds")
    VALUES (${userId}::uuid, ${articleId}::uuid, (${ctx.now}::timestamptz AT TIME ZONE 'UTC')::date, ${seconds})
    ON CONFLICT ("user_id", "article_id", "day") DO UPDATE SET "seconds" = least(86400, t."seconds" + EXCLUDED."seconds")`;
  return ownActiveTime(ctx, articleId);
}

/** One's own active time on an article, over all days. */
export async function ownActiveTime(ctx: Context, articleId: string): Promise<number> {
  const { userId } = requireUser(ctx.actor);
  const sum = await ctx.db.activeTime.aggregate({
    where: { userId, articleId },
    _sum: { seconds: true },
  });
  return sum._sum.seconds ?? 0;
}

/** The active time of oneself and of those who share theirs, by name; only one's own in a blind layer. */
export async function listActiveTime(ctx: Context, articleId: string): Promise<ActiveTime[]> {
  const article = await getArticleSummary(ctx, articleId);
  authorize(ctx.actor, "article.read", article);
  const { userId } = requireUser(ctx.actor);
  const sums = await ctx.db.activeTime.groupBy({
    by: ["userId"],
    where: { articleId, ...(!seesEveryLayer(ctx.actor, article.projectId) && { userId }) },
    _sum: { seconds: true },
  });
  const users = await ctx.db.user.findMany({
    where: { id: { in: sums.map((sum) => sum.userId) } },
    select: { id: true, name: true, settings: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return users
    .filter(({ id, settings }) => id === userId || readSettings(settings).sharesActiveTime)
    .map(({ id, name }) => ({
      user: { id, name },
      seconds: sums.find((sum) => sum.userId === id)?._sum.seconds ?? 0,
    }));
}
