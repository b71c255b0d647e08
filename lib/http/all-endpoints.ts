import type { Endpoint } from "./endpoint.ts";
import * as articles from "./endpoints/articles.ts";
import * as me from "./endpoints/me.ts";
import * as openapi from "./endpoints/openapi.ts";
import * as passages from "./endpoints/passages.ts";
import * as projects from "./endpoints/projects.ts";

/** Every request of the API. A file of endpoints is named here once. */
export function allEndpoints(): Endpoint[] {
  return [projects, articles, passages, me, openapi]
    .flatMap((file): unknown[] => Object.values(file))
    .filter(isEndpoint);
}

function isEndpoint(value: unknown): value is Endpoint {
  return typeof value === "object" && value !== null && "run" in value && "answers" in value;
}
