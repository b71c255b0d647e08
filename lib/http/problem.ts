import { randomUUID } from "node:crypto";
import { z } from "zod";
import { explainAway } from "#lib/db/conflicts.ts";
import { isDomainError, STATUS_OF_CODE } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** What a refused request is answered with (`application/problem+json`). */
export const Problem = z
  .looseObject({
    status: z.int().meta({ description: "The HTTP status, once more." }),
    code: z
      .string()
      .meta({ description: "What was refused, as a token: `own-work`, `duplicate`, `stale`, …" }),
    message: z.string().meta({ description: "The same as a plain sentence." }),
    fields: z
      .record(z.string(), z.string())
      .optional()
      .meta({ description: "For each field at fault (a dotted path) a sentence." }),
  })
  .meta({
    id: "Problem",
    description: "A refusal. Some codes say more, such as `current` or `id`.",
  });

/**
 * Any error as a response. What a person may read is told whole; everything else is logged under an
 * incident number, and the number is all that leaves.
 */
export function problemResponse(thrown: unknown): Response {
  const error = explainAway(thrown);
  if (!isDomainError(error)) return incidentResponse(error);
  const status = STATUS_OF_CODE[error.code] ?? 500;
  const { cause, ...detail } = error.detail;
  if (cause !== undefined) log.warn(error.message, { cause });
  const fields = Object.keys(error.fields).length > 0 ? { fields: error.fields } : {};
  const headers = new Headers();
  if (status === 401) headers.set("WWW-Authenticate", 'Bearer realm="onrecord"');
  if (status === 503) headers.set("Retry-After", "5");
  if (typeof detail.retryAfterSeconds === "number")
    headers.set("Retry-After", String(detail.retryAfterSeconds));
  return problem(
    { ...detail, status, code: error.code, message: error.message, ...fields },
    headers,
  );
}

function incidentResponse(error: unknown): Response {
  const incident = randomUUID();
  log.error("A request failed.", { incident, error });
  return problem({
    status: 500,
    code: "incident",
    message: `Something went wrong here, and nothing was changed. The incident has the number ${incident}.`,
    incident,
  });
}

function problem(body: z.infer<typeof Problem>, headers = new Headers()): Response {
  headers.set("Content-Type", "application/problem+json");
  headers.set("Cache-Control", "no-store");
  return new Response(JSON.stringify(body), { status: body.status, headers });
}
