import { Prisma } from "#generated/prisma/client.ts";
import { LikenessDecision, type LikeArticle, type Likeness } from "./model.ts";

const ARTICLE_SELECT = {
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
  _count: { select: { annotations: { where: { state: { not: "withdrawn" } } } } },
} satisfies Prisma.ArticleSelect;

/** The same in SQL: a LikeArticle of a row `a`. */
export const LIKE_ARTICLE_IN_JSON = Prisma.sql`json_build_object(
  'id', a."id", 'title', a."title", 'url', a."url", 'publisher', a."publisher", 'byline', a."byline",
  'published', a."published", 'createdAt', a."created_at", 'revision', a."revision",
  'mergedIntoId', a."merged_into_id",
  'length', coalesce((SELECT r."length" FROM "revision" r WHERE r."article_id" = a."id"
                      ORDER BY r."number" DESC LIMIT 1), 0),
  'annotations', (SELECT count(*) FROM "annotation" n
                  WHERE n."article_id" = a."id" AND n."state" <> 'withdrawn'))`;

/** What a likeness is read with. */
export const LIKENESS_SELECT = {
  id: true,
  projectId: true,
  similarity: true,
  decision: true,
  decidedById: true,
  decidedAt: true,
  createdAt: true,
  first: { select: ARTICLE_SELECT },
  second: { select: ARTICLE_SELECT },
} satisfies Prisma.LikenessSelect;

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof ARTICLE_SELECT }>;
type LikenessRow = Prisma.LikenessGetPayload<{ select: typeof LIKENESS_SELECT }>;

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
