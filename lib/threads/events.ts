import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { Message, Thread } from "./model.ts";

type Place = Pick<Thread, "id" | "projectId" | "articleId" | "annotationId" | "isPrivate">;

export type ThreadEventType =
  | "thread.begun"
  | "thread.answered"
  | "thread.edited"
  | "thread.deleted"
  | "thread.resolved"
  | "thread.reopened";

/** Something was said, edited or deleted. What was there before is kept; what is there now can be read. */
export function messageWritten(
  type: ThreadEventType,
  thread: Place,
  before: Message | null,
  after: Message,
): AuditEvent {
  return about(type, thread, {
    before: before && { ...placeOf(thread), messageId: before.id, body: before.body },
    after: { ...placeOf(thread), messageId: after.id },
  });
}

export function threadMoved(
  type: "thread.resolved" | "thread.reopened",
  thread: Place,
): AuditEvent {
  return about(type, thread, { after: placeOf(thread) });
}

/** A note to oneself is nobody else's business: it belongs to no project's record, and is not announced. */
function about(
  type: ThreadEventType,
  thread: Place,
  sides: Pick<AuditEvent, "before" | "after">,
): AuditEvent {
  const subject = { type: "thread", id: thread.id };
  if (thread.isPrivate) return { projectId: null, type, subject };
  return { projectId: thread.projectId, type, subject, ...sides };
}

function placeOf({ articleId, annotationId }: Place) {
  return { articleId, annotationId };
}
