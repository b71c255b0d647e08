import {
  seesAnnotation,
  seesLink,
  visibleAnnotations,
  visibleLinks,
} from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { notFound } from "#lib/errors.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { LinkType, type Link } from "./model.ts";

export const LINK_SELECT = {
  id: true,
  projectId: true,
  type: true,
  fromId: true,
  toId: true,
  version: true,
  createdAt: true,
  updatedAt: true,
  author: { select: { id: true, name: true } },
} as const satisfies Prisma.LinkSelect;

type LinkRow = Prisma.LinkGetPayload<{ select: typeof LINK_SELECT }>;
export type LinkPage = { items: Link[]; next: string | null };

/** The link, or not-found when the caller may not see it or one of its ends. */
export async function getLink(ctx: Context, id: string): Promise<Link> {
  const row = await ctx.db.link.findFirst({
    where: { AND: [{ id }, seen(ctx)] },
    select: LINK_SELECT,
  });
  if (row === null) throw notFound("link");
  return linkOf(row);
}

/** Those of these links that the caller may see, by id, `limit` of them after the id `after`. */
export async function listNamedLinks(
  ctx: Context,
  { ids, after, limit }: { ids: readonly string[]; after?: string | undefined; limit: number },
): Promise<Link[]> {
  const rows = await ctx.db.link.findMany({
    where: { AND: [{ id: { in: [...ids], ...(after && { gt: after }) } }, seen(ctx)] },
    select: LINK_SELECT,
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(linkOf);
}

/**
 * The links that touch an article's annotations, by id. Links of withdrawn annotations are kept but
 * not listed: they come back with the annotation.
 */
export function listLinks(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<LinkPage> {
  return readAlone(ctx.db, linksReading(ctx, articleId, page));
}

/** The same, to be read together with more. */
export function linksReading(
  ctx: Context,
  articleId: string,
  { after, limit }: { after?: string | undefined; limit: number },
): Reading<LinkPage> {
  return readingOfRows<InJson<LinkRow>, LinkPage>(
    Prisma.sql`
      SELECT l."id", l."project_id" AS "projectId", l."type", l."from_id" AS "fromId", l."to_id" AS "toId",
             l."version", l."created_at" AS "createdAt", l."updated_at" AS "updatedAt",
             json_build_object('id', u."id", 'name', u."name") AS "author"
      FROM (${linksTouching(ctx, articleId)}) l JOIN "user_account" u ON u."id" = l."author_id"
      WHERE ${after ?? null}::uuid IS NULL OR l."id" > ${after ?? null}::uuid
      ORDER BY l."id" LIMIT ${limit + 1}`,
    (rows) => {
      const items = rows.slice(0, limit).map(linkInJson);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },
  );
}

/**
 * Rows of links of which an end stands in the article, where the caller may see both. It begins with
 * the article's annotations, so that the project's other links are not looked at.
 */
export function linksTouching(ctx: Context, articleId: string): Prisma.Sql {
  const end = (column: Prisma.Sql) => Prisma.sql`
    SELECT l.* FROM "annotation" here JOIN "link" l ON l.${column} = here."id"
    WHERE here."article_id" = ${articleId}::uuid`;
  const stands = (column: Prisma.Sql) => Prisma.sql`EXISTS (
    SELECT 1 FROM "annotation" n
    WHERE n."id" = l.${column} AND n."state" <> 'withdrawn' AND ${seesAnnotation(ctx.actor)})`;
  const [from, to] = [Prisma.sql`"from_id"`, Prisma.sql`"to_id"`];
  return Prisma.sql`
    SELECT l.* FROM (${end(from)} UNION ${end(to)}) l
    WHERE ${seesLink(ctx.actor)} AND ${stands(from)} AND ${stands(to)}`;
}

/** All links of one annotation whose other end stands. */
export async function listLinksOf(ctx: Context, annotationId: string): Promise<Link[]> {
  const rows = await ctx.db.link.findMany({
    where: {
      AND: [
        { OR: [{ fromId: annotationId }, { toId: annotationId }] },
        { from: { state: { not: "withdrawn" } }, to: { state: { not: "withdrawn" } } },
        seen(ctx),
      ],
    },
    select: LINK_SELECT,
    orderBy: { id: "asc" },
  });
  return rows.map(linkOf);
}

export function linkOf(row: LinkRow): Link {
  return {
    id: row.id,
    projectId: row.projectId,
    type: LinkType.parse(row.type),
    from: row.fromId,
    to: row.toId,
    version: row.version,
    author: row.author,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function linkInJson(row: InJson<LinkRow>): Link {
  const [createdAt, updatedAt] = [new Date(row.createdAt), new Date(row.updatedAt)];
  return linkOf({ ...row, createdAt, updatedAt });
}

function seen(ctx: Context): Prisma.LinkWhereInput {
  const annotation = visibleAnnotations(ctx.actor);
  return { AND: [visibleLinks(ctx.actor), { from: annotation, to: annotation }] };
}
