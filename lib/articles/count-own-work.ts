import { authorize, requireUser } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";

/** `isMore`: the project has more articles than were counted, and `total` is no more than their least number. */
export type OwnWork = { finished: number; total: number; isMore: boolean };

/**
 * As far as articles are counted. The figure stands on a desk that opens a thousand times a day, and
 * nobody works by the difference between 1,000 and 12,000: a project's size is not to be felt there.
 */
export const COUNTED = 1_000;

/** Of how many articles of a project the caller has finished how many; of each COUNTED at most. */
export async function countOwnWork(ctx: Context, projectId: string): Promise<OwnWork> {
  return await readAlone(ctx.db, ownWorkReading(ctx, projectId));
}

/** The same, to be read together with more. */
export function ownWorkReading(ctx: Context, projectId: string): Reading<OwnWork> {
  authorize(ctx.actor, "article.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  return readingOfRow<{ finished: number; total: number }, OwnWork>(
    Prisma.sql`
      SELECT
        (SELECT count(*) FROM (
          SELECT 1 FROM "article" a
          WHERE a."project_id" = ${projectId}::uuid AND a."merged_into_id" IS NULL
          LIMIT ${COUNTED + 1}) counted) AS "total",
        (SELECT count(*) FROM (
          SELECT 1 FROM "work" k
          -- One after the other, so that it ends with the last that is counted.
          CROSS JOIN LATERAL (
            SELECT 1 FROM "article" a
            WHERE a."id" = k."article_id" AND a."project_id" = ${projectId}::uuid AND a."merged_into_id" IS NULL
            OFFSET 0) here
          WHERE k."user_id" = ${userId}::uuid AND k."state" = 'finished'
          LIMIT ${COUNTED}) ended) AS "finished"`,
    (row) => {
      const { finished, total } = row ?? { finished: 0, total: 0 };
      return { finished, total: Math.min(total, COUNTED), isMore: total > COUNTED };
    },
  );
}
