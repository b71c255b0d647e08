import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesAnnotation, visibleAnnotations } from "#lib/access/visibility.ts";
import { AnnotationContent, type StoredAnnotation } from "#lib/annotations/model.ts";
import {
  ANNOTATION_COLUMNS,
  annotationInJson,
  type AnnotationRow,
} from "#lib/annotations/stored-annotation.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";
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
  return await readAlone(ctx.db, returnedReading(ctx, projectId, only));
}

/** The same, to be read together with more. */
export function returnedReading(
  ctx: Context,
  projectId: string,
  { articleId }: { articleId?: string } = {},
): Reading<ReturnedAnnotation[]> {
  authorize(ctx.actor, "annotation.read", { projectId });
  const { userId } = requireUser(ctx.actor);
  const there =
    articleId === undefined ? Prisma.empty : Prisma.sql`AND n."article_id" = ${articleId}::uuid`;
  return readingOfRows<ReturnedRow, ReturnedAnnotation[]>(
    Prisma.sql`
      SELECT ${ANNOTATION_COLUMNS}, row_to_json(decided) AS "review", written."content" AS "judged"
      FROM "annotation" n
      JOIN "user_account" u ON u."id" = n."author_id"
      CROSS JOIN LATERAL (
        SELECT r."id", r."annotation_id" AS "annotationId", r."decision", r."reason", r."comment", r."version",
               r."corrected_version" AS "correctedVersion", r."created_at" AS "createdAt",
               r."undone_at" AS "undoneAt", json_build_object('id', w."id", 'name', w."name") AS "reviewer"
        FROM "review" r JOIN "user_account" w ON w."id" = r."reviewer_id"
        WHERE r."annotation_id" = n."id" AND r."undone_at" IS NULL AND r."decision" = 'reject'
        ORDER BY r."version" DESC LIMIT 1) decided
      CROSS JOIN LATERAL (
        SELECT v."content" FROM "annotation_version" v
        WHERE v."annotation_id" = n."id" AND v."version" <= decided."version"
        ORDER BY v."version" DESC LIMIT 1) written
      WHERE n."project_id" = ${projectId}::uuid AND n."author_id" = ${userId}::uuid AND n."state" = 'rejected'
        AND ${seesAnnotation(ctx.actor)} ${there}
      ORDER BY decided."createdAt", n."id"`,
    (rows) =>
      rows.map(({ review, judged, ...row }) => ({
        annotation: annotationInJson(row),
        review: reviewOf({
          ...review,
          createdAt: new Date(review.createdAt),
          undoneAt: review.undoneAt === null ? null : new Date(review.undoneAt),
        }),
        judged: AnnotationContent.parse(judged),
      })),
  );
}

type ReturnedRow = InJson<AnnotationRow> & { review: InJson<ReviewRow>; judged: unknown };

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
