import type { Context } from "#lib/context.ts";
import { heldRow } from "#lib/db/held-row.ts";
import { notFound } from "#lib/errors.ts";

/** Where annotations of an article are written: its current revision. */
export type Place = {
  articleId: string;
  projectId: string;
  revisionId: string;
  revision: number;
  /** The words at each span that was asked for; null where nothing stands. */
  words: (string | null)[];
  /** Another annotation of the author with the same signature, unless withdrawn. */
  duplicateId: string | null;
  /** Whether the author's work on the article has begun. */
  hasBegun: boolean;
  /** The article that it was merged into; nothing is marked in it then. */
  mergedIntoId: string | null;
};

export type PlaceAsked = {
  spans: readonly { start: number; end: number }[];
  annotationId: string;
  authorId: string;
  signature: string;
};

/** Beyond every text; larger numbers do not fit into the database's integers. */
const FAR = 2_147_483_647;

/**
 * All that a write needs to know of an article, in one question. The words come from the database's
 * chunks, so that a long text is never sent for the sake of a few words. The article is held as the row
 * that will refer to it holds it, so that nobody merges it meanwhile. Not-found without the article.
 */
export async function findPlace(
  ctx: Context,
  articleId: string,
  asked: PlaceAsked,
): Promise<Place> {
  const starts = asked.spans.map(({ start }) => Math.min(start, FAR));
  const ends = asked.spans.map(({ end }) => Math.min(end, FAR));
  const place = await heldRow(
    () => ctx.db.$queryRaw<Place[]>`
    SELECT a."id" AS "articleId", a."project_id" AS "projectId", r."id" AS "revisionId", r."number" AS "revision",
           ARRAY(SELECT words_at(r."id", s.first_point, s.past_point)
                   FROM unnest(${starts}::int[], ${ends}::int[]) WITH ORDINALITY AS s(first_point, past_point, n)
                  ORDER BY s.n) AS "words",
           (SELECT d."id" FROM "annotation" d
             WHERE d."author_id" = ${asked.authorId}::uuid AND d."revision_id" = r."id" AND d."state" <> 'withdrawn'
               AND d."signature" = ${asked.signature} AND d."id" <> ${asked.annotationId}::uuid) AS "duplicateId",
           EXISTS (SELECT 1 FROM "work" w
                    WHERE w."article_id" = a."id" AND w."user_id" = ${asked.authorId}::uuid) AS "hasBegun",
           a."merged_into_id" AS "mergedIntoId"
      FROM "article" a
      JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
     WHERE a."id" = ${articleId}::uuid
       FOR KEY SHARE OF a`,
  );
  if (place === undefined) throw notFound("article");
  return place;
}
