import type { Evidence, EvidenceInput } from "#lib/evidence/model.ts";
import { viewersOf } from "#lib/evidence/same-evidence.ts";

type Person = { readonly id: string; readonly name: string };

/** Evidence put beside an annotation or taken away, as the server will be asked for it. */
export type EvidenceChange =
  | {
      readonly kind: "put-evidence";
      readonly id: string;
      readonly input: EvidenceInput;
      /** Of the article that holds a passage; nobody sends it. */
      readonly articleTitle: string;
    }
  | { readonly kind: "delete-evidence"; readonly id: string; readonly annotationId: string };

export function isEvidenceChange(change: { readonly kind: string }): change is EvidenceChange {
  return change.kind === "put-evidence" || change.kind === "delete-evidence";
}

/** The things that the change touches, what it writes first. */
export function evidenceSubjects(change: EvidenceChange): readonly string[] {
  return [
    change.id,
    change.kind === "put-evidence" ? change.input.annotationId : change.annotationId,
  ];
}

/** The request that carries it, under /api/v1. */
export function evidenceRequest(change: EvidenceChange): {
  method: "PUT" | "DELETE";
  path: string;
  body: unknown;
} {
  const path = `/evidence/${change.id}`;
  return change.kind === "put-evidence"
    ? { method: "PUT", path, body: change.input }
    : { method: "DELETE", path, body: undefined };
}

/** A change of evidence with the moment at which it was made. */
export type MadeEvidence = {
  readonly change: EvidenceChange;
  readonly madeAt: number;
  readonly isRefused: boolean;
};

/**
 * An item as its reader sees it: what the server holds, with the changes on their way laid over it in
 * order, and the version that they will make of it. Null where there is none, or none any more.
 */
export function evidenceWith(
  held: Evidence | null,
  made: readonly MadeEvidence[],
  place: { readonly projectId: string; readonly me: Person },
): Evidence | null {
  return made.reduce((before, each) => evidenceAfter(before, each, place), held);
}

function evidenceAfter(
  before: Evidence | null,
  { change, madeAt, isRefused }: MadeEvidence,
  { projectId, me }: { readonly projectId: string; readonly me: Person },
): Evidence | null {
  // What was not taken away still stands there; what was written is shown with the refusal beside it.
  if (change.kind === "delete-evidence") return isRefused ? before : null;
  const at = new Date(madeAt).toISOString();
  const { input } = change;
  const author = before?.author ?? { id: me.id, name: me.name };
  const every = {
    id: change.id,
    projectId,
    version: (before?.version ?? 0) + 1,
    author,
    viewers: viewersOf(input, author.id),
    createdAt: before?.createdAt ?? at,
    updatedAt: at,
  };
  if (input.kind !== "passage") return { ...input, ...every };
  const { articleTitle } = change;
  return {
    ...input,
    ...every,
    articleTitle,
    revision: input.revision ?? 1,
    exact: input.exact ?? "",
  };
}

/** What can be asked of the evidence as it stands. */
export type EvidenceStanding = {
  evidence(id: string): Evidence | null;
  isMe(personId: string): boolean;
};

/**
 * The changes that bring back what was before. Nobody puts back in their own name what another had
 * added.
 */
export function inverseOfEvidence(
  change: EvidenceChange,
  before: EvidenceStanding,
): EvidenceChange[] {
  const old = before.evidence(change.id);
  if (old) return before.isMe(old.author.id) ? [putAgain(old)] : [];
  if (change.kind === "delete-evidence") return [];
  const { id, input } = change;
  return [{ kind: "delete-evidence", id, annotationId: input.annotationId }];
}

/** What stands where a change of evidence has touched it, in words that compare. */
export function evidenceAt({ id }: EvidenceChange, now: EvidenceStanding): string {
  const item = now.evidence(id);
  if (!item) return "";
  const { input } = putAgain(item);
  return JSON.stringify(Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The change that writes an item as it is. */
function putAgain(item: Evidence): Extract<EvidenceChange, { kind: "put-evidence" }> {
  const { id, annotationId, stance, reason, confidential } = item;
  const viewers = item.viewers.toSorted();
  const every = { annotationId, stance, reason, confidential, viewers };
  const put = { kind: "put-evidence", id, articleTitle: "" } as const;
  switch (item.kind) {
    case "note":
      return { ...put, input: { kind: "note", ...every, note: item.note } };
    case "web":
      return {
        ...put,
        input: { kind: "web", ...every, url: item.url, quotation: item.quotation },
      };
    case "passage": {
      const { articleId, articleTitle, revision, start, end, exact } = item;
      const words = { articleId, revision, start, end, exact };
      return { ...put, articleTitle, input: { kind: "passage", ...every, ...words } };
    }
  }
}
