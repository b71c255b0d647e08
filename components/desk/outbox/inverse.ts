import type { Annotation, AnnotationContent } from "#lib/annotations/model.ts";
import type { Standing } from "../steps/left-behind.ts";
import { inverseOfEvidence, isEvidenceChange } from "#components/evidence/evidence-change.ts";
import { inverseOfTalk } from "#components/threads/talk-undo.ts";
import type { Change } from "./change.ts";

/** The changes that bring back what was before `change`, in the order in which to make them. */
export function inverseOf(change: Change, before: Standing): Change[] {
  if (isEvidenceChange(change)) return inverseOfEvidence(change, before);
  switch (change.kind) {
    case "put-annotation": {
      const annotation = before.annotation(change.id);
      const withdraw: Change = { kind: "withdraw-annotation", id: change.id };
      if (!annotation) return [withdraw];
      return [
        rewrite(annotation),
        ...(annotation.state === "withdrawn" ? [withdraw] : resubmit(annotation)),
      ];
    }
    case "withdraw-annotation": {
      const annotation = before.annotation(change.id);
      return annotation ? [rewrite(annotation), ...resubmit(annotation)] : [];
    }
    case "submit-annotation":
      return [{ kind: "recall-annotation", id: change.id }];
    case "recall-annotation":
      return [{ kind: "submit-annotation", id: change.id }];
    case "reopen-annotation":
      // Approving again is a decision of its own, and no undoing.
      return [];
    case "put-link": {
      const { id, from, to } = change;
      return [{ kind: "delete-link", id, from, to }];
    }
    case "delete-link": {
      const link = before.link(change.id);
      if (!link) return [];
      const { id, type, from, to } = link;
      return [{ kind: "put-link", id, type, from, to }];
    }
    case "put-work": {
      const { articleId, state } = change;
      if (state === "finished") return [{ kind: "put-work", articleId, state: "reopened" }];
      return before.work() === "finished"
        ? [{ kind: "put-work", articleId, state: "finished" }]
        : [];
    }
    case "correct-block":
      return [{ ...change, boilerplate: before.boilerplate(change.index) }];
    default:
      return inverseOfTalk(change, before);
  }
}

/** The inverse of several changes made as one. */
export function inverseOfAll(changes: readonly Change[], before: Standing): Change[] {
  return changes.toReversed().flatMap((change) => inverseOf(change, before));
}

/** The part of an annotation that a person writes. */
export function contentOf(annotation: Annotation): AnnotationContent {
  const { tag, segments, absent, attributes, doubt } = annotation;
  return { tag, segments, absent, attributes, doubt };
}

/** The change that writes an annotation as it is, or with other content. */
export function rewrite(annotation: Annotation, content: Partial<AnnotationContent> = {}): Change {
  const { id, articleId, revision } = annotation;
  return {
    kind: "put-annotation",
    id,
    articleId,
    revision,
    content: { ...contentOf(annotation), ...content },
  };
}

function resubmit({ id, state }: Annotation): Change[] {
  return state === "submitted" ? [{ kind: "submit-annotation", id }] : [];
}
