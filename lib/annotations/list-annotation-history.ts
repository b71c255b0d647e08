import { authorize } from "#lib/access/permissions.ts";
import { listHistory, type HistoryPage } from "#lib/audit/list-history.ts";
import type { Context } from "#lib/context.ts";
import { subjectOf } from "./events.ts";
import { getAnnotation, type PageAsked } from "./queries.ts";

/** Every step in an annotation's life, oldest first: who, when, before, after, why. */
export async function listAnnotationHistory(
  ctx: Context,
  id: string,
  page: PageAsked,
): Promise<HistoryPage> {
  const annotation = await getAnnotation(ctx, id);
  authorize(ctx.actor, "audit.read", annotation);
  return await listHistory(ctx, subjectOf(annotation), page);
}
