import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";

/**
 * Four eyes: nobody decides on an annotation of which they wrote a version. A correction that was
 * taken back together with its decision does not count. The database holds the same rule.
 */
export async function refuseOwnWork(
  ctx: Context,
  annotationId: string,
  userId: string,
): Promise<void> {
  const [answer] = await ctx.db.$queryRaw<{ isOwn: boolean }[]>`
    SELECT ${isOwnWork(userId)} AS "isOwn" FROM "annotation" a WHERE a."id" = ${annotationId}::uuid`;
  if (answer?.isOwn) throw ownWork();
}

/** The rule as a condition on the annotation `a` of a query. */
export function isOwnWork(userId: string): Prisma.Sql {
  return Prisma.sql`(a."author_id" = ${userId}::uuid OR EXISTS (
    SELECT 1 FROM "annotation_version" v
     WHERE v."annotation_id" = a."id" AND v."writer_id" = ${userId}::uuid AND v."carried_from" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "review" w
                        WHERE w."annotation_id" = v."annotation_id" AND w."reviewer_id" = v."writer_id"
                          AND w."corrected_version" = v."version" AND w."undone_at" IS NOT NULL)))`;
}

export function ownWork(): DomainError {
  return new DomainError(
    "own-work",
    "You wrote a version of this annotation, so somebody else has to review it.",
  );
}
