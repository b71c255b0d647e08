import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { Origin } from "#lib/articles/save-revision.ts";
import type { CarryCounts, CarryStatus, Settlement } from "./model.ts";

/** An article got a new revision; what became of its marks. */
export function articleRevised(
  before: { id: string; projectId: string; revision: number; hash: string },
  after: { revision: number; hash: string; origin: Origin; carries: CarryCounts },
): AuditEvent {
  return {
    projectId: before.projectId,
    type: "article.revised",
    subject: { type: "article", id: before.id },
    before: { revision: before.revision, hash: before.hash },
    after: {
      revision: after.revision,
      hash: after.hash,
      origin: after.origin.kind,
      originName: after.origin.name,
      carries: after.carries,
    },
  };
}

type Step = { id: string; projectId: string; revision: number; version: number; state: string };

/** An annotation went along to a new revision, its words unchanged. */
export function annotationCarried(before: Step, revision: number, status: CarryStatus): AuditEvent {
  const { id, projectId, version, state } = before;
  return {
    projectId,
    type: "annotation.carried",
    subject: { type: "annotation", id },
    before: { revision: before.revision, version, state },
    after: { revision, version: version + 1, state, status },
  };
}

/** An approved annotation whose words were changed by the outlet goes back to the reviewers. */
export function annotationOvertaken(before: Step, revision: number): AuditEvent {
  return {
    projectId: before.projectId,
    type: "annotation.reopened",
    subject: { type: "annotation", id: before.id },
    before: { state: "approved", version: before.version },
    after: { state: "submitted", version: before.version + 1 },
    why: `The article's text changed at these words (revision ${revision}).`,
  };
}

export type CarriedEvidence = {
  id: string;
  projectId: string;
  annotationId: string;
  authorId: string;
  viewers: string[];
  confidential: boolean;
  version: number;
  revision: number;
};

/** An evidence passage went along. Its readers stand in the event, so that nobody else is told. */
export function evidenceCarried(
  before: CarriedEvidence,
  revision: number,
  status: CarryStatus,
): AuditEvent {
  const { id, projectId, annotationId, authorId, viewers, confidential, version } = before;
  const item = { annotationId, confidential, author: { id: authorId }, viewers };
  return {
    projectId,
    type: "evidence.carried",
    subject: { type: "evidence", id },
    before: { ...item, revision: before.revision, version },
    after: { ...item, revision, version: version + 1, status },
  };
}

/** A person dealt with a mark that had not found its words. */
export function carrySettled(
  carry: {
    projectId: string;
    articleId: string;
    revision: number;
    status: CarryStatus;
    annotationId: string | null;
    evidence: Omit<CarriedEvidence, "version" | "revision"> | null;
  },
  settlement: Settlement,
): AuditEvent {
  const { projectId, articleId, revision, status, annotationId, evidence } = carry;
  const subject =
    evidence === null
      ? { type: "annotation", id: annotationId ?? "" }
      : { type: "evidence", id: evidence.id };
  const readers = evidence && {
    annotationId: evidence.annotationId,
    confidential: evidence.confidential,
    author: { id: evidence.authorId },
    viewers: evidence.viewers,
  };
  return {
    projectId,
    type: `${subject.type}.carry-settled`,
    subject,
    before: { articleId, revision, status, ...readers },
    after: { articleId, revision, status, settlement, ...readers },
  };
}
