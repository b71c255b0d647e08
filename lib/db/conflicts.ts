import { DomainError, isDomainError } from "#lib/errors.ts";

/** What PostgreSQL refused, wherever in an error it is told. */
export type Refusal = {
  /** SQLSTATE, five characters. */
  code: string;
  message: string;
  /** Name of the constraint or index; null when none is named. */
  constraint: string | null;
  /** Columns of a unique constraint, when told. */
  fields: readonly string[];
};

/**
 * What PostgreSQL refused, or null when the error is of another kind. Reads errors of the driver,
 * of Prisma's adapter and of Prisma itself, which wrap one another.
 */
export function findRefusal(error: unknown): Refusal | null {
  for (const layer of layers(error)) {
    const code = text(layer, "originalCode") ?? sqlState(layer);
    if (code === null) continue;
    const message = text(layer, "originalMessage") ?? text(layer, "message") ?? "";
    const told = inner(layer, "constraint");
    return {
      code,
      message,
      constraint:
        text(layer, "constraint") ??
        text(told, "index") ??
        NAMED.exec(text(layer, "hint") ?? "")?.[1] ??
        NAMED.exec(message)?.[1] ??
        null,
      fields: list(told, "fields"),
    };
  }
  return null;
}

const NAMED = /(?:constraint|index) "([^"]+)"/;

/** A row like this is there already. With a name: only of this constraint or unique index. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const refusal = findRefusal(error);
  return (
    refusal?.code === "23505" && (constraint === undefined || refusal.constraint === constraint)
  );
}

/** A check of the database said no. With a name: only this check. */
export function isCheckViolation(error: unknown, constraint?: string): boolean {
  const refusal = findRefusal(error);
  return (
    refusal?.code === "23514" && (constraint === undefined || refusal.constraint === constraint)
  );
}

/** Two transactions were in each other's way; the same again may well succeed. */
export function isRetryable(error: unknown): boolean {
  if (isDomainError(error)) return false;
  const code = findRefusal(error)?.code;
  return (
    code === "40001" ||
    code === "40P01" ||
    layers(error).some((layer) => text(layer, "code") === "P2034")
  );
}

/** The database cannot be reached, is starting or stopping, or went away in the middle. */
export function isDatabaseAway(error: unknown): boolean {
  if (isDomainError(error)) return false;
  return layers(error).some((layer) => {
    const code = text(layer, "originalCode") ?? text(layer, "code") ?? "";
    return (
      /^(08\w{3}|57P0[123]|53300)$/.test(code) ||
      /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/.test(
        code,
      ) ||
      /^P(1001|1002|1008|1017|2024)$/.test(code) ||
      /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections)$/.test(
        text(layer, "kind") ?? "",
      ) ||
      /Connection terminated|is not queryable|timeout exceeded when trying to connect|timeout expired/.test(
        text(layer, "message") ?? "",
      )
    );
  });
}

/** The error as doors are to see it: a database that is away becomes "unavailable", the rest stays. */
export function explainAway(error: unknown): unknown {
  if (!isDatabaseAway(error)) return error;
  return new DomainError(
    "unavailable",
    "The database cannot be reached at the moment. Try again shortly.",
    {
      detail: { cause: String(error) },
    },
  );
}

/** Why a connection could not be made, in a sentence that says where to look. Never the password. */
export function explainConnection(url: string, error: unknown): DomainError {
  if (isDomainError(error)) return error;
  const place = placeOf(url);
  const code = findRefusal(error)?.code ?? text(layers(error)[0], "code") ?? "";
  const sentence =
    CONNECTION_SENTENCES[code] ?? "The database at PLACE cannot be reached. Is it running?";
  return new DomainError("unavailable", sentence.replace("PLACE", place), {
    detail: { cause: String(error) },
  });
}

/** Host, port and name of a database: its address without user and password. */
export function placeOf(url: string): string {
  if (!URL.canParse(url)) return "the given address";
  const { hostname, port, pathname } = new URL(url);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

const CONNECTION_SENTENCES: Readonly<Record<string, string>> = {
  ENOTFOUND: "The host of the database at PLACE is not known. Check DATABASE_URL.",
  "28P01": "The database at PLACE refuses the user or the password. Check DATABASE_URL.",
  "28000":
    "The database at PLACE does not let this user in from here. Check DATABASE_URL and its pg_hba.conf.",
  "3D000": "There is no database named so at PLACE. Create it, or check DATABASE_URL.",
  "53300":
    "The database at PLACE has no connection free. Raise its max_connections, or lower ONRECORD_POOL.",
  "57P03": "The database at PLACE is just starting or stopping. Try again shortly.",
};

type Layer = object;

/** The error and all that it wraps, outermost first. */
function layers(error: unknown): Layer[] {
  const found: Layer[] = [];
  const waiting: unknown[] = [error];
  while (waiting.length > 0 && found.length < 20) {
    const next = waiting.shift();
    if (typeof next !== "object" || next === null || found.includes(next)) continue;
    found.push(next);
    waiting.push(
      inner(next, "cause"),
      inner(inner(next, "meta"), "driverAdapterError"),
      ...several(next),
    );
  }
  return found;
}

/** A host with several addresses fails with one error for each. */
function several(layer: Layer): unknown[] {
  return layer instanceof AggregateError ? layer.errors : [];
}

function sqlState(layer: Layer): string | null {
  const code = text(layer, "code");
  // Prisma's own codes have five characters too; only the driver's errors bear a severity.
  return code !== null && /^[0-9A-Z]{5}$/.test(code) && text(layer, "severity") !== null
    ? code
    : null;
}

function inner(layer: unknown, name: string): unknown {
  return typeof layer === "object" && layer !== null ? Reflect.get(layer, name) : undefined;
}

function text(layer: unknown, name: string): string | null {
  const value = inner(layer, name);
  return typeof value === "string" && value !== "" ? value : null;
}

function list(layer: unknown, name: string): string[] {
  const value = inner(layer, name);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}
