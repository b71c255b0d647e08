import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { Evidence } from "./model.ts";

export function evidenceWritten(before: Evidence | null, after: Evidence): AuditEvent {
  return {
    projectId: after.projectId,
    type: before === null ? "evidence.created" : "evidence.changed",
    subject: subjectOf(after),
    before,
    after,
    why: after.reason || null,
  };
}

export function evidenceDeleted(evidence: Evidence): AuditEvent {
  return {
    projectId: evidence.projectId,
    type: "evidence.deleted",
    subject: subjectOf(evidence),
    before: evidence,
  };
}

function subjectOf({ id }: { id: string }): AuditEvent["subject"] {
  return { type: "evidence", id };
}
