import { seesAnnotation } from "#lib/access/visibility.ts";
import type { AnnotationState, Segment, Tag } from "#lib/annotations/model.ts";
import {
  ANNOTATION_COLUMNS,
  annotationInJson,
  type AnnotationRow,
} from "#lib/annotations/stored-annotation.ts";
import type { Context } from "#lib/context.ts";
import { readAlone, readingOfRows, type InJson, type Reading } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { linksTouching } from "./queries.ts";

/** An annotation of another article, as far as a link to it shows it. */
export type FarEnd = {
  id: string;
  articleId: string;
  articleTitle: string;
  tag: Tag;
  state: AnnotationState;
  segments: Segment[];
};

/** Where an article's links lead out of it: the annotations of other articles that the caller may see. */
export function listFarEnds(ctx: Context, articleId: string): Promise<FarEnd[]> {
  return readAlone(ctx.db, farEndsReading(ctx, articleId));
}

/** The same, to be read together with more. */
export function farEndsReading(ctx: Context, articleId: string): Reading<FarEnd[]> {
  return readingOfRows<InJson<AnnotationRow> & { articleTitle: string }, FarEnd[]>(
    Prisma.sql`
      SELECT ${ANNOTATION_COLUMNS}, a."title" AS "articleTitle"
      FROM (SELECT l."from_id" AS "id" FROM (${linksTouching(ctx, articleId)}) l
            UNION SELECT l."to_id" FROM (${linksTouching(ctx, articleId)}) l) far
      JOIN "annotation" n ON n."id" = far."id"
      JOIN "article" a ON a."id" = n."article_id"
      JOIN "user_account" u ON u."id" = n."author_id"
      WHERE n."article_id" <> ${articleId}::uuid AND ${seesAnnotation(ctx.actor)}
      ORDER BY n."id"`,
    (rows) =>
      rows.map(({ articleTitle, ...row }) => {
        const { id, articleId, tag, state, segments } = annotationInJson(row);
        return { id, articleId, articleTitle, tag, state, segments };
      }),
  );
}
