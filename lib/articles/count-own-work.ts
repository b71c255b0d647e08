import { authorize, requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";

/** Of how many articles of a project the caller has finished how many. */
export async function countOwnWork(
  ctx: Context,
  projectId: string,
): Promise<{ finished: number; total: number }> {
  authorize(ctx.actor, "article.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  const [row] = await ctx.db.$queryRaw<{ finished: number; total: number }[]>`
    SELECT count(*)::int AS "total", count(k."user_id")::int AS "finished"
    FROM "article" a
    LEFT JOIN "work" k ON k."article_id" = a."id" AND k."user_id" = ${userId}::uuid AND k."state" = 'finished'
    WHERE a."project_id" = ${projectId}::uuid AND a."merged_into_id" IS NULL`;
  return row ?? { finished: 0, total: 0 };
}
