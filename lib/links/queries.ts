import { visibleAnnotations, visibleLinks } from "#lib/access/visibility.ts";
import type { Context } from "#lib/context.ts";
import { notFound } from "#lib/errors.ts";
import type { Prisma } from "#generated/prisma/client.ts";
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

/**
 * The links that touch an article's annotations, by id. Links of withdrawn annotations are kept but
 * not listed: they come back with the annotation.
 */
export async function listLinks(
  ctx: Context,
  articleId: string,
  page: { after?: string | undefined; limit: number },
): Promise<LinkPage> {
  const rows = await ctx.db.link.findMany({
    where: {
      AND: [
        { OR: [{ from: { articleId } }, { to: { articleId } }] },
        { from: { state: { not: "withdrawn" } }, to: { state: { not: "withdrawn" } } },
        page.after === undefined ? {} : { id: { gt: page.after } },
        seen(ctx),
      ],
    },
    select: LINK_SELECT,
    orderBy: { id: "asc" },
    take: page.limit + 1,
  });
  const items = rows.slice(0, page.limit).map(linkOf);
  return { items, next: rows.length > page.limit ? (items.at(-1)?.id ?? null) : null };
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

function seen(ctx: Context): Prisma.LinkWhereInput {
  const annotation = visibleAnnotations(ctx.actor);
  return { AND: [visibleLinks(ctx.actor), { from: annotation, to: annotation }] };
}
