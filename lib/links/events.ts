import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { Link } from "./model.ts";

export function linkWritten(before: Link | null, after: Link): AuditEvent {
  return {
    projectId: after.projectId,
    type: before === null ? "link.created" : "link.changed",
    subject: subjectOf(after),
    before,
    after,
  };
}

export function linkDeleted(link: Link): AuditEvent {
  return {
    projectId: link.projectId,
    type: "link.deleted",
    subject: subjectOf(link),
    before: link,
  };
}

function subjectOf({ id }: { id: string }): AuditEvent["subject"] {
  return { type: "link", id };
}
