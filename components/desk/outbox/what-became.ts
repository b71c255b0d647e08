import { callApi } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import { isAnnotationChange, type Change, type Outcome } from "./change.ts";

/** What the server holds after another tab's request; what was asked for, if it does not say. */
export async function askWhatBecame(change: Change): Promise<Outcome> {
  const answer = isAnnotationChange(change)
    ? await callApi<Annotation>({ method: "GET", path: `/annotations/${change.id}` })
    : null;
  const annotation = answer?.kind === "done" ? answer.body : null;
  return { kind: "done", annotation, link: null, version: annotation?.version ?? null };
}
