import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from "zod-openapi";
import { z } from "zod";
import { allEndpoints } from "./all-endpoints.ts";
import type { Endpoint } from "./endpoint.ts";
import { Problem } from "./problem.ts";

/** The description of the whole API, made from the endpoints' own declarations (OpenAPI 3.1). */
export function openapiDocument(
  endpoints: readonly Endpoint[] = allEndpoints(),
  serverUrl = "/api/v1",
) {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "Onrecord",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      description:
        "All offsets are Unicode code points, start inclusive, end exclusive. Ids are chosen by the caller " +
        "(UUID version 7), so that a repeated request changes nothing. A change names the version that it " +
        'changes: `If-Match: "3"`. Lists are pages.',
    },
    servers: [{ url: serverUrl }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(endpoints.map(tagOf))].map((name) => ({ name })),
    paths: pathsOf(endpoints),
    components: {
      securitySchemes: {
        token: {
          type: "http",
          scheme: "bearer",
          description: "A token, made under Settings of a project or with `onrecord token create`.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "onrecord-session-3000",
          description:
            "A browser's session (the name carries the port). A change needs a matching Origin.",
        },
      },
    },
  });
}

function pathsOf(endpoints: readonly Endpoint[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const endpoint of endpoints) {
    const method = endpoint.method.toLowerCase() as Lowercase<Endpoint["method"]>;
    paths[endpoint.path] = { ...paths[endpoint.path], [method]: operationOf(endpoint) };
  }
  return paths;
}

function operationOf(endpoint: Endpoint): ZodOpenApiOperationObject {
  const answers = Object.entries(endpoint.answers).map(([status, schema]) => [
    status,
    {
      description: DESCRIPTIONS[status] ?? "Done.",
      content: { [endpoint.mediaType]: { schema } },
    },
  ]);
  const isChange = endpoint.method !== "GET";
  return {
    operationId: operationId(endpoint),
    tags: [tagOf(endpoint)],
    summary: endpoint.summary,
    ...(endpoint.description !== undefined && { description: endpoint.description }),
    ...(endpoint.isOpen && { security: [] }),
    requestParams: {
      path: endpoint.params,
      query: endpoint.query,
      ...(isChange && { header: IfMatch }),
    },
    ...(endpoint.body !== null && {
      requestBody: {
        required: !endpoint.body.safeParse(undefined).success,
        content: { "application/json": { schema: endpoint.body } },
      },
    }),
    ...(endpoint.takesBytes && {
      requestBody: {
        required: true,
        content: {
          "application/octet-stream": { schema: { type: "string" as const, format: "binary" } },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(answers),
      default: {
        description: "Refused.",
        content: { "application/problem+json": { schema: Problem } },
      },
    },
  };
}

const IfMatch = z.object({
  "If-Match": z
    .string()
    .optional()
    .meta({ description: 'The version that is to be changed, in quotes: `"3"`.' }),
});

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  200: "Done, or done before.",
  201: "Made.",
};

/** `PUT /annotations/{id}` is `put-annotations-id`. */
function operationId({ method, path }: Endpoint): string {
  const words = path.split("/").filter(Boolean);
  return [method.toLowerCase(), ...words.map((word) => word.replace(/[{}]/g, ""))].join("-");
}

/** The noun that an address ends in, or begins with: what it is about. */
function tagOf({ path }: Endpoint): string {
  const nouns = path.split("/").filter((part) => part !== "" && !part.startsWith("{"));
  return nouns.find((noun) => noun !== "projects" && noun !== "articles") ?? nouns[0] ?? "";
}
