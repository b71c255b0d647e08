import type { Annotation } from "#lib/annotations/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { PendingChange } from "./change.ts";

export type Person = { readonly id: string; readonly name: string };

/**
 * An annotation as its author sees it: what the server holds, with the changes on their way laid over
 * it in order. Null when nothing is there.
 */
export function annotationWith(
  held: Annotation | null,
  pending: readonly PendingChange[],
  me: Person,
): Annotation | null {
  return pending.reduce((before, each) => step(before, each, me), held);
}

function step(
  before: Annotation | null,
  { change, madeAt, status }: PendingChange,
  me: Person,
): Annotation | null {
  // A change that was refused for good is shown on its card, and not as if it were so.
  if (status === "refused" && change.kind !== "put-annotation") return before;
  const updatedAt = new Date(madeAt).toISOString();
  switch (change.kind) {
    case "put-annotation": {
      const state = before?.state === "rejected" ? "rejected" : "draft";
      return {
        id: change.id,
        articleId: change.articleId,
        revision: change.revision,
        ...change.content,
        state,
        version: before?.version ?? 0,
        author: before?.author ?? me,
        createdAt: before?.createdAt ?? updatedAt,
        updatedAt,
      };
    }
    case "withdraw-annotation":
      return before && { ...before, state: "withdrawn", updatedAt };
    case "submit-annotation":
    case "reopen-annotation":
      return before && { ...before, state: "submitted", updatedAt };
    case "recall-annotation":
      return before && { ...before, state: "draft", updatedAt };
    default:
      return before;
  }
}

/** A link with the changes on their way laid over it. Null when there is none, or none any more. */
export function linkWith(
  held: Link | null,
  pending: readonly PendingChange[],
  me: Person,
  projectId: string,
): Link | null {
  return pending.reduce<Link | null>((before, { change, madeAt, status }) => {
    if (status === "refused") return before;
    if (change.kind === "delete-link") return null;
    if (change.kind !== "put-link") return before;
    const at = new Date(madeAt).toISOString();
    const { id, type, from, to } = change;
    return {
      id,
      projectId,
      type,
      from,
      to,
      version: before?.version ?? 0,
      author: before?.author ?? me,
      createdAt: before?.createdAt ?? at,
      updatedAt: at,
    };
  }, held);
}
