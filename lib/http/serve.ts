import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { drain, readBytes, readJson } from "./body.ts";
import { refuseBrokenText } from "./broken-text.ts";
import { BytesInHand } from "./bytes-in-hand.ts";
import type { Answer, Endpoint, Method } from "./endpoint.ts";
import { readIfMatch } from "./if-match.ts";
import { problemResponse } from "./problem.ts";
import { requestContext } from "./request-context.ts";

type Params = Record<string, string | string[] | undefined>;
/** Next gives no parameters at all to a path without any. */
type Handler = (
  request: Request,
  place: { params: Promise<Params | undefined> },
) => Promise<Response>;

/**
 * The handlers of a route file: `export const { GET, PUT } = serve(getLink, putLink)`.
 * Every request is told who asks before anything of it is read.
 */
export function serve<M extends Method>(...endpoints: readonly Endpoint<M>[]): Record<M, Handler> {
  const handlers = endpoints.map((one) => [one.method, handlerOf(one, requestContext)] as const);
  return Object.fromEntries(handlers) as Record<M, Handler>;
}

/** One endpoint as a handler; tests bring a context of their own. */
export function handlerOf(
  endpoint: Endpoint,
  contextOf: (request: Request) => Promise<Context>,
): Handler {
  return async (request, place) => {
    const hand = new BytesInHand();
    try {
      const ctx = await contextOf(request);
      if (ctx.actor.kind === "visitor" && !endpoint.isOpen) {
        throw new DomainError(
          "signed-out",
          "Sign in first, or send a token: Authorization: Bearer TOKEN.",
        );
      }
      const params = (await place.params) ?? {};
      const query = readQuery(new URL(request.url).searchParams);
      refuseBrokenText(params);
      refuseBrokenText(query);
      await endpoint.admit(ctx, params).catch(async (error: unknown) => {
        await drain(request);
        throw error;
      });
      const body =
        endpoint.body === null
          ? undefined
          : await readJson(request, endpoint.limitBytes(ctx.actor), hand);
      if (endpoint.body?.safeParse(undefined).success === false && body === undefined) {
        throw new DomainError("malformed", "This request needs a JSON body.");
      }
      const ifMatch = readIfMatch(request.headers.get("if-match"));
      const upload = endpoint.takesBytes && {
        bytes: await readBytes(request, endpoint.limitBytes(ctx.actor), hand),
        contentType: request.headers.get("content-type"),
      };
      const connection = {
        signal: request.signal,
        lastEventId: request.headers.get("last-event-id"),
        renewed: () => contextOf(request),
      };
      const asked = { params, query, body, ifMatch, connection, ...(upload && { upload }) };
      const answer = await endpoint.run(ctx, asked);
      return answer instanceof Response ? answer : jsonResponse(answer);
    } catch (error) {
      return problemResponse(error);
    } finally {
      hand.release();
    }
  };
}

function jsonResponse({ status, body, version }: Answer): Response {
  const headers = new Headers({
    "Content-Type": "application/json",
    "Cache-Control": "private, no-store",
  });
  if (version !== undefined) headers.set("ETag", `"${version}"`);
  return new Response(JSON.stringify(body), { status, headers });
}

/** A name that is given once is text, one that is given several times a list. */
function readQuery(search: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(search.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = search.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
