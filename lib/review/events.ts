import type { AuditEvent } from "#lib/audit/audit-event.ts";
import { annotationMoved, subjectOf, wholeOf } from "#lib/annotations/events.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import type { MissedPassage, RejectInput, Review } from "./model.ts";

export function annotationApproved(
  before: StoredAnnotation,
  after: StoredAnnotation,
  comment: string | null,
): AuditEvent {
  return annotationMoved("annotation.approved", before, after, comment);
}

/** Correct and approve, in one step. */
export function annotationCorrected(
  before: StoredAnnotation,
  after: StoredAnnotation,
  comment: string | null,
): AuditEvent {
  return {
    projectId: after.projectId,
    type: "annotation.corrected",
    subject: subjectOf(after),
    before: wholeOf(before),
    after: wholeOf(after),
    why: comment,
  };
}

export function annotationRejected(
  before: StoredAnnotation,
  after: StoredAnnotation,
  input: RejectInput,
): AuditEvent {
  const { reason, comment } = input;
  return annotationMoved(
    "annotation.rejected",
    before,
    after,
    comment ? `${reason}: ${comment}` : reason,
  );
}

export function annotationReopened(
  before: StoredAnnotation,
  after: StoredAnnotation,
  comment: string | null,
): AuditEvent {
  return annotationMoved("annotation.reopened", before, after, comment);
}

/** A reviewer took a decision back; a correction that came with it went too. */
export function reviewUndone(
  before: StoredAnnotation,
  after: StoredAnnotation,
  review: Review,
): AuditEvent {
  const moved = annotationMoved("annotation.review-undone", before, after);
  return review.correctedVersion === null
    ? moved
    : { ...moved, before: wholeOf(before), after: wholeOf(after) };
}

export function missedPassageChanged(
  type: "missed.pointed-out" | "missed.changed" | "missed.answered" | "missed.deleted",
  before: MissedPassage | null,
  after: MissedPassage | null,
): AuditEvent {
  const missed = after ?? before;
  if (missed === null) throw new Error("Nothing happened.");
  return {
    projectId: missed.projectId,
    type,
    subject: { type: "missed", id: missed.id },
    before,
    after,
    why: missed.comment,
  };
}
