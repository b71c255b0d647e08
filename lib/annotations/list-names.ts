import { seesAnnotation } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { getProject } from "#lib/projects/queries.ts";

/** A project's names come in hundreds; whoever has more types the first letters. */
export const MOST_NAMES = 500;

/** A name that says who is meant, and how many attributions say it. */
export type Name = { name: string; count: number };

/**
 * The project's list of names: all that were given as *who is meant* in attributions that the caller may
 * see, the commonest first; those that begin with the given letters, whatever their case.
 */
export async function listNames(
  ctx: Context,
  projectId: string,
  beginning: string,
): Promise<Name[]> {
  const { id } = await getProject(ctx, projectId);
  return await ctx.db.$queryRaw<Name[]>`
    SELECT n."attributes"->>'who' AS "name", count(*)::int AS "count"
    FROM "annotation" n
    WHERE n."project_id" = ${id}::uuid AND n."tag" = 'attribution' AND n."state" <> 'withdrawn'
      AND n."attributes"->>'who' IS NOT NULL AND ${seesAnnotation(ctx.actor)}
      AND starts_with(lower(n."attributes"->>'who'), lower(${beginning}))
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${MOST_NAMES}`;
}
