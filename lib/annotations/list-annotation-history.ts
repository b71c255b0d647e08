import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesEveryLayer } from "#lib/access/visibility.ts";
import type { HistoryItem } from "#lib/audit/audit-event.ts";
import { listHistory, type HistoryPage } from "#lib/audit/list-history.ts";
import type { Context } from "#lib/context.ts";
import type { StoredAnnotation } from "./model.ts";
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
  return {
    items: history.items.map((item) => withoutOthers(ctx, annotation, item)),
    next: history.next,
    guidelinesVersion: written?.guidelinesVersion ?? null,
  };
}

/** Whoever gave the article a new text may be somebody of whose work the reader is told nothing. */
function withoutOthers(
  { actor }: Context,
  { projectId }: StoredAnnotation,
  item: HistoryItem,
): HistoryItem {
  if (item.type !== "annotation.carried" || seesEveryLayer(actor, projectId)) return item;
  return item.actor?.id === requireUser(actor).userId ? item : { ...item, actor: null };
}
