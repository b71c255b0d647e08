import { v7 } from "uuid";
import { recordAll } from "#lib/audit/record.ts";
import { signatureOf } from "#lib/annotations/signature.ts";
import {
  ANNOTATION_SELECT,
  contentOf,
  storedAnnotation,
} from "#lib/annotations/stored-annotation.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import type { Context } from "#lib/context.ts";
import { carryMarks } from "./text-change.ts";
import { goesAlong, placedSegments, type CarriedMark } from "./carry-segments.ts";
import { annotationCarried, annotationOvertaken } from "./events.ts";
import type { Settlement } from "./model.ts";
import { saveCarries, type NewCarry } from "./save-carries.ts";
import type { Step } from "./step.ts";

/**
 * Carry an article's annotations to its new revision. Those whose words stand go along, in their state
 * and in their writer's name; the others stay where they are and wait for a person, and an approved one
 * whose words were changed goes back to the reviewers. What waited already is tried again, from the
 * revision that it stands on; what a person left on an old revision, and what is withdrawn, stays.
 * The caller holds the article.
 */
export async function carryAnnotations(ctx: Context, step: Step): Promise<NewCarry[]> {
  const marks = await holdAnnotations(ctx, step.articleId);
  const taken = new Set<string>();
  const going: { before: StoredAnnotation; after: StoredAnnotation; mark: CarriedMark }[] = [];
  const overtaken: StoredAnnotation[] = [];
  const carries: NewCarry[] = [];
  for (const [before, mark] of await carryAll(ctx, step, marks)) {
    const after = { ...before, segments: placedSegments(mark) };
    const signature = `${before.author.id} ${signatureOf(after)}`;
    const isTwice = goesAlong(mark.status) && taken.has(signature);
    if (goesAlong(mark.status) && !isTwice) {
      taken.add(signature);
      going.push({ before, after, mark });
    }
    if (mark.status === "changed" && before.state === "approved") overtaken.push(before);
    // Its author has marked the same words on the newer revision meanwhile.
    const settlement: Settlement | null = isTwice ? "marked" : null;
    carries.push({ annotationId: before.id, evidenceId: null, settlement, ...mark });
  }
  await moveAnnotations(ctx, step, going);
  await reopen(ctx, overtaken);
  await saveCarries(ctx, step, carries);
  await recordAll(ctx, [
    ...going.map(({ before, mark }) => annotationCarried(before, step.number, mark.status)),
    ...overtaken.map((before) => annotationOvertaken(before, step.number)),
  ]);
  return carries;
}

/** All that can be carried, the newest revision's first, each row held. */
async function holdAnnotations(ctx: Context, articleId: string): Promise<StoredAnnotation[]> {
  await ctx.db.$queryRaw`
    SELECT 1 FROM "annotation" WHERE "article_id" = ${articleId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await ctx.db.annotation.findMany({
    where: {
      articleId,
      state: { not: "withdrawn" },
      NOT: { carries: { some: { settlement: "left" } } },
    },
    select: ANNOTATION_SELECT,
    orderBy: [{ revision: "desc" }, { id: "asc" }],
  });
  return rows.map(storedAnnotation);
}

async function carryAll(
  ctx: Context,
  step: Step,
  marks: readonly StoredAnnotation[],
): Promise<[StoredAnnotation, CarriedMark][]> {
  const byRevision = Map.groupBy(marks, ({ revisionId }) => revisionId);
  const carried: [StoredAnnotation, CarriedMark][] = [];
  for (const [revisionId, own] of byRevision) {
    const text = await step.textOf(ctx, revisionId);
    const found = carryMarks(text, step.text, own);
    for (const [n, mark] of found.entries()) {
      const annotation = own[n];
      if (annotation) carried.push([annotation, mark]);
    }
  }
  return carried;
}

/** In a few statements, however many they are. */
async function moveAnnotations(
  ctx: Context,
  step: Step,
  going: readonly { before: StoredAnnotation; after: StoredAnnotation }[],
): Promise<void> {
  if (going.length === 0) return;
  const rows = going.map(({ before, after }) => ({
    id: before.id,
    version: before.version,
    signature: signatureOf(after),
    carriedFrom: before.revision,
    content: contentOf(after),
  }));
  const moved = await ctx.db.$executeRaw`
    UPDATE "annotation" a SET "revision_id" = ${step.revisionId}::uuid, "revision" = ${step.number}, "signature" = g."signature",
           "version" = a."version" + 1, "updated_at" = ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("id" uuid, "version" int, "signature" text)
     WHERE a."id" = g."id" AND a."version" = g."version"`;
  if (moved !== going.length) throw new Error("An annotation changed while it was held.");
  const ids = rows.map(({ id }) => id);
  await ctx.db.$executeRaw`DELETE FROM "segment" WHERE "annotation_id" = ANY(${ids}::uuid[])`;
  const segments = going.flatMap(({ after }) =>
    after.segments.map((segment) => ({ id: v7(), annotationId: after.id, ...segment })),
  );
  await ctx.db.$executeRaw`
    INSERT INTO "segment" ("id", "annotation_id", "role", "start", "end", "exact")
    SELECT s."id", s."annotationId", s."role", s."start", s."end", s."exact"
      FROM jsonb_to_recordset(${JSON.stringify(segments)}::jsonb)
        AS s ("id" uuid, "annotationId" uuid, "role" text, "start" int, "end" int, "exact" text)`;
  await ctx.db.$executeRaw`
    INSERT INTO "annotation_version" ("annotation_id", "version", "writer_id", "content", "carried_from", "created_at")
    SELECT g."id", g."version" + 1, w."writer_id", g."content", g."carriedFrom", ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g ("id" uuid, "version" int, "content" jsonb, "carriedFrom" int),
           LATERAL (SELECT v."writer_id" FROM "annotation_version" v WHERE v."annotation_id" = g."id"
                     ORDER BY v."version" DESC LIMIT 1) w`;
}

async function reopen(ctx: Context, overtaken: readonly StoredAnnotation[]): Promise<void> {
  if (overtaken.length === 0) return;
  await ctx.db.$executeRaw`
    UPDATE "annotation" SET "state" = 'submitted', "version" = "version" + 1,
           "submitted_at" = ${ctx.now}::timestamptz, "updated_at" = ${ctx.now}::timestamptz
     WHERE "id" = ANY(${overtaken.map(({ id }) => id)}::uuid[])`;
}
