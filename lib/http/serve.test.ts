import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { DomainError } from "#lib/errors.ts";
import { answer, type Endpoint, endpoint, Id } from "./endpoint.ts";
import { PageQuery } from "./page.ts";
import { handlerOf } from "./serve.ts";

const ID = "018f4e6e-7b1a-7c3d-9e2f-0123456789ab";
const db = makeClient("postgresql://nobody@localhost/none");

const putThing = endpoint({
  method: "PUT",
  path: "/things/{id}",
  summary: "Put a thing",
  params: z.object({ id: Id }),
  query: PageQuery,
  body: z.object({
    name: z.string().min(1).max(20),
    parts: z.array(z.object({ start: z.int().min(0) })).default([]),
  }),
  answers: { 200: z.object({ id: z.string(), name: z.string(), ifMatch: z.number().nullable() }) },
  limitBytes: 2_000,
  handle: async (_ctx, { params, body, ifMatch }) => {
    if (body.name === "stale")
      throw new DomainError("stale", "It changed.", { detail: { current: 4 } });
    if (body.name === "broken") throw new Error("the password is sesame");
    if (body.name === "away") throw Object.assign(new Error("no"), { code: "ECONNREFUSED" });
    const stored = { id: params.id, name: body.name, ifMatch, secret: "kept" };
    return answer(200, stored, { version: 3 });
  },
});

const actThing = endpoint({
  method: "POST",
  path: "/things/{id}/act",
  summary: "Act on a thing",
  body: z.object({ comment: z.string() }).optional(),
  answers: { 200: z.object({ comment: z.string().nullable() }) },
  handle: async (_ctx, { body }) => answer(200, { comment: body?.comment ?? null }),
});

describe("serve", () => {
  it("hands over what was asked, and answers with the declared fields and the version as ETag", async () => {
    const response = await send({
      body: '{"name":"a"}',
      headers: { "If-Match": '"7"' },
      id: ID.toUpperCase(),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("etag")).toBe('"3"');
    expect(await response.json()).toEqual({ id: ID, name: "a", ifMatch: 7 });
  });

  it.each([
    ['"3"', 3],
    ['W/"3"', 3],
    ["3", 3],
    ["*", null],
    ['"x"', 0],
  ])("reads If-Match %s as %s", async (header, expected) => {
    const response = await send({ body: '{"name":"a"}', headers: { "If-Match": header } });
    expect((await response.json()).ifMatch).toBe(expected);
  });

  it("takes no body where none is needed", async () => {
    const response = await send({ endpoint: actThing });
    expect(await response.json()).toEqual({ comment: null });
  });

  it.each([
    ["no body", {}, 400, "malformed"],
    ["no JSON", { body: "{" }, 400, "malformed"],
    ["no UTF-8", { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, "malformed"],
    [
      "JSON nested deeply",
      { body: `{"x":${"[".repeat(900)}${"]".repeat(900)}}` },
      400,
      "malformed",
    ],
    [
      "another type",
      { body: "name=a", headers: { "Content-Type": "text/plain" } },
      415,
      "media-type",
    ],
    ["too much", { body: JSON.stringify({ name: "a".repeat(3_000) }) }, 413, "too-large"],
    ["no UUID in the path", { body: '{"name":"a"}', id: "7" }, 404, "not-found"],
    ["a visitor", { body: '{"name":"a"}', actor: { kind: "visitor" } as const }, 401, "signed-out"],
    ["a stale version", { body: '{"name":"stale"}' }, 412, "stale"],
    ["a database that is away", { body: '{"name":"away"}' }, 503, "unavailable"],
  ])("refuses %s", async (_what, request, status, code) => {
    const response = await send(request);
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = await response.json();
    expect(problem).toMatchObject({ status, code, message: expect.stringMatching(/\.$/) });
    if (status === 412) expect(problem.current).toBe(4);
    if (status === 401) expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
  });

  it.each([
    ['{"name":""}', { name: "This must not be empty." }],
    ["{}", { name: "This is needed." }],
    ['{"name":7}', { name: "This must be text." }],
    ["[]", { input: "This must be an object." }],
    [
      '{"name":"a","parts":[{"start":1},{"start":-1}]}',
      { "parts.1.start": "This must be 0 or more." },
    ],
    ['{"name":"a\\u0000"}', { name: "The character U+0000 cannot be part of a text." }],
    ['{"name":"a\\ud800"}', { name: "This text holds half a character (a lone surrogate)." }],
  ])("names the field at fault in %s", async (body, fields) => {
    const response = await send({ body });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "invalid", fields });
  });

  it("refuses pages of more than a thousand", async () => {
    const response = await send({ body: '{"name":"a"}', query: "?limit=1001" });
    expect((await response.json()).fields).toEqual({ limit: "This must be 1000 or less." });
  });

  it("tells nothing of an unknown error but a number", async () => {
    const write = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const response = await send({ body: '{"name":"broken"}' });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain("sesame");
    expect(String(write.mock.calls[0]?.[0])).toContain(JSON.parse(text).incident);
    write.mockRestore();
  });
});

type Sent = {
  endpoint?: Endpoint;
  id?: string;
  query?: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  actor?: Actor;
};

function send({
  endpoint: asked = putThing,
  id = ID,
  query = "",
  body,
  headers,
  actor,
}: Sent): Promise<Response> {
  const handler = handlerOf(asked, async () => ({
    actor: actor ?? { kind: "operator" },
    db,
    now: new Date(),
  }));
  const request = new Request(`http://localhost/api/v1/things/${id}${query}`, {
    method: asked.method,
    headers: {
      ...(body !== undefined && { "Content-Type": "application/json; charset=utf-8" }),
      ...headers,
    },
    ...(body !== undefined && { body }),
  });
  return handler(request, { params: Promise.resolve({ id }) });
}
