/**
 * The one kind of failure that a person may read. Every door (HTTP, pages, command line) explains
 * it in its own way; any other error is a bug and shows an incident number only.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: Readonly<Record<string, string>>;
  readonly detail: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    more: { fields?: Record<string, string>; detail?: Record<string, unknown> } = {},
  ) {
    super(message);
    this.name = "DomainError";
    this.code = code;
    this.fields = more.fields ?? {};
    this.detail = more.detail ?? {};
  }
}

/** What can be refused, and the HTTP status that says so: the only place where the two meet. */
export const STATUS_OF_CODE = {
  malformed: 400,
  "signed-out": 401,
  forbidden: 403,
  "own-work": 403,
  origin: 403,
  "not-found": 404,
  state: 409,
  revision: 409,
  duplicate: 409,
  stale: 412,
  "too-large": 413,
  "media-type": 415,
  invalid: 422,
  "version-needed": 428,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS_OF_CODE;

/** Bundles may hold two copies of the class, so an error is known by its shape as well. */
export function isDomainError(error: unknown): error is DomainError {
  return (
    error instanceof DomainError ||
    (error instanceof Error && error.name === "DomainError" && "code" in error && "fields" in error)
  );
}

/** A record that is not there, or that belongs to a project the caller is not in: the same answer. */
export function notFound(noun: string): DomainError {
  return new DomainError("not-found", `There is no such ${noun}, or you are not in its project.`);
}
