import { v7 as uuidv7 } from "uuid";
import { authorize, requireUser } from "#lib/access/permissions.ts";
import { follow, wrongState } from "#lib/annotations/life-cycle.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { holdAnnotation } from "#lib/annotations/queries.ts";
import { receivedAnnotation } from "#lib/annotations/stored-annotation.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { refuseOwnWork } from "./four-eyes.ts";
import type { RejectReason, Review } from "./model.ts";
import { findLastReview } from "./queries.ts";

/** An annotation that waits for the caller's decision, held; or what they decided on it before. */
export type ToDecide = { annotation: StoredAnnotation; reviewerId: string; isDecided: boolean };

/**
 * Take an annotation in hand to approve or reject it. `isRepeated` says whether the decision that
 * the caller made on it is the one that they ask for now. Refused: one's own work; one that somebody
 * else has decided meanwhile (the refusal says who); one that was not submitted; anything in a blind
 * project, whose layers stay as they were handed in.
 */
export async function takeForDecision(
  ctx: Context,
  id: string,
  action: "approve" | "reject",
  expected: number | null,
  isRepeated: (annotation: StoredAnnotation) => boolean,
): Promise<ToDecide> {
  const annotation = await holdAnnotation(ctx, id);
  authorize(ctx.actor, "annotation.review", annotation);
  await refuseInBlind(ctx, annotation.projectId);
  const reviewerId = requireUser(ctx.actor).userId;
  const last = await findLastReview(ctx, id);
  const state = follow(action, annotation.state);
  if (state === "done" && last?.reviewer.id === reviewerId && isRepeated(annotation)) {
    return { annotation, reviewerId, isDecided: true };
  }
  await refuseOwnWork(ctx, id, reviewerId);
  if (expected !== null && expected !== annotation.version) throw stale(annotation, last);
  if (state === "done" || state === null) throw decided(annotation, action, last);
  return { annotation, reviewerId, isDecided: false };
}

/** In a blind project nothing is decided. The database holds the same rule. */
export async function refuseInBlind(ctx: Context, projectId: string): Promise<void> {
  const project = await ctx.db.project.findUnique({
    where: { id: projectId },
    select: { layers: true },
  });
  if (project?.layers !== "blind") return;
  throw new DomainError(
    "state",
    "This project is blind: annotations stay submitted, as each person made them, and are neither approved nor rejected.",
  );
}

/** Write a decision. It is written before the annotation changes, on the version that it judges. */
export async function insertReview(
  ctx: Context,
  judged: StoredAnnotation,
  review: {
    reviewerId: string;
    decision: "approve" | "reject";
    reason?: RejectReason;
    comment: string | null;
    isCorrected?: boolean;
  },
): Promise<void> {
  await ctx.db.review.createMany({
    data: [
      {
        id: uuidv7(),
        projectId: judged.projectId,
        annotationId: judged.id,
        reviewerId: review.reviewerId,
        decision: review.decision,
        reason: review.reason ?? null,
        comment: review.comment,
        version: judged.version,
        correctedVersion: review.isCorrected ? judged.version + 1 : null,
        createdAt: ctx.now,
      },
    ],
  });
}

function stale(annotation: StoredAnnotation, last: Review | null): DomainError {
  const who = standing(annotation, last);
  const message = who
    ? `${who.decidedBy.name} has ${annotation.state} this annotation since you saw it.`
    : "Somebody has changed this annotation since you saw it.";
  return new DomainError("stale", message, {
    detail: { current: receivedAnnotation(annotation), ...who },
  });
}

function decided(
  annotation: StoredAnnotation,
  action: "approve" | "reject",
  last: Review | null,
): DomainError {
  const who = standing(annotation, last);
  if (!who) return wrongState(action, annotation.state);
  const message = `${who.decidedBy.name} has ${annotation.state} this annotation already.`;
  return new DomainError("state", message, { detail: { state: annotation.state, ...who } });
}

function standing(annotation: StoredAnnotation, last: Review | null) {
  const isDecided = annotation.state === "approved" || annotation.state === "rejected";
  return isDecided && last ? { decidedBy: last.reviewer, decision: last.decision } : null;
}
