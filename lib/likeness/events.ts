import type { AuditEvent } from "#lib/audit/audit-event.ts";
import type { LikenessDecision } from "./model.ts";

/** An article came in, or got another text, and others are like it. */
export function likenessesFound(
  article: { id: string; projectId: string },
  found: readonly { articleId: string; similarity: number }[],
): AuditEvent {
  return {
    projectId: article.projectId,
    type: "likeness.found",
    subject: { type: "article", id: article.id },
    after: { with: found.map(({ articleId, similarity }) => ({ articleId, similarity })) },
  };
}

type Decided = { decision: LikenessDecision | null; into: string | null };

/** Somebody decided, decided otherwise, or took a decision back. */
export function likenessDecided(
  likeness: { id: string; projectId: string; firstId: string; secondId: string },
  before: Decided,
  after: Decided,
): AuditEvent {
  const { firstId, secondId } = likeness;
  return {
    projectId: likeness.projectId,
    type: "likeness.decided",
    subject: { type: "likeness", id: likeness.id },
    before: { ...before, firstId, secondId },
    after: { ...after, firstId, secondId },
  };
}
