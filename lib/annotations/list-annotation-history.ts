import { authorize } from "#lib/access/permissions.ts";
import { listHistory, type HistoryPage } from "#lib/audit/list-history.ts";
import type { Context } from "#lib/context.ts";
import { subjectOf } from "./events.ts";
import { getAnnotation, type PageAsked } from "./queries.ts";

/**
 * Every step in an annotation's life, oldest first: who, when, before, after, why; and the version of the
 * guidelines under which its content was written (null where none were in force).
 */
export async function listAnnotationHistory(
  ctx: Context,
  id: string,
  page: PageAsked,
): Promise<HistoryPage & { guidelinesVersion: number | null }> {
  const annotation = await getAnnotation(ctx, id);
  authorize(ctx.actor, "audit.read", annotation);
  const written = await ctx.db.annotationVersion.findFirst({
    where: { annotationId: annotation.id },
    orderBy: { version: "desc" },
    select: { guidelinesVersion: true },
  });
  const history = await listHistory(ctx, subjectOf(annotation), page);
  return { ...history, guidelinesVersion: written?.guidelinesVersion ?? null };
}
