import type { Context } from "#lib/context.ts";
import type { StoredAnnotation } from "./model.ts";
import { moveOwnAnnotation } from "./move-annotation.ts";

/** Take a submitted annotation back from review, as a draft. Its author only. */
export function recallAnnotation(
  ctx: Context,
  id: string,
  expected: number | null,
): Promise<StoredAnnotation> {
  return moveOwnAnnotation(ctx, id, expected, { action: "recall", event: "annotation.recalled" });
}
