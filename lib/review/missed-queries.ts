import { authorize, requireUser } from "#lib/access/permissions.ts";
import { seesMissed, visibleMissed } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { MISSED_SELECT, missedInJson, missedOf, type MissedRow } from "./missed-row.ts";
import type { MissedPassage } from "./model.ts";

export type MissedPage = { items: MissedPassage[]; next: string | null };

/** The missed passage, or not-found when the caller may not see it. */
export async function getMissedPassage(ctx: Context, id: string): Promise<MissedPassage> {
  const missed = await findMissedPassage(ctx, id);
  if (missed === null) throw notFound("missed passage");
  return missed;
}

/** The same, or null. */
export async function findMissedPassage(ctx: Context, id: string): Promise<MissedPassage | null> {
  const row = await ctx.db.missedPassage.findFirst({
    where: { AND: [{ id }, visibleMissed(ctx.actor)] },
    select: MISSED_SELECT,
  });
  return row === null ? null : missedOf(row);
}

/** What reviewers pointed out in an article, by id. */
export function listMissedPassages(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<MissedPage> {
  return readAlone(ctx.db, missedReading(ctx, articleId, page));
}

/** The same, to be read together with more. */
export function missedReading(
  ctx: Context,
  articleId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Reading<MissedPage> {
  return readingOfRows<InJson<MissedRow>, MissedPage>(
    Prisma.sql`
      SELECT m."id", m."project_id" AS "projectId", m."article_id" AS "articleId", m."revision", m."start", m."end",
             m."exact", m."comment", m."created_at" AS "createdAt", m."answered_at" AS "answeredAt", m."answer",
             json_build_object('id', u."id", 'name', u."name") AS "annotator",
             json_build_object('id', w."id", 'name', w."name") AS "reviewer"
      FROM "missed_passage" m
      JOIN "user_account" u ON u."id" = m."annotator_id"
      JOIN "user_account" w ON w."id" = m."reviewer_id"
      WHERE m."article_id" = ${articleId}::uuid AND ${seesMissed(ctx.actor)}
        AND (${after ?? null}::uuid IS NULL OR m."id" > ${after ?? null}::uuid)
      ORDER BY m."id" LIMIT ${limit + 1}`,
    (rows) => {
      const items = rows.slice(0, limit).map(missedInJson);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
}

/** What was pointed out to the caller in a project and waits for their answer, the oldest first. */
export async function listMissedForMe(ctx: Context, projectId: string): Promise<MissedPassage[]> {
  authorize(ctx.actor, "annotation.read", { projectId });
  const rows = await ctx.db.missedPassage.findMany({
    where: { projectId, annotatorId: requireUser(ctx.actor).userId, answeredAt: null },
    select: MISSED_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(missedOf);
}
