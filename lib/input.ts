import type { z } from "zod";
import { DomainError } from "#lib/errors.ts";

/**
 * From anything to a typed value, or a refusal that names each field at fault (dotted paths, such as
 * `segments.0.start`) with a plain sentence. The one way in for requests, forms and commands.
 */
export function parseInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value, { error: sentenceFor });
  if (parsed.success) return parsed.data;
  throw refusal(parsed.error.issues.flatMap(flatten));
}

/** Refuse with fields that were found at fault otherwise; empty paths speak of the whole input. */
function refusal(issues: readonly Flat[]): DomainError {
  const fields: Record<string, string> = {};
  for (const { path, message } of issues) fields[path.join(".") || "input"] ??= message;
  const [first = "The input does not fit."] = Object.values(fields);
  const [name = "input"] = Object.keys(fields);
  const more = Object.keys(fields).length - 1;
  const message = `${name === "input" ? "" : `${name}: `}${first}${more > 0 ? ` And ${more} more.` : ""}`;
  return new DomainError("invalid", message, { fields });
}

type Issue = z.core.$ZodIssue;
type Flat = { path: PropertyKey[]; message: string };

/** Of a union that fits in no way, the way that came nearest is the one worth telling. */
function flatten(issue: Issue): Flat[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) {
    return [{ path: issue.path, message: issue.message }];
  }
  const nearest =
    [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0] ?? [];
  return nearest
    .flatMap(flatten)
    .map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

function depthOf(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null",
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: "This must be a UUID.",
  email: "This must be an e-mail address.",
  url: "This must be a full address.",
  datetime: "This must be a date and time, such as 2026-11-22T10:30:00Z.",
  date: "This must be a date, such as 2026-11-22.",
};

/** Plain words for what zod found; undefined leaves its own. A schema's own message goes first. */
function sentenceFor(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "This is needed.";
      return `This must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case "invalid_value":
      return issue.values.length === 1
        ? `This must be ${String(issue.values[0])}.`
        : `This must be one of ${issue.values.map(String).join(", ")}.`;
    case "too_small":
      return tooSmall(issue.origin, Number(issue.minimum));
    case "too_big":
      return tooBig(issue.origin, Number(issue.maximum));
    case "invalid_format":
      return FORMATS[issue.format];
    case "unrecognized_keys":
      return `Not known here: ${issue.keys.join(", ")}.`;
    case "invalid_union":
      return "This fits none of what is possible here.";
    default:
      return undefined;
  }
}

function tooSmall(origin: string, least: number): string {
  if (origin === "string")
    return least === 1 ? "This must not be empty." : `Use at least ${least} characters.`;
  if (origin === "array")
    return least === 1 ? "At least one is needed." : `At least ${least} are needed.`;
  return `This must be ${least} or more.`;
}

function tooBig(origin: string, most: number): string {
  if (origin === "string") return `Use at most ${most} characters.`;
  if (origin === "array") return `At most ${most} are taken.`;
  return `This must be ${most} or less.`;
}
