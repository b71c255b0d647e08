import type { Prisma } from "#generated/prisma/client.ts";
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
