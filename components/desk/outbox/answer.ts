import type { Annotation } from "#lib/annotations/model.ts";
import type { Link } from "#lib/links/model.ts";
import type { Change, Outcome, Problem } from "./change.ts";

/** A response as far as the outbox reads it. */
export type ApiAnswer = {
  readonly status: number;
  readonly body: unknown;
  /** From the ETag. */
  readonly version: number | null;
  readonly retryAfterSeconds: number | null;
};

/** What an answer means for the change that was sent. */
export function outcomeOf(change: Change, answer: ApiAnswer): Outcome {
  const { status, body } = answer;
  if (status >= 200 && status < 300) return done(change, answer);
  if (status === 401) return { kind: "signed-out" };
  if (status === 429 || status >= 500) {
    return {
      kind: "unreachable",
      retryAfterMs: answer.retryAfterSeconds === null ? null : answer.retryAfterSeconds * 1000,
    };
  }
  const problem = problemOf(status, body);
  if (isGone(change, status, problem)) return done(change, answer);
  if (hasHappened(change, problem.current))
    return done(change, { ...answer, body: problem.current });
  const isConflict = problem.code === "stale" || problem.code === "version-needed";
  return { kind: isConflict ? "conflict" : "refused", problem };
}

function done(change: Change, { body, version }: ApiAnswer): Outcome {
  const annotation = change.kind.endsWith("-annotation") && isAnnotation(body) ? body : null;
  const link = change.kind === "put-link" && isLink(body) ? body : null;
  return { kind: "done", annotation, link, version: annotation?.version ?? version };
}

/** What is to be deleted and is not there has been deleted. */
function isGone(change: Change, status: number, { code }: Problem): boolean {
  return change.kind === "delete-link" && (status === 404 || code === "not-found");
}

/** An action whose answer was lost, asked again after a colleague had gone on from there. */
function hasHappened(change: Change, current: Annotation | null): boolean {
  if (!current || current.id !== ("id" in change ? change.id : "")) return false;
  if (change.kind === "withdraw-annotation") return current.state === "withdrawn";
  if (change.kind === "submit-annotation")
    return current.state === "submitted" || current.state === "approved";
  return false;
}

function problemOf(status: number, body: unknown): Problem {
  const said = isRecord(body) ? body : {};
  const message =
    typeof said.message === "string" ? said.message : `The server refused this (${status}).`;
  const fields = isRecord(said.fields)
    ? Object.values(said.fields).filter((each) => typeof each === "string")
    : [];
  return {
    code: typeof said.code === "string" ? said.code : String(status),
    message: [message, ...fields.filter((field) => !message.includes(field))].join(" "),
    current: isAnnotation(said.current) ? said.current : null,
    duplicateOf: said.code === "duplicate" && typeof said.id === "string" ? said.id : null,
  };
}

function isAnnotation(value: unknown): value is Annotation {
  return (
    isRecord(value) &&
    typeof value.id === "string" &&
    Array.isArray(value.segments) &&
    "version" in value
  );
}

function isLink(value: unknown): value is Link {
  return (
    isRecord(value) &&
    typeof value.from === "string" &&
    typeof value.to === "string" &&
    "version" in value
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
