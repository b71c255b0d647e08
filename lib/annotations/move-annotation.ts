import { authorize, can, requireUser, type ProjectPermission } from "#lib/access/permissions.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransaction } from "#lib/transaction.ts";
import { annotationMoved, type AnnotationEventType } from "./events.ts";
import { follow, wrongState, type AnnotationAction } from "./life-cycle.ts";
import type { AnnotationState, StoredAnnotation } from "./model.ts";
import { holdAnnotation, staleAnnotation } from "./queries.ts";
import { updateState } from "./write-content.ts";

/** An author moves an annotation of theirs along the life cycle. A repeated request changes nothing. */
export function moveOwnAnnotation(
  ctx: Context,
  id: string,
  expected: number | null,
  move: {
    action: AnnotationAction;
    event: AnnotationEventType;
    /** Who has this permission may do it to others' annotations too. */
    orWhoMay?: ProjectPermission;
    /** Throws where the annotation is not ready for it. */
    check?: (annotation: StoredAnnotation) => void;
  },
): Promise<StoredAnnotation> {
  return inTransaction(ctx, async (ctx) => {
    const before = await holdAnnotation(ctx, id);
    authorize(ctx.actor, "annotation.write", before);
    const isOwn = before.author.id === requireUser(ctx.actor).userId;
    if (!isOwn && !(move.orWhoMay && can(ctx.actor, move.orWhoMay, before.projectId))) {
      throw new DomainError(
        "forbidden",
        `Only ${before.author.name}, who made this annotation, may do this.`,
      );
    }
    const state = await nextState(ctx, before, move.action, expected);
    if (state === "done") return before;
    move.check?.(before);
    const after = await updateState(
      ctx,
      before,
      state,
      state === "submitted" ? { submittedAt: ctx.now } : {},
    );
    await record(ctx, annotationMoved(move.event, before, after));
    return after;
  });
}

/**
 * Where the action leads, or "done" for a repeated one. Refused: a version other than the one that
 * the caller names, and a state that the action does not start from.
 */
export async function nextState(
  ctx: Context,
  before: StoredAnnotation,
  action: AnnotationAction,
  expected: number | null,
): Promise<AnnotationState | "done"> {
  const state = follow(action, before.state);
  if (state === "done") return state;
  if (expected !== null && expected !== before.version) throw await staleAnnotation(ctx, before.id);
  if (state === null) throw wrongState(action, before.state);
  return state;
}
