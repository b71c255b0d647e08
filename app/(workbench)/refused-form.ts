import { randomUUID } from "node:crypto";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { explainAway } from "#lib/db/conflicts.ts";
import { isDomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** Any error as a form says it. The form stays as it was filled in, also when the error is unknown. */
export function refusedForm(thrown: unknown): NonNullable<FormAnswer> {
  const error = explainAway(thrown);
  if (isDomainError(error)) {
    return { problem: error.message, code: error.code, fields: error.fields };
  }
  const incident = randomUUID();
  log.error("A form could not be taken.", { incident, error });
  const problem = `Something went wrong here, and nothing was changed. The incident has the number ${incident}.`;
  return { problem, code: "incident", fields: {} };
}
