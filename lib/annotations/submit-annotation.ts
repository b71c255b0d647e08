import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { missingForReview } from "./check-content.ts";
import type { StoredAnnotation } from "./model.ts";
import { moveOwnAnnotation } from "./move-annotation.ts";

/**
 * Hand an annotation to review: its author's draft, or one that was rejected. Refused while it lacks
 * the words that are said, unless it states that the text does not give them.
 */
export function submitAnnotation(
  ctx: Context,
  id: string,
  expected: number | null,
): Promise<StoredAnnotation> {
  return moveOwnAnnotation(ctx, id, expected, {
    action: "submit",
    event: "annotation.submitted",
    check: (annotation) => {
      const missing = missingForReview(annotation);
      if (missing !== null)
        throw new DomainError("invalid", missing, { fields: { segments: missing } });
    },
  });
}
