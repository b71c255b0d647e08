import {
  seesAnnotation,
  seesEvidence,
  visibleAnnotations,
  visibleEvidence,
} from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import {
  EVIDENCE_COLUMNS,
  EVIDENCE_SELECT,
  evidenceInJson,
  evidenceOf,
  type EvidenceRow,
} from "./evidence-row.ts";
import type { Evidence } from "./model.ts";

export type EvidencePage = { items: Evidence[]; next: string | null };

/** The item, or not-found when the caller may not see it. */
export async function getEvidence(ctx: Context, id: string): Promise<Evidence> {
  const row = await ctx.db.evidence.findFirst({
    where: { AND: [{ id }, seen(ctx)] },
    select: EVIDENCE_SELECT,
  });
  if (row === null) throw notFound("evidence");
  return evidenceOf(row);
}

/** Those of these items that the caller may see, by id, `limit` of them after the id `after`. */
export async function listNamedEvidence(
  ctx: Context,
  { ids, after, limit }: { ids: readonly string[]; after?: string | undefined; limit: number },
): Promise<Evidence[]> {
  const rows = await ctx.db.evidence.findMany({
    where: { AND: [{ id: { in: [...ids], ...(after && { gt: after }) } }, seen(ctx)] },
    select: EVIDENCE_SELECT,
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(evidenceOf);
}

/** The evidence on an article's annotations that the caller may see, by id; not on withdrawn ones. */
export function listEvidence(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<EvidencePage> {
  return readAlone(ctx.db, evidenceReading(ctx, articleId, page));
}

/** The same, to be read together with more. */
export function evidenceReading(
  ctx: Context,
  articleId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Reading<EvidencePage> {
  return readingOfRows<InJson<EvidenceRow>, EvidencePage>(
    Prisma.sql`
      SELECT ${EVIDENCE_COLUMNS}
      FROM "annotation" n
      JOIN "evidence" e ON e."annotation_id" = n."id"
      JOIN "user_account" u ON u."id" = e."author_id"
      LEFT JOIN "article" a ON a."id" = e."article_id"
      WHERE n."article_id" = ${articleId}::uuid AND n."state" <> 'withdrawn'
        AND ${seesAnnotation(ctx.actor)} AND ${seesEvidence(ctx.actor)}
        AND (${after ?? null}::uuid IS NULL OR e."id" > ${after ?? null}::uuid)
      ORDER BY e."id" LIMIT ${limit + 1}`,
    (rows) => {
      const items = rows.slice(0, limit).map(evidenceInJson);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
}

/** The evidence on these annotations that the caller may see, by id. */
export async function listEvidenceOn(
  ctx: Context,
  annotationIds: readonly string[],
): Promise<Evidence[]> {
  const rows = await ctx.db.evidence.findMany({
    where: { AND: [{ annotationId: { in: [...annotationIds] } }, seen(ctx)] },
    select: EVIDENCE_SELECT,
    orderBy: { id: "asc" },
  });
  return rows.map(evidenceOf);
}

function seen(ctx: Context): Prisma.EvidenceWhereInput {
  return { AND: [visibleEvidence(ctx.actor), { annotation: visibleAnnotations(ctx.actor) }] };
}
