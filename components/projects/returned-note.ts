import { TAG_LOOKS } from "#components/annotations/words.ts";
import type { ReturnedAnnotation } from "#lib/review/queries.ts";

/** What it is, and why it came back. */
export function returnedNote({ annotation, review }: ReturnedAnnotation): string {
  const tag = TAG_LOOKS[annotation.tag].word;
  const reason = review.reason?.replaceAll("-", " ");
  const words = [review.reviewer.name, review.comment].filter(Boolean).join(": ");
  return [tag, reason, words].filter(Boolean).join(" · ");
}
