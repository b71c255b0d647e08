import { authorize, requireUser } from "#lib/access/permissions.ts";
import { visibleAnnotations } from "#lib/access/visibility.ts";
import { AnnotationContent, type StoredAnnotation } from "#lib/annotations/model.ts";
import { listByIds } from "#lib/annotations/queries.ts";
import type { Context } from "#lib/context.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { RejectReason, type Review } from "./model.ts";

export const REVIEW_SELECT = {
  id: true,
  annotationId: true,
  decision: true,
  reason: true,
  comment: true,
  version: true,
  correctedVersion: true,
  createdAt: true,
  undoneAt: true,
  reviewer: { select: { id: true, name: true } },
} as const satisfies Prisma.ReviewSelect;

type ReviewRow = Prisma.ReviewGetPayload<{ select: typeof REVIEW_SELECT }>;

/** All decisions on an annotation, oldest first, those taken back too. */
export async function listReviews(ctx: Context, annotationId: string): Promise<Review[]> {
  const rows = await ctx.db.review.findMany({
    where: { annotationId, annotation: visibleAnnotations(ctx.actor) },
    select: REVIEW_SELECT,
    orderBy: [{ version: "asc" }, { createdAt: "asc" }],
  });
  return rows.map(reviewOf);
}

/** The last decision on an annotation that has not been taken back, or null. */
export async function findLastReview(ctx: Context, annotationId: string): Promise<Review | null> {
  const row = await ctx.db.review.findFirst({
    where: { annotationId, undoneAt: null, annotation: visibleAnnotations(ctx.actor) },
    select: REVIEW_SELECT,
    orderBy: { version: "desc" },
  });
  return row === null ? null : reviewOf(row);
}

/** An annotation of the caller's own that came back to them, with the reviewer's words. */
export type ReturnedAnnotation = {
  annotation: StoredAnnotation;
  review: Review;
  /** The content that was rejected: what it has become since is the difference to show. */
  judged: AnnotationContent;
};

/** The caller's own rejected annotations of a project, the longest waiting first. */
export async function listReturned(
  ctx: Context,
  projectId: string,
  only: { articleId?: string } = {},
): Promise<ReturnedAnnotation[]> {
  authorize(ctx.actor, "annotation.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  const rows = await ctx.db.annotation.findMany({
    where: { projectId, authorId: userId, state: "rejected", ...only },
    select: {
      id: true,
      reviews: {
        where: { undoneAt: null, decision: "reject" },
        select: REVIEW_SELECT,
        orderBy: { version: "desc" },
        take: 1,
      },
      versions: { select: { version: true, content: true }, orderBy: { version: "desc" } },
    },
  });
  const annotations = new Map(
    (
      await listByIds(
        ctx,
        rows.map(({ id }) => id),
      )
    ).map((annotation) => [annotation.id, annotation]),
  );
  return rows
    .flatMap(({ id, reviews: [row], versions }) => {
      const annotation = annotations.get(id);
      const judged = row && versions.find(({ version }) => version <= row.version);
      if (!annotation || !row || !judged) return [];
      return [
        { annotation, review: reviewOf(row), judged: AnnotationContent.parse(judged.content) },
      ];
    })
    .sort((a, b) => (a.review.createdAt < b.review.createdAt ? -1 : 1));
}

export function reviewOf(row: ReviewRow): Review {
  return {
    id: row.id,
    annotationId: row.annotationId,
    reviewer: row.reviewer,
    decision: row.decision === "approve" ? "approve" : "reject",
    reason: row.reason === null ? null : RejectReason.parse(row.reason),
    comment: row.comment,
    version: row.version,
    correctedVersion: row.correctedVersion,
    createdAt: row.createdAt.toISOString(),
    undoneAt: row.undoneAt?.toISOString() ?? null,
  };
}
