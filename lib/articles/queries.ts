import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRow, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { Article, ArticleSummary } from "./model.ts";

/** An article with what operations need and nobody is sent. */
export type StoredArticle = Article & { revisionId: string };

/** The article with its current revision, or an older one when its number is given. */
export async function getArticle(
  ctx: Context,
  id: string,
  revision?: number,
): Promise<StoredArticle> {
  return (await readAlone(ctx.db, articleReading(ctx, id, revision))).article;
}

/** The same, to be read together with more; with whether the article was merged into another. */
export function articleReading(ctx: Context, id: string, revision?: number): Reading<ReadArticle> {
  return readingOfRow<(StoredArticle | Empty) & { isMerged: boolean }, ReadArticle>(
    Prisma.sql`
      SELECT ${SUMMARY}, r."id" AS "revisionId", r."text", a."merged_into_id" IS NOT NULL AS "isMerged",
        coalesce(
          (SELECT json_agg(json_build_object('kind', b."kind", 'boilerplate', b."boilerplate",
                                             'start', b."start", 'end', b."end") ORDER BY b."index")
           FROM "block" b WHERE b."revision_id" = r."id"),
          '[]'::json) AS "blocks"
      FROM "article" a
      LEFT JOIN "revision" r ON r."article_id" = a."id" AND r."number" = coalesce(${revision ?? null}::int, a."revision")
      WHERE a."id" = ${uuidOrNull(id)}::uuid`,
    (row) => {
      if (row === null) throw notFound("article");
      const { isMerged, ...article } = row;
      authorize(ctx.actor, "article.read", article);
      if (!hasRevision(article)) throw notFound("revision");
      const createdAt = new Date(article.createdAt).toISOString();
      return { article: { ...article, createdAt }, isMerged };
    },
  );
}

type ReadArticle = { article: StoredArticle; isMerged: boolean };

/**
 * The article without its text. Much cheaper than getArticle when only the project, the details or
 * the number of the current revision are wanted.
 */
export async function getArticleSummary(
  ctx: Context,
  id: string,
): Promise<ArticleSummary & { revisionId: string }> {
  const [row] = await summaries(ctx, Prisma.sql`a."id" = ${uuidOrNull(id)}::uuid`, 1);
  if (!row) throw notFound("article");
  authorize(ctx.actor, "article.read", row);
  return row;
}

/** A project's articles, merged ones aside, as a page by id, oldest first; a thousand at most. */
export async function listArticles(
  ctx: Context,
  projectId: string,
  page: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<ArticleSummary[]> {
  authorize(ctx.actor, "article.read", { projectId });
  const after =
    page.after === undefined
      ? Prisma.empty
      : Prisma.sql`AND a."id" > ${uuidOrNull(page.after)}::uuid`;
  const rows = await summaries(
    ctx,
    Prisma.sql`a."project_id" = ${projectId}::uuid AND a."merged_into_id" IS NULL ${after}`,
    page.limit ?? 1_000,
  );
  return rows.map((row) => {
    const { revisionId: _, ...article } = row;
    return article;
  });
}

/** The article is there, but has no revision of the number that was asked for. */
type Empty = ArticleSummary & { revisionId: null };
type Row<T> = Omit<T, "createdAt"> & { createdAt: Date };

function hasRevision(article: StoredArticle | Empty): article is StoredArticle {
  return article.revisionId !== null;
}

/** In the order in which the API gives them. `revision` is that of the row `r`. */
const SUMMARY = Prisma.sql`a."id", a."project_id" AS "projectId", a."title", a."url", a."media_type" AS "mediaType",
  a."publisher", a."byline", a."published", a."language", r."number" AS "revision", r."hash", a."created_at" AS "createdAt"`;

async function summaries(ctx: Context, where: Prisma.Sql, limit: number) {
  const rows = await ctx.db.$queryRaw<Row<ArticleSummary & { revisionId: string }>[]>`
    SELECT ${SUMMARY}, r."id" AS "revisionId"
    FROM "article" a JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
    WHERE ${where} ORDER BY a."id" LIMIT ${limit}`;
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}

/** Whatever is no UUID is nobody's id; PostgreSQL would call it an error. */
function uuidOrNull(id: string): string | null {
  return z.uuid().safeParse(id).success ? id : null;
}
