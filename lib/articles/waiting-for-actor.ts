import { can } from "#lib/access/permissions.ts";
import { actorId, type Context } from "#lib/context.ts";
import { Prisma } from "#generated/prisma/client.ts";

/**
 * Whether an article (a row `a`) has something for the actor: an annotation of theirs came back, a
 * passage was pointed out to them, or, to a reviewer, somebody else's annotation is submitted. It only
 * narrows a list: who may decide on what is said in lib/review/four-eyes.ts.
 */
export function waitingForActor(ctx: Context, projectId: string): Prisma.Sql {
  const userId = actorId(ctx.actor);
  return Prisma.sql`(
    EXISTS (SELECT 1 FROM "annotation" n
            WHERE n."article_id" = a."id" AND n."author_id" = ${userId}::uuid AND n."state" = 'rejected')
    OR EXISTS (SELECT 1 FROM "missed_passage" p
               WHERE p."article_id" = a."id" AND p."annotator_id" = ${userId}::uuid AND p."answered_at" IS NULL)
    OR (${can(ctx.actor, "annotation.review", projectId)} AND EXISTS (
      SELECT 1 FROM "annotation" n WHERE n."article_id" = a."id" AND n."state" = 'submitted'
        AND EXISTS (SELECT 1 FROM "project" p WHERE p."id" = n."project_id" AND p."layers" <> 'blind')
        AND NOT EXISTS (SELECT 1 FROM "annotation_version" v
                        WHERE v."annotation_id" = n."id" AND v."writer_id" = ${userId}::uuid))))`;
}
