import { recordAll } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { carryMarks } from "./text-change.ts";
import { goesAlong } from "./carry-segments.ts";
import { evidenceCarried, type CarriedEvidence } from "./events.ts";
import { saveCarries, type NewCarry } from "./save-carries.ts";
import type { Step } from "./step.ts";

type Passage = { id: string; revisionId: string; start: number; end: number; exact: string };
type EvidencePassage = Passage & CarriedEvidence;

/**
 * Carry the passages of an article that bear on annotations as evidence: those whose words stand go
 * along, the others stay and wait for a person. The caller holds the article.
 */
export async function carryEvidence(ctx: Context, step: Step): Promise<NewCarry[]> {
  await ctx.db.$queryRaw`
    SELECT 1 FROM "evidence" WHERE "article_id" = ${step.articleId}::uuid ORDER BY "id" FOR NO KEY UPDATE`;
  const passages = await ctx.db.$queryRaw<EvidencePassage[]>`
    SELECT e."id", e."project_id" AS "projectId", e."annotation_id" AS "annotationId", e."author_id" AS "authorId",
           e."confidential", e."version", e."revision", e."revision_id" AS "revisionId", e."start", e."end", e."exact",
           ARRAY(SELECT v."user_id"::text FROM "evidence_viewer" v WHERE v."evidence_id" = e."id") AS "viewers"
      FROM "evidence" e
     WHERE e."article_id" = ${step.articleId}::uuid AND e."kind" = 'passage'
       AND NOT EXISTS (SELECT 1 FROM "carry" c WHERE c."evidence_id" = e."id" AND c."settlement" = 'left')
     ORDER BY e."revision" DESC, e."id"`;
  const carried = await carryAll(ctx, step, passages);
  const going = carried.flatMap(({ passage, carry, place }) =>
    place === null ? [] : [{ passage, carry, place }],
  );
  await ctx.db.$executeRaw`
    UPDATE "evidence" e SET "revision_id" = ${step.revisionId}::uuid, "revision" = ${step.number}, "start" = g."start",
           "end" = g."end", "version" = e."version" + 1, "updated_at" = ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${placesOf(going)}::jsonb) AS g ("id" uuid, "start" int, "end" int)
     WHERE e."id" = g."id"`;
  const carries = carried.map(({ carry }) => carry);
  await saveCarries(ctx, step, carries);
  await recordAll(
    ctx,
    going.map(({ passage, carry }) => evidenceCarried(passage, step.number, carry.status)),
  );
  return carries;
}

/**
 * Carry what reviewers pointed out as missed, answered or not; what has not kept its words stays on the
 * revision on which it was pointed out. The caller holds the article.
 */
export async function carryMissedPassages(ctx: Context, step: Step): Promise<void> {
  const passages = await ctx.db.$queryRaw<Passage[]>`
    SELECT m."id", m."revision_id" AS "revisionId", m."start", m."end", m."exact"
      FROM "missed_passage" m WHERE m."article_id" = ${step.articleId}::uuid ORDER BY m."id" FOR NO KEY UPDATE`;
  const going = (await carryAll(ctx, step, passages)).flatMap(({ passage, place }) =>
    place === null ? [] : [{ passage, place }],
  );
  await ctx.db.$executeRaw`
    UPDATE "missed_passage" m SET "revision_id" = ${step.revisionId}::uuid, "revision" = ${step.number}, "start" = g."start", "end" = g."end"
      FROM jsonb_to_recordset(${placesOf(going)}::jsonb) AS g ("id" uuid, "start" int, "end" int)
     WHERE m."id" = g."id"`;
}

type Place = { start: number; end: number };

/** `place` is null for what does not go along. */
async function carryAll<P extends Passage>(
  ctx: Context,
  step: Step,
  passages: readonly P[],
): Promise<{ passage: P; carry: NewCarry; place: Place | null }[]> {
  const carried: { passage: P; carry: NewCarry; place: Place | null }[] = [];
  for (const [revisionId, own] of Map.groupBy(passages, (passage) => passage.revisionId)) {
    const text = await step.textOf(ctx, revisionId);
    const marks = own.map(({ start, end, exact }) => ({
      segments: [{ role: "content" as const, start, end, exact }],
    }));
    for (const [n, mark] of carryMarks(text, step.text, marks).entries()) {
      const passage = own[n];
      if (!passage) continue;
      const { start = null, end = null } = mark.segments[0] ?? {};
      const place =
        goesAlong(mark.status) && start !== null && end !== null ? { start, end } : null;
      const carry = { annotationId: null, evidenceId: passage.id, settlement: null, ...mark };
      carried.push({ passage, carry, place });
    }
  }
  return carried;
}

function placesOf(going: readonly { passage: { id: string }; place: Place }[]): string {
  return JSON.stringify(going.map(({ passage, place }) => ({ id: passage.id, ...place })));
}
