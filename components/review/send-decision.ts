import { callApi, type ApiOutcome } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { SentDecision } from "./sent-decision.ts";

/** Ask the server for a decision, made on the version that the reviewer saw. */
export function sendDecision({ item, decision }: SentDecision): Promise<ApiOutcome<Annotation>> {
  const path = `/annotations/${item.id}`;
  switch (decision.kind) {
    case "approve":
      return callApi({ method: "POST", path: `${path}/approve`, body: {}, ifMatch: item.version });
    case "correct": {
      const { articleId, revision } = item;
      const annotation = { articleId, revision, ...decision.content };
      const body = { annotation, comment: decision.comment || null };
      return callApi({ method: "POST", path: `${path}/approve`, body, ifMatch: item.version });
    }
    case "reject": {
      const body = { reason: decision.reason, comment: decision.comment || null };
      return callApi({ method: "POST", path: `${path}/reject`, body, ifMatch: item.version });
    }
    case "undo":
      return callApi({ method: "POST", path: `${path}/undo-review` });
  }
}

/** Whether the browser acts for this person; null when nobody answers. */
export async function actsFor(userId: string): Promise<boolean | null> {
  const outcome = await callApi<{ user: { id: string } }>({ method: "GET", path: "/me" });
  return outcome.kind === "done" ? outcome.body.user.id === userId : null;
}
