import type { Context } from "#lib/context.ts";
import type { StoredAnnotation } from "./model.ts";
import { moveOwnAnnotation } from "./move-annotation.ts";

/**
 * Withdraw an annotation that is not approved: its author, or a manager. It is kept, with its
 * history; writing it again brings it back as a draft.
 */
export function withdrawAnnotation(
  ctx: Context,
  id: string,
  expected: number | null,
): Promise<StoredAnnotation> {
  return moveOwnAnnotation(ctx, id, expected, {
    action: "withdraw",
    event: "annotation.withdrawn",
    orWhoMay: "annotation.withdraw-any",
  });
}
