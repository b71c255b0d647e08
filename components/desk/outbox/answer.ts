import type { ApiOutcome, ApiProblem } from "#components/http/call-api.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { Change, Outcome, Problem } from "./change.ts";

/** What an answer of the API means for the change that was sent. */
export function outcomeOf(change: Change, answer: ApiOutcome<unknown>): Outcome {
  if (answer.kind === "done") return done(change, answer.body, answer.version);
  if (answer.kind === "signed-out") return { kind: "signed-out" };
  if (answer.kind === "unreachable") {
    return { kind: "unreachable", retryAfterMs: answer.retryAfterMs };
  }
  const problem = problemOf(answer.problem);
  if (isTakingAway(change) && problem.code === "not-found") return done(change, null, null);
  if (change.kind === "put-link" && problem.code === "duplicate") return { ...DONE, isThere: true };
  if (problem.current && hasHappened(change, problem.current)) {
    return done(change, problem.current, problem.current.version);
  }
  const isConflict = problem.code === "stale" || problem.code === "version-needed";
  return { kind: isConflict ? "conflict" : "refused", problem };
}

const DONE = { kind: "done", annotation: null, link: null, version: null } as const;

function done(change: Change, body: unknown, version: number | null): Outcome {
  const annotation = change.kind.endsWith("-annotation") && isAnnotation(body) ? body : null;
  const link = change.kind === "put-link" && isLink(body) ? body : null;
  return { kind: "done", annotation, link, version: annotation?.version ?? version };
}

/** What has gone already is gone. */
function isTakingAway({ kind }: Change): boolean {
  return kind === "delete-link" || kind === "delete-evidence";
}

/** An action whose answer was lost, asked again after a colleague had gone on from there. */
function hasHappened(change: Change, current: Annotation): boolean {
  if (!("id" in change) || current.id !== change.id) return false;
  if (change.kind === "withdraw-annotation") return current.state === "withdrawn";
  if (change.kind !== "submit-annotation") return false;
  return current.state === "submitted" || current.state === "approved";
}

function problemOf({ code, message, fields, detail }: ApiProblem): Problem {
  const more = Object.values(fields).filter((sentence) => !message.includes(sentence));
  return {
    code,
    message: [message, ...more].join(" "),
    current: isAnnotation(detail.current) ? detail.current : null,
    currentVersion: versionIn(detail.current),
    duplicateOf: code === "duplicate" && typeof detail.id === "string" ? detail.id : null,
  };
}

function versionIn(value: unknown): number | null {
  return isRecord(value) && typeof value.version === "number" ? value.version : null;
}

function isAnnotation(value: unknown): value is Annotation {
  return isRecord(value) && "id" in value && Array.isArray(value.segments) && "version" in value;
}

function isLink(value: unknown): value is Link {
  return isRecord(value) && "from" in value && "to" in value && "version" in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
