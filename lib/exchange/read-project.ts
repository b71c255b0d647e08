import type { Context } from "#lib/context.ts";
import { batches } from "#lib/articles/read-texts.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { exportAnnotation, type RawAnnotation } from "./export-annotation.ts";
import type { ExportAnnotation, ExportArticle, Selection } from "./model.ts";
import { annotationPages } from "./read-annotations.ts";
import { revisionText, type RevisionText } from "./revision-text.ts";

export type ReadPiece =
  | { article: ExportArticle }
  | { annotations: ExportAnnotation[]; of: ExportArticle };

/** Pages keep what is held small; the texts of a batch of articles are held together. */
const LIST_LENGTH = 1_000;
const BATCH_LENGTH = 2_000_000;
const FIRST = "00000000-0000-0000-0000-000000000000";

/**
 * Articles by id, each followed by its annotations by id. Call it within one repeatable-read
 * transaction, or what changes meanwhile shows. However large the project, a few megabytes are held.
 */
export async function* readProject(ctx: Context, selection: Selection): AsyncGenerator<ReadPiece> {
  for (let from = FIRST; ;) {
    const list = await listOfArticles(ctx, selection, from);
    for (const ids of batches(list, BATCH_LENGTH)) yield* readArticles(ctx, selection, ids);
    const last = list.at(-1);
    if (!last || list.length < LIST_LENGTH) return;
    from = last.id;
  }
}

async function listOfArticles(ctx: Context, { projectId, articleIds }: Selection, from: string) {
  // An article that is merged into another is exported only when it is asked for by name.
  const chosen =
    articleIds === null
      ? Prisma.sql`AND a."merged_into_id" IS NULL`
      : Prisma.sql`AND a."id" = ANY(${[...articleIds]}::uuid[])`;
  return ctx.db.$queryRaw<{ id: string; length: number }[]>`
    SELECT a."id", r."length" FROM "article" a
    JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
    WHERE a."project_id" = ${projectId}::uuid AND a."id" > ${from}::uuid ${chosen}
    ORDER BY a."id" LIMIT ${LIST_LENGTH}`;
}

async function* readArticles(
  ctx: Context,
  selection: Selection,
  ids: readonly string[],
): AsyncGenerator<ReadPiece> {
  const articles = await articleRows(ctx, ids);
  const pages = annotationPages(ctx, selection, ids);
  let waiting: RawAnnotation[] = [];
  for (const article of articles) {
    yield { article };
    const texts = new Map<number, RevisionText>();
    for (;;) {
      const own = waiting.findIndex((row) => row.articleId !== article.id);
      const mine = own === -1 ? waiting : waiting.slice(0, own);
      waiting = own === -1 ? [] : waiting.slice(own);
      if (mine.length > 0) {
        await loadTexts(ctx, article, mine, texts);
        yield {
          annotations: mine.map((row) => exportAnnotation(row, texts.get(row.revision))),
          of: article,
        };
      }
      if (waiting.length > 0) break;
      const { done, value } = await pages.next();
      if (done) break;
      waiting = value;
    }
  }
}

/** Annotations may stand on an older revision than the one that is exported with the article. */
async function loadTexts(
  ctx: Context,
  article: ExportArticle,
  rows: readonly RawAnnotation[],
  texts: Map<number, RevisionText>,
): Promise<void> {
  if (texts.size === 0) texts.set(article.revision, revisionText(article));
  for (const row of rows) {
    if (texts.has(row.revision)) continue;
    const older = await ctx.db.revision.findUniqueOrThrow({
      where: { articleId_number: { articleId: row.articleId, number: row.revision } },
      select: { number: true, text: true, hash: true },
    });
    texts.set(row.revision, revisionText({ ...older, revision: older.number }));
  }
}

async function articleRows(ctx: Context, ids: readonly string[]): Promise<ExportArticle[]> {
  const rows = await ctx.db.$queryRaw<
    (Omit<ExportArticle, "record" | "createdAt"> & { createdAt: Date })[]
  >`
    SELECT a."id", a."project_id" AS "projectId", a."title", a."url", a."media_type" AS "mediaType", a."publisher",
      a."byline", a."published", a."language", r."number" AS "revision", r."hash", r."text",
      coalesce((SELECT json_agg(json_build_object('kind', b."kind", 'boilerplate', b."boilerplate",
                                                  'start', b."start", 'end', b."end") ORDER BY b."index")
                FROM "block" b WHERE b."revision_id" = r."id"), '[]') AS "blocks",
      a."created_at" AS "createdAt"
    FROM "article" a JOIN "revision" r ON r."article_id" = a."id" AND r."number" = a."revision"
    WHERE a."id" = ANY(${[...ids]}::uuid[]) ORDER BY a."id"`;
  return rows.map((row) => ({ record: "article", ...row, createdAt: row.createdAt.toISOString() }));
}
