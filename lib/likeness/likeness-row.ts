import { seesAnnotation, visibleAnnotations } from "#lib/access/visibility.ts";
import type { Actor } from "#lib/context.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { LikenessDecision, type LikeArticle, type Likeness } from "./model.ts";

function articleSelect(actor: Actor) {
  return {
    id: true,
    title: true,
    url: true,
    publisher: true,
    byline: true,
    published: true,
    createdAt: true,
    revision: true,
    mergedIntoId: true,
    revisions: { select: { length: true }, orderBy: { number: "desc" }, take: 1 },
    _count: {
      select: {
        annotations: {
          where: { AND: [{ state: { not: "withdrawn" } }, visibleAnnotations(actor)] },
        },
      },
    },
  } satisfies Prisma.ArticleSelect;
}

/** The same in SQL: a LikeArticle of a row `a`, as the actor sees it. */
export function likeArticleInJson(actor: Actor): Prisma.Sql {
  return Prisma.sql`json_build_object(
  'id', a."id", 'title', a."title", 'url', a."url", 'publisher', a."publisher", 'byline', a."byline",
  'published', a."published", 'createdAt', a."created_at", 'revision', a."revision",
  'mergedIntoId', a."merged_into_id",
  'length', coalesce((SELECT r."length" FROM "revision" r WHERE r."article_id" = a."id"
                      ORDER BY r."number" DESC LIMIT 1), 0),
  'annotations', (SELECT count(*) FROM "annotation" n
                  WHERE n."article_id" = a."id" AND n."state" <> 'withdrawn' AND ${seesAnnotation(actor)}))`;
}

/** What a likeness is read with. */
export function likenessSelect(actor: Actor) {
  return {
    id: true,
    projectId: true,
    similarity: true,
    decision: true,
    decidedById: true,
    decidedAt: true,
    createdAt: true,
    first: { select: articleSelect(actor) },
    second: { select: articleSelect(actor) },
  } satisfies Prisma.LikenessSelect;
}

type ArticleRow = Prisma.ArticleGetPayload<{ select: ReturnType<typeof articleSelect> }>;
type LikenessRow = Prisma.LikenessGetPayload<{ select: ReturnType<typeof likenessSelect> }>;

/** `names` holds those of the people who decided. */
export function likenessOf(row: LikenessRow, names: ReadonlyMap<string, string>): Likeness {
  const { decidedById } = row;
  return {
    id: row.id,
    projectId: row.projectId,
    similarity: row.similarity,
    decision: LikenessDecision.nullable().parse(row.decision),
    decidedBy:
      decidedById === null ? null : { id: decidedById, name: names.get(decidedById) ?? "Somebody" },
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    first: articleOf(row.first),
    second: articleOf(row.second),
  };
}

function articleOf({ revisions, _count, createdAt, ...row }: ArticleRow): LikeArticle {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    length: revisions[0]?.length ?? 0,
    annotations: _count.annotations,
  };
}
