import type { InJson } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { Stance, type Evidence } from "./model.ts";

export const EVIDENCE_SELECT = {
  id: true,
  projectId: true,
  annotationId: true,
  kind: true,
  stance: true,
  reason: true,
  confidential: true,
  version: true,
  articleId: true,
  revision: true,
  start: true,
  end: true,
  exact: true,
  url: true,
  quotation: true,
  note: true,
  createdAt: true,
  updatedAt: true,
  author: { select: { id: true, name: true } },
  article: { select: { title: true } },
  viewers: { select: { userId: true }, orderBy: { userId: "asc" } },
} as const satisfies Prisma.EvidenceSelect;

export type EvidenceRow = Prisma.EvidenceGetPayload<{ select: typeof EVIDENCE_SELECT }>;

/**
 * The same in SQL: columns of a row `e` with its author, a row `u` of accounts, and the article of its
 * passage, a row `a` or none.
 */
export const EVIDENCE_COLUMNS = Prisma.sql`e."id", e."project_id" AS "projectId",
  e."annotation_id" AS "annotationId", e."kind", e."stance", e."reason", e."confidential", e."version",
  e."article_id" AS "articleId", e."revision", e."start", e."end", e."exact", e."url", e."quotation", e."note",
  e."created_at" AS "createdAt", e."updated_at" AS "updatedAt",
  json_build_object('id', u."id", 'name', u."name") AS "author",
  CASE WHEN a."id" IS NOT NULL THEN json_build_object('title', a."title") END AS "article",
  (SELECT coalesce(json_agg(json_build_object('userId', v."user_id") ORDER BY v."user_id"), '[]'::json)
   FROM "evidence_viewer" v WHERE v."evidence_id" = e."id") AS "viewers"`;

/** A row of EVIDENCE_COLUMNS as everybody who may see it receives it. */
export function evidenceInJson(row: InJson<EvidenceRow>): Evidence {
  const [createdAt, updatedAt] = [new Date(row.createdAt), new Date(row.updatedAt)];
  return evidenceOf({ ...row, createdAt, updatedAt });
}

/** A row as everybody who may see it receives it. */
export function evidenceOf(row: EvidenceRow): Evidence {
  const every = {
    id: row.id,
    projectId: row.projectId,
    annotationId: row.annotationId,
    stance: Stance.parse(row.stance),
    reason: row.reason,
    confidential: row.confidential,
    viewers: row.viewers.map(({ userId }) => userId),
    version: row.version,
    author: row.author,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
  const { articleId, article, revision, start, end, exact, url, quotation, note } = row;
  if (row.kind === "web" && url !== null) return { ...every, kind: "web", url, quotation };
  if (row.kind === "note" && note !== null) return { ...every, kind: "note", note };
  if (articleId === null || revision === null || start === null || end === null || exact === null) {
    throw new Error(`Evidence ${row.id} is not whole.`);
  }
  const articleTitle = article?.title ?? "";
  return { ...every, kind: "passage", articleId, articleTitle, revision, start, end, exact };
}
