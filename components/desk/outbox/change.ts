import type { Annotation, AnnotationContent } from "#lib/annotations/model.ts";
import type { WorkState } from "#lib/articles/model.ts";
import type { Boilerplate } from "#lib/cleanup/block.ts";
import type { Link, LinkType } from "#lib/links/model.ts";
import {
  evidenceSubjects,
  isEvidenceChange,
  type EvidenceChange,
} from "#components/evidence/evidence-change.ts";
import { isTalk, talkSubjects, type TalkChange } from "#components/threads/talk-change.ts";

/** One change as the server will be asked for it. */
export type Change =
  | TalkChange
  | EvidenceChange
  | {
      readonly kind: "put-annotation";
      readonly id: string;
      readonly articleId: string;
      readonly revision: number;
      readonly content: AnnotationContent;
    }
  | { readonly kind: AnnotationStep; readonly id: string }
  | {
      readonly kind: "put-link";
      readonly id: string;
      readonly type: LinkType;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: "delete-link";
      readonly id: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly kind: "put-work";
      readonly articleId: string;
      readonly state: Exclude<WorkState, "not-begun">;
    }
  | {
      readonly kind: "correct-block";
      readonly articleId: string;
      readonly revision: number;
      readonly index: number;
      readonly boilerplate: Boilerplate | null;
    };

export type AnnotationStep =
  | "withdraw-annotation"
  | "submit-annotation"
  | "recall-annotation"
  | "reopen-annotation";

/** A change on its way to the server, as it lies in the browser's database. */
export type PendingChange = {
  /** Version 7 of UUID: sorted by it, changes stand in the order in which they were made. */
  readonly key: string;
  readonly userId: string;
  /** The article on whose desk it was made. */
  readonly articleId: string;
  readonly madeAt: number;
  readonly change: Change;
  /**
   * The version that the change was made on: null where nothing was there, "previous" where an earlier
   * change of the same annotation is still on its way and its answer will tell.
   */
  readonly base: number | null | "previous";
  /** How often it has set out. From the first time on, the server may have it. */
  readonly attempts: number;
  readonly status: "waiting" | "refused" | "conflict";
  readonly problem: Problem | null;
  /** It lies in the browser's database, and not only in memory. */
  readonly isKept: boolean;
};

/** Why the server did not take a change. */
export type Problem = {
  readonly code: string;
  readonly message: string;
  /** What the server holds instead, when the change was made on an older version. */
  readonly current: Annotation | null;
  /** The annotation that marks the same words already. */
  readonly duplicateOf: string | null;
  /** The version that the server holds, where it said so. */
  readonly currentVersion?: number | null;
};

/** What the server said. */
export type Outcome =
  | {
      readonly kind: "done";
      readonly annotation: Annotation | null;
      readonly link: Link | null;
      readonly version: number | null;
      /** Somebody else had done just this already: theirs counts, and comes as news. */
      readonly isThere?: true;
    }
  /** Nobody knows whether it arrived: it is sent again. */
  | { readonly kind: "unreachable"; readonly retryAfterMs: number | null }
  | { readonly kind: "signed-out" }
  | { readonly kind: "conflict"; readonly problem: Problem }
  | { readonly kind: "refused"; readonly problem: Problem };

/** What a change touches. Two changes that share one of these are sent one after the other. */
export function subjectsOf(change: Change): readonly string[] {
  if (isTalk(change)) return talkSubjects(change);
  if (isEvidenceChange(change)) return evidenceSubjects(change);
  switch (change.kind) {
    case "put-link":
    case "delete-link":
      return [change.id, change.from, change.to];
    case "put-work":
      return [`work ${change.articleId}`];
    case "correct-block":
      return [`block ${change.articleId} ${change.index}`];
    default:
      return [change.id];
  }
}

/** The one thing whose content a change writes. */
export function subjectOf(change: Change): string {
  return subjectsOf(change)[0] ?? "";
}

/** Whether a change is about an annotation itself. */
export function isAnnotationChange(
  change: Change,
): change is Extract<Change, { kind: "put-annotation" | AnnotationStep }> {
  return change.kind.endsWith("-annotation");
}

/** Whether a change is made on a version, which the answer to the one before it tells. */
export function isVersioned(change: Change): boolean {
  return isAnnotationChange(change) || isEvidenceChange(change) || change.kind === "put-message";
}
