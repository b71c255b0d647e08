import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { StoredAnnotation } from "./model.ts";
import { contentOf } from "./stored-annotation.ts";

export type AnnotationEventType =
  | "annotation.created"
  | "annotation.changed"
  | "annotation.restored"
  | "annotation.submitted"
  | "annotation.recalled"
  | "annotation.withdrawn";

/** Somebody wrote the content of an annotation. Before and after are whole. */
export function annotationWritten(
  before: StoredAnnotation | null,
  after: StoredAnnotation,
): AuditEvent {
  const type: AnnotationEventType =
    before === null
      ? "annotation.created"
      : before.state === "withdrawn"
        ? "annotation.restored"
        : "annotation.changed";
  return {
    projectId: after.projectId,
    type,
    subject: subjectOf(after),
    before: before === null ? null : wholeOf(before),
    after: wholeOf(after),
  };
}

/** An annotation went from one state to another, its content untouched. */
export function annotationMoved(
  type: AuditEvent["type"],
  before: StoredAnnotation,
  after: StoredAnnotation,
  why: string | null = null,
): AuditEvent {
  return {
    projectId: after.projectId,
    type,
    subject: subjectOf(after),
    before: { state: before.state, version: before.version },
    after: { state: after.state, version: after.version },
    why,
  };
}

export function subjectOf({ id }: { id: string }): AuditEvent["subject"] {
  return { type: "annotation", id };
}

/** Content, state and version: an annotation as a history shows it. */
export function wholeOf(annotation: StoredAnnotation) {
  const { state, version, revision } = annotation;
  return { ...contentOf(annotation), state, version, revision };
}
