import type { Context } from "#lib/context.ts";
import { batches } from "#lib/articles/read-texts.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { exportAnnotation, type RawAnnotation } from "./export-annotation.ts";
import type { ExportAnnotation, ExportArticle } from "./model.ts";
import { revisionText, type RevisionText } from "./revision-text.ts";

/** What is read, with its states and its named evidence settled. */
export type Selection = {
  projectId: string;
  states: readonly string[];
  /** Null: every article of the project. */
  articleIds: readonly string[] | null;
  /** Confidential evidence that is let out. */
  evidenceIds: readonly string[];
};

export type ReadPiece =
  | { article: ExportArticle }
  | { annotations: ExportAnnotation[]; of: ExportArticle };

/** Pages keep what is held small; the texts of a batch of articles are held together. */
const LIST_LENGTH = 1_000;
const BATCH_LENGTH = 2_000_000;
const PAGE_LENGTH = 500;
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
  const chosen =
    articleIds === null ? Prisma.empty : Prisma.sql`AND a."id" = ANY(${[...articleIds]}::uuid[])`;
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

async function* annotationPages(
  ctx: Context,
  selection: Selection,
  ids: readonly string[],
): AsyncGenerator<RawAnnotation[]> {
  const states = [...selection.states];
  let after = { articleId: FIRST, id: FIRST };
  for (;;) {
    // One value for a whole page: the driver has nothing to convert.
    const [answer] = await ctx.db.$queryRaw<{ page: string }[]>`
      WITH page AS MATERIALIZED (
        SELECT n.* FROM "annotation" n
        WHERE n."article_id" = ANY(${[...ids]}::uuid[]) AND n."state" = ANY(${states})
          AND (n."article_id", n."id") > (${after.articleId}::uuid, ${after.id}::uuid)
        ORDER BY n."article_id", n."id" LIMIT ${PAGE_LENGTH}
      )
      SELECT coalesce(json_agg(json_build_object(
        'id', n."id", 'articleId', n."article_id", 'revision', n."revision", 'tag', n."tag", 'absent', coalesce(n."absent", '{}'),
        'attributes', n."attributes", 'doubt', n."doubt", 'state', n."state", 'version', n."version",
        'author', json_build_object('id', u."id", 'name', u."name"),
        'createdAt', n."created_at", 'updatedAt', n."updated_at",
        'segments', (SELECT json_agg(json_build_object('role', s."role", 'start', s."start", 'end', s."end", 'exact', s."exact")
                                     ORDER BY s."start") FROM "segment" s WHERE s."annotation_id" = n."id"),
        'reviewer', CASE WHEN n."state" IN ('approved', 'rejected') THEN (
            SELECT json_build_object('id', ru."id", 'name', ru."name")
            FROM "review" r JOIN "user_account" ru ON ru."id" = r."reviewer_id"
            WHERE r."annotation_id" = n."id" AND r."undone_at" IS NULL
              AND r."decision" = CASE n."state" WHEN 'approved' THEN 'approve' ELSE 'reject' END
            ORDER BY r."version" DESC, r."id" DESC LIMIT 1) END,
        'evidence', (${evidenceOf(selection)}),
        'links', (${linksOf(states)})
      ) ORDER BY n."article_id", n."id"), '[]')::text AS "page"
      FROM page n JOIN "user_account" u ON u."id" = n."author_id"`;
    const rows: RawAnnotation[] = JSON.parse(answer?.page ?? "[]");
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_LENGTH) return;
    after = last;
  }
}

/** Confidential evidence stays here unless it is named. */
function evidenceOf({ evidenceIds }: Selection): Prisma.Sql {
  return Prisma.sql`
    SELECT json_agg(json_build_object(
      'id', e."id", 'projectId', e."project_id", 'annotationId', e."annotation_id", 'kind', e."kind",
      'stance', e."stance", 'reason', e."reason", 'confidential', e."confidential",
      'viewers', coalesce((SELECT json_agg(v."user_id" ORDER BY v."user_id") FROM "evidence_viewer" v WHERE v."evidence_id" = e."id"), '[]'),
      'version', e."version", 'author', json_build_object('id', eu."id", 'name', eu."name"),
      'createdAt', e."created_at", 'updatedAt', e."updated_at",
      'articleId', e."article_id", 'articleTitle', (SELECT t."title" FROM "article" t WHERE t."id" = e."article_id"),
      'revision', e."revision", 'start', e."start", 'end', e."end", 'exact', e."exact",
      'url', e."url", 'quotation', e."quotation", 'note', e."note",
      'stands', e."kind" <> 'passage' OR words_at(e."revision_id", e."start", e."end") = e."exact"
    ) ORDER BY e."id")
    FROM "evidence" e JOIN "user_account" eu ON eu."id" = e."author_id"
    WHERE e."annotation_id" = n."id" AND (NOT e."confidential" OR e."id" = ANY(${[...evidenceIds]}::uuid[]))`;
}

/** A link leaves with both its ends: one to an annotation of a state that is left out stays here. */
function linksOf(states: readonly string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT json_agg(json_build_object(
      'id', l."id", 'projectId', l."project_id", 'type', l."type", 'from', l."from_id", 'to', l."to_id",
      'version', l."version", 'author', json_build_object('id', lu."id", 'name', lu."name"),
      'createdAt', l."created_at", 'updatedAt', l."updated_at"
    ) ORDER BY l."id")
    FROM "link" l
    JOIN "annotation" o ON o."id" = CASE WHEN l."from_id" = n."id" THEN l."to_id" ELSE l."from_id" END
    JOIN "user_account" lu ON lu."id" = l."author_id"
    WHERE (l."from_id" = n."id" OR l."to_id" = n."id") AND o."state" = ANY(${[...states]})`;
}
