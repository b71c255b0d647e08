import type { Context } from "#lib/context.ts";

/**
 * How often an annotation was carried to another revision, its words unchanged, since a version of it:
 * each time its version went up by one without anybody's doing.
 */
export async function carriedSince(
  ctx: Context,
  annotationId: string,
  version: number,
): Promise<number> {
  return await ctx.db.annotationVersion.count({
    where: { annotationId, version: { gt: version }, carriedFrom: { not: null } },
  });
}
