import {
  checkContent,
  missingForReview,
  type PlainContent,
} from "#lib/annotations/check-content.ts";
import { fitContent, misfit } from "#lib/annotations/fit-content.ts";
import type { AnnotationInput, StoredAnnotation } from "#lib/annotations/model.ts";
import { sameAsStored } from "#lib/annotations/same-content.ts";
import { updateContent, updateState } from "#lib/annotations/write-content.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { inTransactionOrAgain } from "#lib/transaction.ts";
import { insertReview, takeForDecision } from "./decide.ts";
import { annotationApproved, annotationCorrected } from "./events.ts";
import type { ApproveInput } from "./model.ts";

/**
 * Approve a submitted annotation that one has not written. With an annotation in the input it is
 * corrected first and approved as corrected, in one step; its author stays its author.
 */
export function approveAnnotation(
  ctx: Context,
  id: string,
  input: ApproveInput,
  expected: number | null,
): Promise<StoredAnnotation> {
  // The author marked the same words at this very moment: asked again, that is found and told.
  return inTransactionOrAgain(ctx, (ctx) => approve(ctx, id, input, expected));
}

async function approve(
  ctx: Context,
  id: string,
  input: ApproveInput,
  expected: number | null,
): Promise<StoredAnnotation> {
  const correction = input.annotation === undefined ? null : plain(input.annotation);
  const comment = input.comment || null;
  const taken = await takeForDecision(
    ctx,
    id,
    "approve",
    expected,
    (annotation) => correction === null || sameAsStored(annotation, correction),
  );
  const { annotation: before, reviewerId } = taken;
  if (taken.isDecided) return before;
  if (input.annotation !== undefined && input.annotation.articleId !== before.articleId) {
    throw new DomainError("state", "An annotation stays in the article in which it was made.");
  }
  if (input.annotation === undefined || correction === null || sameAsStored(before, correction)) {
    await insertReview(ctx, before, { reviewerId, decision: "approve", comment });
    const after = await updateState(ctx, before, "approved");
    await record(ctx, annotationApproved(before, after, comment));
    return after;
  }
  const content = await fitCorrection(ctx, before, input.annotation, correction);
  await insertReview(ctx, before, { reviewerId, decision: "approve", comment, isCorrected: true });
  const after = await updateContent(ctx, before, {
    content,
    state: "approved",
    writerId: reviewerId,
  });
  await record(ctx, annotationCorrected(before, after, comment));
  return after;
}

function plain(annotation: AnnotationInput): PlainContent {
  const checked = checkContent(annotation);
  if ("fields" in checked) throw misfit(within(checked.fields));
  return checked.content;
}

async function fitCorrection(
  ctx: Context,
  before: StoredAnnotation,
  { articleId, revision }: AnnotationInput,
  sent: PlainContent,
) {
  const missing = missingForReview(sent);
  if (missing !== null) throw misfit(within({ segments: missing }));
  const asked = {
    id: before.id,
    articleId,
    revision: revision ?? before.revision,
    authorId: before.author.id,
    content: sent,
  };
  const { content } = await fitContent(ctx, asked, () => undefined);
  return content;
}

/** The correction lies one level down in what was sent. */
function within(fields: Record<string, string>): { fields: Record<string, string> } {
  return {
    fields: Object.fromEntries(
      Object.entries(fields).map(([path, fault]) => [`annotation.${path}`, fault]),
    ),
  };
}
