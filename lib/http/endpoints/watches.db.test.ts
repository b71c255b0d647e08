import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import type { Endpoint } from "../endpoint.ts";
import { handlerOf } from "../serve.ts";
import {
  deleteWatch,
  getWatch,
  getWatches,
  patchWatch,
  postWatch,
  postWatchFetch,
} from "./watches.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

async function ask(
  ctx: Context,
  endpoint: Endpoint,
  id: string,
  more: { body?: unknown; ifMatch?: string } = {},
) {
  const request = new Request("http://localhost/api/v1/x", {
    method: endpoint.method,
    headers: {
      "Content-Type": "application/json",
      ...(more.ifMatch !== undefined && { "If-Match": more.ifMatch }),
    },
    ...(more.body !== undefined && { body: JSON.stringify(more.body) }),
  });
  const response = await handlerOf(endpoint, async () => ctx)(request, {
    params: Promise.resolve({ id }),
  });
  return {
    status: response.status,
    etag: response.headers.get("etag"),
    body: await response.json(),
  };
}

it("serves a feed's life: followed, seen, changed, fetched, left", async () => {
  const { annotator, reader, project } = team;
  const id = uuidv7();
  const body = { id, kind: "feed", url: "courier.example/feed", everyMinutes: 60 };
  const made = await ask(annotator, postWatch, project.id, { body });
  expect(made).toMatchObject({
    status: 201,
    etag: '"1"',
    body: { id, url: "https://courier.example/feed", said: "Not fetched yet.", version: 1 },
  });
  expect(made.body).not.toHaveProperty("etag");
  expect(await ask(annotator, postWatch, project.id, { body })).toMatchObject({ status: 200 });
  const twin = { ...body, id: uuidv7() };
  expect(await ask(annotator, postWatch, project.id, { body: twin })).toMatchObject({
    status: 409,
    body: { code: "duplicate", id, fields: { url: "This feed is followed already." } },
  });
  expect(await ask(reader, getWatches, project.id)).toMatchObject({
    status: 200,
    body: { items: [{ id }], next: null },
  });
  expect(await ask(reader, getWatch, id)).toMatchObject({ status: 200, etag: '"1"' });
  expect(
    await ask(annotator, patchWatch, id, { body: { everyMinutes: 5 }, ifMatch: '"1"' }),
  ).toMatchObject({
    status: 200,
    body: { everyMinutes: 5, version: 2 },
  });
  expect(
    await ask(annotator, patchWatch, id, { body: { everyMinutes: 9 }, ifMatch: '"1"' }),
  ).toMatchObject({
    status: 412,
    body: { current: { version: 2 } },
  });
  expect(await ask(annotator, patchWatch, id, { body: { everyMinutes: null } })).toMatchObject({
    status: 200,
    body: { nextAt: null },
  });
  expect(await ask(annotator, postWatchFetch, id)).toMatchObject({ status: 200, body: { id } });
  expect(await ask(reader, postWatchFetch, id)).toMatchObject({ status: 403 });
  expect(await ask(annotator, deleteWatch, id)).toMatchObject({ status: 200, body: { id } });
  expect(await ask(annotator, deleteWatch, id)).toMatchObject({ status: 200 });
  expect(await ask(annotator, getWatch, id)).toMatchObject({ status: 404 });
});

it.each([
  [{ kind: "feed", url: "https://a.example/", everyMinutes: 4 }, "everyMinutes"],
  [{ kind: "feed", url: "https://a.example/", everyMinutes: 525_601 }, "everyMinutes"],
  [{ kind: "feed", url: "https://a.example/", everyMinutes: 7.5 }, "everyMinutes"],
  [{ kind: "feed", url: "" }, "url"],
  [{ kind: "feed", url: "http://169.254.169.254/latest" }, "url"],
  [{ kind: "feed", url: "http://[::ffff:7f00:1]/" }, "url"],
  [{ kind: "feed", url: "file:///etc/passwd" }, "url"],
  [{ kind: "page", url: "https://a.example/" }, "articleId"],
  [{ kind: "podcast", url: "https://a.example/" }, "kind"],
])("refuses %j, and says what is wrong with %s", async (body, field) => {
  const answer = await ask(team.annotator, postWatch, team.project.id, { body });
  expect(answer).toMatchObject({ status: 422, body: { fields: { [field]: expect.any(String) } } });
});
