import { visibleAnnotations, visibleEvidence } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { EVIDENCE_SELECT, evidenceOf } from "./evidence-row.ts";
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

/** The evidence on an article's annotations that the caller may see, by id; not on withdrawn ones. */
export async function listEvidence(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<EvidencePage> {
  const rows = await ctx.db.evidence.findMany({
    where: {
      AND: [
        { annotation: { articleId, state: { not: "withdrawn" } } },
        page.after === undefined ? {} : { id: { gt: page.after } },
        seen(ctx),
      ],
    },
    select: EVIDENCE_SELECT,
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map(evidenceOf);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
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
