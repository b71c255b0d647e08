import type { ZodType } from "zod";

/** What a program gets from the HTTP API. */
export type Answer = {
  status: number;
  /** The media type, without parameters. */
  type: string;
  /** Of the ETag, or null. */
  version: number | null;
  /** JSON when it is JSON, otherwise the text. */
  body: unknown;
};

type Asking = { body?: unknown; ifMatch?: number };

export type Script = {
  ask: (method: string, path: string, asking?: Asking) => Promise<Answer>;
  /** Ask for something that is to be there: any other status than 200 or 201 throws with its words. */
  get: <T>(path: string, schema: ZodType<T>) => Promise<T>;
  send: <T>(method: string, path: string, body: unknown, schema: ZodType<T>) => Promise<T>;
};

/** Somebody's program outside, which knows an address and a token and nothing else of us. */
export function scriptWith(url: string, token: string | null): Script {
  const ask: Script["ask"] = async (method, path, { body, ifMatch } = {}) => {
    const headers = new Headers();
    if (token !== null) headers.set("Authorization", `Bearer ${token}`);
    if (ifMatch !== undefined) headers.set("If-Match", `"${ifMatch}"`);
    if (body !== undefined) headers.set("Content-Type", "application/json");
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const type = response.headers.get("content-type")?.split(";")[0] ?? "";
    const version = /^"(\d+)"$/.exec(response.headers.get("etag") ?? "")?.[1];
    return {
      status: response.status,
      type,
      version: version === undefined ? null : Number(version),
      body: /[/+]json$/.test(type) ? JSON.parse(text) : text,
    };
  };
  const demand = async <T>(asking: Promise<Answer>, schema: ZodType<T>): Promise<T> => {
    const { status, body } = await asking;
    if (status !== 200 && status !== 201) {
      throw new Error(`The server answered ${status}: ${JSON.stringify(body)}`);
    }
    return schema.parse(body);
  };
  return {
    ask,
    get: (path, schema) => demand(ask("GET", path), schema),
    send: (method, path, body, schema) => demand(ask(method, path, { body }), schema),
  };
}
