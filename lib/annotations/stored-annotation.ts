import type { InJson } from "#lib/db/reading.ts";
import { Prisma } from "#generated/prisma/client.ts";
import {
  AnnotationState,
  ATTRIBUTES_OF_TAG,
  SegmentRole,
  Tag,
  type Annotation,
  type AnnotationContent,
  type StoredAnnotation,
} from "./model.ts";

/** What is read of an annotation, everywhere: its row, its author's name, its segments in reading order. */
export const ANNOTATION_SELECT = {
  id: true,
  projectId: true,
  articleId: true,
  revisionId: true,
  revision: true,
  tag: true,
  state: true,
  version: true,
  absent: true,
  attributes: true,
  doubt: true,
  createdAt: true,
  updatedAt: true,
  author: { select: { id: true, name: true } },
  segments: {
    select: { role: true, start: true, end: true, exact: true },
    orderBy: { start: "asc" },
  },
} as const satisfies Prisma.AnnotationSelect;

export type AnnotationRow = Prisma.AnnotationGetPayload<{ select: typeof ANNOTATION_SELECT }>;

/** The same in SQL: columns of a row `n` of annotations with its author, a row `u` of accounts. */
export const ANNOTATION_COLUMNS = Prisma.sql`n."id", n."project_id" AS "projectId", n."article_id" AS "articleId",
  n."revision_id" AS "revisionId", n."revision", n."tag", n."state", n."version", n."absent", n."attributes",
  n."doubt", n."created_at" AS "createdAt", n."updated_at" AS "updatedAt",
  json_build_object('id', u."id", 'name', u."name") AS "author",
  (SELECT coalesce(json_agg(json_build_object('role', s."role", 'start', s."start", 'end', s."end",
                                              'exact', s."exact") ORDER BY s."start"), '[]'::json)
   FROM "segment" s WHERE s."annotation_id" = n."id") AS "segments"`;

/** A row of ANNOTATION_COLUMNS as operations know it. */
export function annotationInJson(row: InJson<AnnotationRow>): StoredAnnotation {
  const [createdAt, updatedAt] = [new Date(row.createdAt), new Date(row.updatedAt)];
  return storedAnnotation({ ...row, createdAt, updatedAt });
}

/** A row as operations know it. */
export function storedAnnotation(row: AnnotationRow): StoredAnnotation {
  const tag = Tag.parse(row.tag);
  return {
    id: row.id,
    projectId: row.projectId,
    articleId: row.articleId,
    revisionId: row.revisionId,
    revision: row.revision,
    tag,
    segments: row.segments.map((segment) => ({
      ...segment,
      role: SegmentRole.parse(segment.role),
    })),
    absent: row.absent.map((role) => SegmentRole.parse(role)),
    attributes: ATTRIBUTES_OF_TAG[tag].parse(row.attributes),
    doubt: row.doubt,
    state: AnnotationState.parse(row.state),
    version: row.version,
    author: row.author,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** An annotation as everybody receives it, without what only operations need. */
export function receivedAnnotation(stored: StoredAnnotation): Annotation {
  const { projectId: _, revisionId: __, ...annotation } = stored;
  return annotation;
}

/** The part that a person writes. */
export function contentOf({
  tag,
  segments,
  absent,
  attributes,
  doubt,
}: AnnotationContent): AnnotationContent {
  return { tag, segments, absent, attributes, doubt };
}
