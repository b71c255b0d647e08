/** What came of a request to our own API. Nothing is thrown: every outcome is one of these. */
export type ApiOutcome<T> =
  | {
      readonly kind: "done";
      readonly status: number;
      readonly body: T;
      /** From the ETag. */
      readonly version: number | null;
    }
  | { readonly kind: "refused"; readonly problem: ApiProblem }
  /** The session has ended. */
  | { readonly kind: "signed-out"; readonly problem: ApiProblem }
  /** Nobody knows whether it arrived: the network is away, or the server cannot answer now. */
  | {
      readonly kind: "unreachable";
      readonly problem: ApiProblem;
      readonly retryAfterMs: number | null;
    };

/** A refusal in the server's words. */
export type ApiProblem = {
  readonly code: string;
  readonly message: string;
  /** Sentences by dotted path of what was sent. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whatever else the refusal carries, such as `current` or `decidedBy`. */
  readonly detail: Readonly<Record<string, unknown>>;
};

export type ApiCall = {
  readonly method: "GET" | "PUT" | "POST" | "PATCH" | "DELETE";
  /** Under /api/v1. */
  readonly path: string;
  readonly body?: unknown;
  /** What is sent as it is, in place of a body of JSON. */
  readonly upload?: { readonly content: Blob; readonly mediaType: string };
  /** The version that it is made on. */
  readonly ifMatch?: number | null;
  readonly signal?: AbortSignal;
  /** The request outlives the page. */
  readonly keepalive?: boolean;
};

/**
 * Ask our own API. The server parses each answer through its schema before it leaves, so `T` is what
 * the API's description promises for this request.
 */
export async function callApi<T>(call: ApiCall): Promise<ApiOutcome<T>> {
  const { method, path, body, upload, ifMatch = null, keepalive = false } = call;
  const signal = call.signal ?? (method === "GET" ? AbortSignal.timeout(READING_MS) : undefined);
  let response: Response;
  let said: unknown;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      credentials: "same-origin",
      ...(signal && { signal }),
      ...(keepalive && { keepalive }),
      headers: {
        ...madeFor(),
        ...(body !== undefined && { "content-type": "application/json" }),
        ...(upload && { "content-type": upload.mediaType }),
        ...(ifMatch !== null && { "if-match": `"${ifMatch}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(upload && { body: upload.content }),
    });
    said = parsed(await response.text());
  } catch {
    return { kind: "unreachable", problem: GONE, retryAfterMs: null };
  }
  const { status } = response;
  if (status >= 200 && status < 300) {
    return { kind: "done", status, body: said as T, version: versionOf(response) };
  }
  const problem = problemOf(status, said);
  if (status === 401) return { kind: "signed-out", problem };
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get("retry-after"));
    return {
      kind: "unreachable",
      problem: status === 429 ? problem : { ...problem, message: AWAY },
      retryAfterMs: seconds > 0 ? seconds * 1000 : null,
    };
  }
  return { kind: "refused", problem };
}

/** A line that is dead and does not say so must not hold up what is read next. */
const READING_MS = 60_000;

/** Null where nothing was said, or not in JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** For whom this page was made (the layout says it): the server refuses a change by anybody else. */
function madeFor(): Record<string, string> {
  const person = document.querySelector<HTMLMetaElement>("meta[name=onrecord-user]")?.content;
  return person ? { "x-onrecord-user": person } : {};
}

const AWAY = "The server cannot answer just now.";
const GONE: ApiProblem = {
  code: "unreachable",
  message: "The connection is gone.",
  fields: {},
  detail: {},
};

function problemOf(status: number, said: unknown): ApiProblem {
  const body: Record<string, unknown> =
    typeof said === "object" && said !== null ? { ...said } : {};
  const { code, message, fields, status: _, type: __, title: ___, ...detail } = body;
  return {
    code: typeof code === "string" ? code : String(status),
    message: typeof message === "string" ? message : `The server refused this (${status}).`,
    fields: sentencesIn(fields),
    detail,
  };
}

function sentencesIn(fields: unknown): Record<string, string> {
  if (typeof fields !== "object" || fields === null) return {};
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}

function versionOf(response: Response): number | null {
  const version = /^"(\d+)"$/.exec(response.headers.get("etag") ?? "")?.[1];
  return version === undefined ? null : Number(version);
}
