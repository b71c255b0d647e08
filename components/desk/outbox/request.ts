import { evidenceRequest, isEvidenceChange } from "#components/evidence/evidence-change.ts";
import { isTalk, talkRequest } from "#components/threads/talk-change.ts";
import type { Change, PendingChange } from "./change.ts";

/** A request to the API under /api/v1. */
export type ApiRequest = {
  readonly method: "PUT" | "POST" | "DELETE";
  readonly path: string;
  readonly body: unknown;
  /** The version that it is made on. */
  readonly ifMatch: number | null;
};

/** The request that carries a change. */
export function requestFor({ change, base }: Pick<PendingChange, "change" | "base">): ApiRequest {
  const ifMatch = typeof base === "number" ? base : null;
  if (isTalk(change)) return { ...talkRequest(change), ifMatch };
  if (isEvidenceChange(change)) return { ...evidenceRequest(change), ifMatch };
  switch (change.kind) {
    case "put-annotation": {
      const { id, articleId, revision, content } = change;
      return {
        method: "PUT",
        path: `/annotations/${id}`,
        body: { articleId, revision, ...content },
        ifMatch,
      };
    }
    case "withdraw-annotation":
      return { method: "DELETE", path: `/annotations/${change.id}`, body: undefined, ifMatch };
    case "submit-annotation":
    case "recall-annotation":
    case "reopen-annotation":
      return {
        method: "POST",
        path: `/annotations/${change.id}/${stepOf(change)}`,
        body: undefined,
        ifMatch,
      };
    case "put-link": {
      const { id, type, from, to } = change;
      return { method: "PUT", path: `/links/${id}`, body: { type, from, to }, ifMatch: null };
    }
    case "delete-link":
      return { method: "DELETE", path: `/links/${change.id}`, body: undefined, ifMatch: null };
    case "put-work":
      return {
        method: "PUT",
        path: `/articles/${change.articleId}/work`,
        body: { state: change.state },
        ifMatch: null,
      };
    case "correct-block": {
      const { articleId, index, revision, boilerplate } = change;
      return {
        method: "PUT",
        path: `/articles/${articleId}/blocks/${index}`,
        body: { revision, boilerplate },
        ifMatch: null,
      };
    }
  }
}

function stepOf(change: Extract<Change, { kind: `${string}-annotation` }>): string {
  return change.kind.slice(0, -"-annotation".length);
}
