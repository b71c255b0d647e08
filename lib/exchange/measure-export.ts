import { authorize } from "#lib/access/permissions.ts";
import { visibleAnnotations, visibleEvidence } from "#lib/access/visibility.ts";
import { ANNOTATION_STATES, type AnnotationState } from "#lib/annotations/model.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";

/** What an export of a project, or of chosen articles, would hold, and what it would leave out. */
export type ExportMeasure = {
  /** The chosen articles by title; null when the whole project is meant. */
  chosen: { id: string; title: string }[] | null;
  articles: number;
  /** Articles that are merged into others: left out unless they are chosen. */
  mergedArticles: number;
  /** Those that the caller may see; others are not in their export. */
  annotations: Record<AnnotationState, number>;
  /** Confidential evidence that the caller may see: left out unless it is named. */
  confidentialEvidence: number;
};

/** Count what an export would hold. Refused: an article of another project ("not-found"). */
export async function measureExport(
  ctx: Context,
  projectId: string,
  articleIds: readonly string[] | null,
): Promise<ExportMeasure> {
  authorize(ctx.actor, "export.read", { projectId });
  const ids = articleIds === null ? undefined : { in: [...new Set(articleIds)] };
  const chosen = ids && (await titlesOf(ctx, projectId, ids.in));
  const where = {
    projectId,
    ...(ids ? { articleId: ids } : { article: { mergedIntoId: null } }),
  };
  const [articles, mergedArticles, counts, confidentialEvidence] = await Promise.all([
    chosen?.length ?? ctx.db.article.count({ where: { projectId, mergedIntoId: null } }),
    chosen ? 0 : ctx.db.article.count({ where: { projectId, mergedIntoId: { not: null } } }),
    ctx.db.annotation.groupBy({
      by: ["state"],
      where: { AND: [where, visibleAnnotations(ctx.actor)] },
      _count: true,
    }),
    ctx.db.evidence.count({
      where: {
        AND: [{ confidential: true, annotation: where, projectId }, visibleEvidence(ctx.actor)],
      },
    }),
  ]);
  const countOf = (state: AnnotationState) =>
    counts.find((row) => row.state === state)?._count ?? 0;
  const annotations = Object.fromEntries(
    ANNOTATION_STATES.map((state) => [state, countOf(state)]),
  ) as Record<AnnotationState, number>;
  return { chosen: chosen ?? null, articles, mergedArticles, annotations, confidentialEvidence };
}

async function titlesOf(ctx: Context, projectId: string, ids: string[]) {
  const rows = await ctx.db.article.findMany({
    where: { projectId, id: { in: ids } },
    select: { id: true, title: true },
    orderBy: { id: "asc" },
  });
  if (rows.length < ids.length) throw notFound("article");
  return rows;
}
