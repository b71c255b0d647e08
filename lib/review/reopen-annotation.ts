import { authorize } from "#lib/access/permissions.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { nextState } from "#lib/annotations/move-annotation.ts";
import { holdAnnotation } from "#lib/annotations/queries.ts";
import { updateState } from "#lib/annotations/write-content.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import { annotationReopened } from "./events.ts";
import type { ReopenInput } from "./model.ts";

/** Put an approved annotation back to the submitted ones, at the end of the queue. Reviewers only. */
export function reopenAnnotation(
  ctx: Context,
  id: string,
  input: ReopenInput,
  expected: number | null,
): Promise<StoredAnnotation> {
  return inTransaction(ctx, async (ctx) => {
    const before = await holdAnnotation(ctx, id);
    authorize(ctx.actor, "annotation.review", before);
    const state = await nextState(ctx, before, "reopen", expected);
    if (state === "done") return before;
    const after = await updateState(ctx, before, state, { submittedAt: ctx.now });
    await record(ctx, annotationReopened(before, after, input.comment || null));
    return after;
  });
}
