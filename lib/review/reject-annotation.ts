import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { updateState } from "#lib/annotations/write-content.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { inTransaction } from "#lib/transaction.ts";
import { insertReview, takeForDecision } from "./decide.ts";
import { annotationRejected } from "./events.ts";
import type { RejectInput } from "./model.ts";

/** Send a submitted annotation that one has not written back to its author, with the reason. */
export function rejectAnnotation(
  ctx: Context,
  id: string,
  input: RejectInput,
  expected: number | null,
): Promise<StoredAnnotation> {
  return inTransaction(ctx, async (ctx) => {
    const taken = await takeForDecision(ctx, id, "reject", expected, () => true);
    const { annotation: before, reviewerId } = taken;
    if (taken.isDecided) return before;
    const { reason, comment } = input;
    await insertReview(ctx, before, {
      reviewerId,
      decision: "reject",
      reason,
      comment: comment || null,
    });
    const after = await updateState(ctx, before, "rejected");
    await record(ctx, annotationRejected(before, after, input));
    return after;
  });
}
