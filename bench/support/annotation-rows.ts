import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { annotationWritten } from "#lib/annotations/events.ts";
import type { AnnotationContent } from "#lib/annotations/model.ts";
import { signatureOf } from "#lib/annotations/signature.ts";
import { ATTRIBUTES_OF_TAG } from "#lib/annotations/model.ts";
import type { UserContext } from "#prisma/factories.ts";
import type { MarkedArticle } from "./bench-project.ts";
import type { Mark } from "./invented-article.ts";

/** The rows that one new draft is made of, by table, as the app writes them. */
export type AnnotationRows = {
  annotation: Row & { id: string };
  segment: Row[];
  annotation_version: Row;
  audit_event: Row;
};
export type Row = Record<string, unknown>;

/** What a PUT of this mark writes. */
export function annotationRows(
  article: MarkedArticle,
  mark: Mark,
  author: UserContext,
): AnnotationRows {
  const id = uuidv7();
  const at = new Date().toISOString();
  const { userId, name } = author.actor;
  const content: AnnotationContent = {
    tag: mark.tag,
    segments: mark.segments.map(({ role, start, end, exact }) => ({ role, start, end, exact })),
    absent: [],
    attributes: ATTRIBUTES_OF_TAG[mark.tag].parse(mark.attributes),
    doubt: null,
  };
  const place = { projectId: article.projectId, articleId: article.id };
  const event = annotationWritten(null, {
    id,
    ...place,
    ...content,
    revisionId: article.revisionId,
    revision: 1,
    author: { id: userId, name },
    state: "draft",
    version: 1,
    createdAt: at,
    updatedAt: at,
  });
  return {
    annotation: {
      id,
      project_id: article.projectId,
      article_id: article.id,
      revision_id: article.revisionId,
      revision: 1,
      author_id: userId,
      tag: content.tag,
      state: "draft",
      version: 1,
      absent: content.absent,
      attributes: content.attributes,
      doubt: content.doubt,
      signature: signatureOf(content),
      created_at: at,
      updated_at: at,
    },
    segment: content.segments.map((segment) => ({ id: uuidv7(), annotation_id: id, ...segment })),
    annotation_version: {
      annotation_id: id,
      version: 1,
      writer_id: userId,
      content,
      created_at: at,
    },
    audit_event: {
      id: uuidv7(),
      at,
      project_id: event.projectId,
      actor_id: userId,
      type: event.type,
      subject_type: event.subject.type,
      subject_id: event.subject.id,
      before: null,
      after: event.after,
      why: null,
    },
  };
}

/** Insert rows of one shape in one statement. */
export async function insertRows(
  client: pg.ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const places = rows.map(
    (_, row) =>
      `(${columns.map((_, column) => `$${row * columns.length + column + 1}`).join(",")})`,
  );
  await client.query(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(",")}) VALUES ${places.join(",")}`,
    rows.flatMap((row) => columns.map((name) => row[name])),
  );
}

/** Insert many rows of one shape, a few megabytes a statement. */
export async function insertMany(
  client: pg.ClientBase,
  table: string,
  rows: readonly Row[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((name) => `"${name}"`)
    .join(",");
  for (let from = 0; from < rows.length; from += 2_000) {
    await client.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
      [JSON.stringify(rows.slice(from, from + 2_000))],
    );
  }
}
