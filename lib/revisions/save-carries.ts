import { v7 } from "uuid";
import type { Context } from "#lib/context.ts";
import type { CarriedMark } from "./carry-segments.ts";
import type { CarryCounts, Settlement } from "./model.ts";
import type { Step } from "./step.ts";

export type NewCarry = CarriedMark & {
  annotationId: string | null;
  evidenceId: string | null;
  settlement: Settlement | null;
};

/** Write down what became of marks; what waited for an older revision no longer does. */
export async function saveCarries(
  ctx: Context,
  step: Step,
  carries: readonly NewCarry[],
): Promise<void> {
  if (carries.length === 0) return;
  const rows = carries.map((carry) => ({ id: v7(), ...carry }));
  await ctx.db.$executeRaw`
    UPDATE "carry" c SET "settlement" = 'superseded', "settled_at" = ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows.map(({ annotationId, evidenceId }) => ({ annotationId, evidenceId })))}::jsonb)
        AS n ("annotationId" uuid, "evidenceId" uuid)
     WHERE c."settled_at" IS NULL AND c."status" IN ('changed', 'lost')
       AND (c."annotation_id" = n."annotationId" OR c."evidence_id" = n."evidenceId")`;
  await ctx.db.$executeRaw`
    INSERT INTO "carry" ("id", "project_id", "revision_id", "annotation_id", "evidence_id", "status", "segments",
                         "settlement", "settled_at", "created_at")
    SELECT n."id", ${step.projectId}::uuid, ${step.revisionId}::uuid, n."annotationId", n."evidenceId", n."status", n."segments",
           n."settlement", CASE WHEN n."settlement" IS NOT NULL THEN ${ctx.now}::timestamptz END, ${ctx.now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS n ("id" uuid, "annotationId" uuid, "evidenceId" uuid, "status" text, "segments" jsonb, "settlement" text)`;
}

export function countCarries(carries: readonly NewCarry[]): CarryCounts {
  const counts = { exact: 0, moved: 0, changed: 0, lost: 0, waiting: 0 };
  for (const { status, settlement } of carries) {
    counts[status]++;
    if (settlement === null && (status === "changed" || status === "lost")) counts.waiting++;
  }
  return counts;
}
