import type { AnnotationContent } from "#lib/annotations/model.ts";
import type { Review } from "#lib/review/model.ts";
import type { KnownBackground } from "./review-types.ts";

/** The last rejection that stands, and the content that it judged. */
export type RejectedBefore = { readonly review: Review; readonly judged: AnnotationContent };

/** Null when the annotation was never rejected. */
export function rejectedBefore({
  reviews,
  versions,
}: Pick<KnownBackground, "reviews" | "versions">): RejectedBefore | null {
  const review = reviews.findLast((one) => one.decision === "reject" && one.undoneAt === null);
  if (!review) return null;
  const judged = versions.findLast(({ version }) => version <= review.version);
  return judged ? { review, judged: judged.content } : null;
}
