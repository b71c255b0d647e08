import { callApi } from "#components/http/call-api.ts";
import type { Evidence, EvidenceInput } from "#lib/evidence/model.ts";
import type { EvidenceFields } from "./evidence-draft.ts";

export type SavedEvidence =
  | { kind: "saved"; item: Evidence }
  | {
      kind: "failed";
      message: string;
      fields: EvidenceFields;
      /** What stands there instead, when somebody has changed it. */
      current: Evidence | null;
    };

/** Send evidence to the server, made on a version of it or new. */
export async function saveEvidence(
  id: string,
  body: EvidenceInput,
  base: number | null,
): Promise<SavedEvidence> {
  const outcome = await callApi<Evidence>({
    method: "PUT",
    path: `/evidence/${id}`,
    body,
    ifMatch: base,
  });
  if (outcome.kind === "done") return { kind: "saved", item: outcome.body };
  const { message, fields, detail } = outcome.problem;
  const { current } = detail;
  return {
    kind: "failed",
    message: failureWords(outcome.kind, message),
    fields,
    current: isEvidence(current) ? current : null,
  };
}

/** What went wrong, with what to do about it. */
export function failureWords(
  kind: "refused" | "signed-out" | "unreachable",
  message: string,
): string {
  if (kind === "signed-out") {
    return "You are signed out. What you wrote is kept here: sign in in another tab, then try again.";
  }
  if (kind === "unreachable")
    return `${message} What you wrote is kept here: try again in a moment.`;
  return message;
}

function isEvidence(value: unknown): value is Evidence {
  return typeof value === "object" && value !== null && "stance" in value && "version" in value;
}
