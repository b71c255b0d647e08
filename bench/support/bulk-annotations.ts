import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { annotationRows, insertMany, type Row } from "./annotation-rows.ts";
import type { BenchProject, MarkedArticle } from "./bench-project.ts";

/**
 * Write all marks of the articles as annotations of every state, a few tables at a time instead of
 * one annotation after another: drafts 15 in 100, submitted 20, rejected 5, the rest approved, each
 * with the review and the versions that the database asks for. One in ten has a note as evidence,
 * one in ten a link to the one before it. Gives how many were written.
 */
export async function writeInBulk(
  client: pg.ClientBase,
  place: BenchProject,
  articles: readonly MarkedArticle[],
): Promise<number> {
  const made = articles.flatMap((article) =>
    article.marks.map((mark) => annotationRows(article, mark, place.annotator)),
  );
  await client.query("BEGIN");
  await insertMany(
    client,
    "annotation",
    made.map((rows) => rows.annotation),
  );
  await insertMany(
    client,
    "segment",
    made.flatMap((rows) => rows.segment),
  );
  await insertMany(
    client,
    "annotation_version",
    made.map((rows) => rows.annotation_version),
  );
  await insertMany(
    client,
    "audit_event",
    made.map((rows) => rows.audit_event),
  );
  await client.query("COMMIT");
  const ids = made.map((rows) => rows.annotation.id);
  await decide(client, place, ids);
  await insertMany(
    client,
    "evidence",
    ids.filter(oneInTen(3)).map((id) => noteOn(place, id)),
  );
  await insertMany(
    client,
    "link",
    ids.flatMap((id, n) => (n % 10 === 7 ? [linkOf(place, id, ids[n - 1] ?? id)] : [])),
  );
  await client.query("ANALYZE");
  return ids.length;
}

async function decide(
  client: pg.ClientBase,
  { project, reviewer }: BenchProject,
  ids: readonly string[],
): Promise<void> {
  const judged = (from: number, to: number) =>
    ids.filter((_, n) => n % 100 >= from && n % 100 < to);
  const approved = judged(0, 60);
  const rejected = judged(60, 65);
  const move = (state: string, which: readonly string[]) =>
    client.query(
      `UPDATE "annotation" SET "state" = $1, "version" = "version" + 1,
         "submitted_at" = coalesce("submitted_at", now()) WHERE "id" = ANY($2::uuid[])`,
      [state, which],
    );
  const review = (decision: string, reason: string | null) => (annotationId: string) => ({
    id: uuidv7(),
    project_id: project.id,
    annotation_id: annotationId,
    reviewer_id: reviewer.actor.userId,
    decision,
    reason,
    version: 2,
    created_at: new Date().toISOString(),
  });
  await client.query("BEGIN");
  await move("submitted", judged(0, 85));
  await insertMany(client, "review", [
    ...approved.map(review("approve", null)),
    ...rejected.map(review("reject", "wrong-boundary")),
  ]);
  await move("approved", approved);
  await move("rejected", rejected);
  await client.query("COMMIT");
}

function oneInTen(which: number): (id: string, n: number) => boolean {
  return (_, n) => n % 10 === which;
}

function noteOn(place: BenchProject, annotationId: string): Row {
  return {
    ...stamped(place),
    annotation_id: annotationId,
    kind: "note",
    stance: "supports",
    reason: "It names the ship.",
    confidential: false,
    note: "The harbour office keeps a list of calls.",
  };
}

function linkOf(place: BenchProject, from: string, to: string): Row {
  return { ...stamped(place), type: "same-claim", from_id: from, to_id: to };
}

function stamped({ project, annotator }: BenchProject): Row {
  const at = new Date().toISOString();
  return {
    id: uuidv7(),
    project_id: project.id,
    author_id: annotator.actor.userId,
    version: 1,
    created_at: at,
    updated_at: at,
  };
}
