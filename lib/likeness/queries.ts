import { authorize } from "#lib/access/permissions.ts";
import { seesArticle, visibleArticles } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { likeArticleInJson, likenessOf, likenessSelect } from "./likeness-row.ts";
import type { Likeness, LikenessFilter, Tie } from "./model.ts";

export type LikenessPage = { items: Likeness[]; next: string | null };

type Page = { after?: string | undefined; limit: number };

/** The likeness, or not-found when the caller may not see its articles. */
export async function getLikeness(ctx: Context, id: string): Promise<Likeness> {
  const { items } = await read(ctx, { id }, { limit: 1 });
  const [likeness] = items;
  if (!likeness) throw notFound("likeness");
  return likeness;
}

/**
 * A project's likenesses by id, oldest first; of a chosen kind only. Undecided ones of which an article
 * is merged into a third wait for nobody and are left out.
 */
export async function listLikenesses(
  ctx: Context,
  projectId: string,
  page: Page & { decision?: LikenessFilter | undefined },
): Promise<LikenessPage> {
  authorize(ctx.actor, "likeness.read", { projectId });
  return read(ctx, { AND: [{ projectId }, whereDecision(page.decision)] }, page);
}

/** How many pairs of a project wait for a decision, and how many have each. */
export async function countLikenesses(
  ctx: Context,
  projectId: string,
): Promise<Record<LikenessFilter, number>> {
  authorize(ctx.actor, "likeness.read", { projectId });
  const [undecided, decided] = await Promise.all([
    ctx.db.likeness.count({ where: { AND: [{ projectId }, whereDecision("undecided")] } }),
    ctx.db.likeness.groupBy({ by: ["decision"], where: { projectId }, _count: true }),
  ]);
  const countOf = (decision: string) =>
    decided.find((row) => row.decision === decision)?._count ?? 0;
  return {
    undecided,
    kept: countOf("kept"),
    merged: countOf("merged"),
    tied: countOf("tied"),
  };
}

/** The likenesses of one article by id, oldest first. */
export async function listLikenessesOf(
  ctx: Context,
  articleId: string,
  page: Page,
): Promise<LikenessPage> {
  const either = { OR: [{ firstId: articleId }, { secondId: articleId }] };
  const standing = { OR: [whereDecision("undecided"), { decision: { not: null } }] };
  return read(ctx, { AND: [either, standing] }, page);
}

/**
 * Where else an article's text stands: articles that are tied to it, and those that were merged into it,
 * the nearest first; a thousand at most. Empty for an article that the caller may not see.
 */
export function listTies(ctx: Context, articleId: string): Promise<Tie[]> {
  return readAlone(ctx.db, tiesReading(ctx, articleId));
}

/** The same, to be read together with more. */
export function tiesReading(ctx: Context, articleId: string): Reading<Tie[]> {
  return readingOfRows<Tie, Tie[]>(
    Prisma.sql`
      SELECT k."id" AS "likenessId", k."decision", k."similarity",
             ${likeArticleInJson(ctx.actor)} AS "article"
      FROM "likeness" k
      JOIN "article" a ON a."id" IN (k."first_id", k."second_id") AND a."id" <> ${articleId}::uuid
      WHERE (k."first_id" = ${articleId}::uuid OR k."second_id" = ${articleId}::uuid)
        AND ((k."decision" = 'tied' AND a."merged_into_id" IS NULL)
          OR (k."decision" = 'merged' AND a."merged_into_id" = ${articleId}::uuid))
        AND ${seesArticle(ctx.actor)}
      ORDER BY k."similarity" DESC, k."id" LIMIT 1000`,
    (rows) =>
      rows.map(({ article, ...row }) => ({
        ...row,
        article: { ...article, createdAt: new Date(article.createdAt).toISOString() },
      })),
  );
}

async function read(
  ctx: Context,
  where: Prisma.LikenessWhereInput,
  page: Page,
): Promise<LikenessPage> {
  const rows = await ctx.db.likeness.findMany({
    where: {
      AND: [
        where,
        { first: visibleArticles(ctx.actor) },
        page.after === undefined ? {} : { id: { gt: page.after } },
      ],
    },
    select: likenessSelect(ctx.actor),
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const kept = rows.slice(0, page.limit);
  const names = await namesOf(
    ctx,
    kept.flatMap(({ decidedById }) => (decidedById === null ? [] : [decidedById])),
  );
  return {
    items: kept.map((row) => likenessOf(row, names)),
    next: rows.length > page.limit ? (kept.at(-1)?.id ?? null) : null,
  };
}

function whereDecision(decision: LikenessFilter | undefined): Prisma.LikenessWhereInput {
  if (decision === undefined) return {};
  if (decision !== "undecided") return { decision };
  return { decision: null, first: { mergedIntoId: null }, second: { mergedIntoId: null } };
}

async function namesOf(ctx: Context, userIds: readonly string[]): Promise<Map<string, string>> {
  if (userIds.length === 0) return new Map();
  const users = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
