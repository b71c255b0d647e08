import { authorize } from "#lib/access/permissions.ts";
import {
  seesAnnotation,
  seesEvidence,
  visibleAnnotations,
  visibleEvidence,
} from "#lib/access/visibility.ts";
import { getArticle, getArticleSummary } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { differenceOfTexts, type DifferenceRow } from "#lib/text/difference.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { CARRY_SELECT, carryOf } from "./carry-row.ts";
import { CarryStatus, type Carry, type CarryCounts, type RevisionSummary } from "./model.ts";

/** What waits for a person: changed or lost, not dealt with, and not withdrawn since. */
export function waitingCarries(ctx: Context): Prisma.CarryWhereInput {
  return {
    AND: [
      { settledAt: null, status: { in: ["changed", "lost"] } },
      { OR: [{ evidenceId: { not: null } }, { annotation: { state: { not: "withdrawn" } } }] },
      visibleCarries(ctx),
    ],
  };
}

/** An article's revisions, the newest first, with what each did to the marks. */
export async function listRevisions(ctx: Context, articleId: string): Promise<RevisionSummary[]> {
  const article = await getArticleSummary(ctx, articleId);
  authorize(ctx.actor, "revision.read", article);
  const rows = await ctx.db.revision.findMany({
    where: { articleId },
    omit: { text: true },
    orderBy: { number: "desc" },
  });
  const counts = await countByRevision(ctx, articleId);
  return rows.map((row) => ({
    number: row.number,
    isCurrent: row.number === article.revision,
    hash: row.hash,
    length: row.length,
    origin: { kind: originKind(row.originKind), name: row.originName },
    extractor: row.extractor,
    extractorVersion: row.extractorVersion,
    retrievedAt: row.retrievedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    carries: counts.get(row.id) ?? { ...NONE },
  }));
}

/** What one revision did to the marks that the caller may see. */
export async function countCarriesOf(
  ctx: Context,
  articleId: string,
  revisionId: string,
): Promise<CarryCounts> {
  return (await countByRevision(ctx, articleId)).get(revisionId) ?? { ...NONE };
}

const NONE = { exact: 0, moved: 0, changed: 0, lost: 0, waiting: 0 };

export type RevisionDifference = { from: number; to: number; rows: DifferenceRow[] };

/**
 * How a revision differs from another one of its article; from the one before it when none is named.
 * Rows in reading order of both, offsets in code points of each side. The first revision has none before
 * it: not found.
 */
export async function readDifference(
  ctx: Context,
  articleId: string,
  to: number,
  from?: number,
): Promise<RevisionDifference> {
  const other = from ?? to - 1;
  if (other < 1) throw notFound("revision");
  const [before, after] = await Promise.all([
    getArticle(ctx, articleId, other),
    getArticle(ctx, articleId, to),
  ]);
  authorize(ctx.actor, "revision.read", after);
  return { from: other, to, rows: differenceOfTexts(before.text, after.text) };
}

export type CarriesAsked = {
  /** Of one revision only. */
  revision?: number | undefined;
  /** Only what waits for a person. */
  waiting?: boolean | undefined;
  after?: string | undefined;
  limit: number;
};

/** What became of an article's marks, by id: those that wait, those of one revision, or all. */
export async function listCarries(
  ctx: Context,
  articleId: string,
  asked: CarriesAsked,
): Promise<{ items: Carry[]; next: string | null }> {
  authorize(ctx.actor, "revision.read", await getArticleSummary(ctx, articleId));
  const { revision, after, limit } = asked;
  const rows = await ctx.db.carry.findMany({
    where: {
      AND: [
        { revision: { articleId, ...(revision !== undefined && { number: revision }) } },
        asked.waiting ? waitingCarries(ctx) : visibleCarries(ctx),
        after === undefined ? {} : { id: { gt: after } },
      ],
    },
    select: CARRY_SELECT,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const names = await namesOf(
    ctx,
    shown.flatMap(({ settledById }) => settledById ?? []),
  );
  return {
    items: shown.map((row) => carryOf(row, names)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** The carry, or not-found where the caller may not see it. */
export async function getCarry(ctx: Context, id: string): Promise<Carry & { projectId: string }> {
  const row = await ctx.db.carry.findFirst({
    where: { AND: [{ id }, visibleCarries(ctx)] },
    select: CARRY_SELECT,
  });
  if (row === null) throw notFound("carry");
  authorize(ctx.actor, "revision.read", row);
  const names = await namesOf(ctx, row.settledById === null ? [] : [row.settledById]);
  return { ...carryOf(row, names), projectId: row.projectId };
}

/** How many marks of an article wait for a person. */
export function countWaiting(ctx: Context, articleId: string): Promise<number> {
  return readAlone(ctx.db, waitingReading(ctx, articleId));
}

/** The same, to be read together with more: what waitingCarries() says, in SQL. */
export function waitingReading(ctx: Context, articleId: string): Reading<number> {
  return readingOfRow<{ waiting: number }, number>(
    Prisma.sql`
      SELECT count(*) AS "waiting"
      FROM "revision" r
      JOIN "carry" c ON c."revision_id" = r."id"
      LEFT JOIN "annotation" n ON n."id" = c."annotation_id"
      LEFT JOIN "evidence" e ON e."id" = c."evidence_id"
      WHERE r."article_id" = ${articleId}::uuid
        AND c."settled_at" IS NULL AND c."status" IN ('changed', 'lost')
        AND (e."id" IS NOT NULL OR n."state" <> 'withdrawn')
        AND (n."id" IS NULL OR ${seesAnnotation(ctx.actor)})
        AND (e."id" IS NULL OR ${seesEvidence(ctx.actor)})`,
    (row) => row?.waiting ?? 0,
  );
}

/** What the caller may see: of annotations and of evidence that they may see. */
function visibleCarries(ctx: Context): Prisma.CarryWhereInput {
  return {
    OR: [
      { evidenceId: null, annotation: visibleAnnotations(ctx.actor) },
      { evidence: visibleEvidence(ctx.actor) },
    ],
  };
}

async function countByRevision(ctx: Context, articleId: string): Promise<Map<string, CarryCounts>> {
  const where = { revision: { articleId } };
  const [all, waiting] = await Promise.all([
    ctx.db.carry.groupBy({
      by: ["revisionId", "status"],
      where: { AND: [where, visibleCarries(ctx)] },
      _count: true,
    }),
    ctx.db.carry.groupBy({
      by: ["revisionId"],
      where: { AND: [where, waitingCarries(ctx)] },
      _count: true,
    }),
  ]);
  const counts = new Map<string, CarryCounts>();
  const of = (id: string) => {
    const known = counts.get(id) ?? { ...NONE };
    counts.set(id, known);
    return known;
  };
  for (const row of all) of(row.revisionId)[CarryStatus.parse(row.status)] = row._count;
  for (const row of waiting) of(row.revisionId).waiting = row._count;
  return counts;
}

async function namesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const users = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

const ORIGINS = ["file", "paste", "api", "address", "feed", "table"] as const;

function originKind(kind: string): (typeof ORIGINS)[number] {
  return ORIGINS.find((known) => known === kind) ?? "file";
}
