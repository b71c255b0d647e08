import type { PlainContent } from "./check-content.ts";
import { STATE_AFTER_WRITING } from "./life-cycle.ts";
import type { AnnotationState, StoredAnnotation } from "./model.ts";
import { sameAsStored } from "./same-content.ts";

/** What becomes of a request to write an annotation. */
export type Change =
  | { kind: "create" }
  /** It says so already: nothing is written. */
  | { kind: "unchanged" }
  | { kind: "change"; state: AnnotationState }
  | { kind: "not-yours" }
  /** It stays in the article in which it was made. */
  | { kind: "other-article" }
  | { kind: "wrong-state" }
  | { kind: "version-needed" }
  | { kind: "stale" };

/**
 * Decide what a write does, given what is there (null: nothing yet), who writes and which version
 * they have seen (null: they named none).
 *
 * Only the author writes. Equal content changes nothing whatever the version, except that it brings
 * a withdrawn annotation back. Any other change must name the version as it now is.
 */
export function changeAnnotation(
  before: StoredAnnotation | null,
  sent: { articleId: string; revision?: number | undefined; content: PlainContent },
  by: { userId: string; expected: number | null },
): Change {
  if (before === null) return { kind: "create" };
  if (before.author.id !== by.userId) return { kind: "not-yours" };
  if (before.articleId !== sent.articleId) return { kind: "other-article" };
  const isSame =
    (sent.revision === undefined || sent.revision === before.revision) &&
    sameAsStored(before, sent.content);
  if (isSame && before.state !== "withdrawn") return { kind: "unchanged" };
  const state = STATE_AFTER_WRITING[before.state];
  if (state === null) return { kind: "wrong-state" };
  if (by.expected === null) return { kind: "version-needed" };
  if (by.expected !== before.version) return { kind: "stale" };
  return { kind: "change", state };
}
