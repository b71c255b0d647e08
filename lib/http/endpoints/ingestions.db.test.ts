import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeMember, makeProject } from "#prisma/factories.ts";
import type { Endpoint } from "../endpoint.ts";
import { handlerOf } from "../serve.ts";
import {
  getIngestionItem,
  getIngestionItems,
  putIngestionItem,
  retryIngestionItem,
} from "./ingestion-items.ts";
import {
  cancelIngestionNow,
  completeIngestionNow,
  getIngestion,
  getIngestions,
  postIngestion,
  retryIngestion,
} from "./ingestions.ts";
import { postTablePreview } from "./table-preview.ts";

let client: TestClient;
let projectId: string;
let annotator: Context;

beforeAll(async () => {
  client = await openTestClient(4);
});
afterAll(() => client.close());
beforeEach(async () => {
  projectId = (await makeProject(client.db)).id;
  annotator = (await makeMember(client.db, { projectId })).ctx;
});

async function ask(
  endpoint: Endpoint,
  params: Record<string, string>,
  more: { query?: string; json?: object; bytes?: string; ctx?: Context } = {},
) {
  const body = more.json === undefined ? more.bytes : JSON.stringify(more.json);
  const type = more.json === undefined ? "text/plain; charset=utf-8" : "application/json";
  const request = new Request(`http://localhost/api/v1/x${more.query ?? ""}`, {
    method: endpoint.method,
    ...(body !== undefined && { body, headers: { "Content-Type": type } }),
  });
  const ctx = more.ctx ?? annotator;
  const answer = await handlerOf(endpoint, async () => ctx)(request, {
    params: Promise.resolve(params),
  });
  return { status: answer.status, body: await answer.json() };
}

describe("ingestions over HTTP", () => {
  it("are begun, filled, looked at, completed, tried again and cancelled", async () => {
    const id = v7();
    const json = { id, name: "Two files", kind: "files" };
    const begun = await ask(postIngestion, { id: projectId }, { json });
    expect(begun).toMatchObject({ status: 200, body: { id, complete: false, isDone: false } });
    const put = await ask(
      putIngestionItem,
      { id, index: "0" },
      { query: "?name=a.txt", bytes: "A." },
    );
    expect(put).toMatchObject({ status: 200, body: { index: 0, name: "a.txt", state: "waiting" } });
    await ask(putIngestionItem, { id, index: "1" }, { query: "?name=b.txt", bytes: "B." });
    expect(await ask(completeIngestionNow, { id })).toMatchObject({ body: { complete: true } });
    const now = await ask(getIngestion, { id });
    expect(now.body).toMatchObject({ isWorking: false, counts: { waiting: 2, added: 0 } });
    const page = await ask(getIngestionItems, { id }, { query: "?limit=1&state=waiting" });
    expect(page.body).toMatchObject({ items: [{ name: "a.txt" }], next: put.body.id });
    const rest = await ask(getIngestionItems, { id }, { query: `?after=${put.body.id}` });
    expect(rest.body).toMatchObject({ items: [{ name: "b.txt" }], next: null });
    expect(await ask(retryIngestion, { id })).toMatchObject({ status: 200 });
    expect(await ask(cancelIngestionNow, { id })).toMatchObject({
      body: { counts: { cancelled: 2 } },
    });
    const item = { id: put.body.id };
    expect(await ask(retryIngestionItem, item)).toMatchObject({ body: { state: "waiting" } });
    expect(await ask(getIngestionItem, item)).toMatchObject({ body: { state: "waiting" } });
    expect((await ask(getIngestions, { id: projectId })).body).toMatchObject({
      items: [{ id }],
      next: null,
    });
  });

  it("refuse what cannot be, and are unknown to other projects", async () => {
    const json = {
      id: v7(),
      name: "x",
      kind: "addresses",
      addresses: ["https://a.example/", "no"],
    };
    expect(await ask(postIngestion, { id: projectId }, { json })).toMatchObject({
      status: 422,
      body: { fields: { "addresses.1": "This is no web address." } },
    });
    const feed = { id: v7(), name: "x", kind: "feed" };
    expect(await ask(postIngestion, { id: projectId }, { json: feed })).toMatchObject({
      status: 422,
    });
    const id = v7();
    await ask(postIngestion, { id: projectId }, { json: { id, name: "x", kind: "files" } });
    expect(await ask(putIngestionItem, { id, index: "0" }, { bytes: "A." })).toMatchObject({
      status: 422,
    });
    const { id: otherId } = await makeProject(client.db);
    const { ctx } = await makeMember(client.db, { projectId: otherId });
    expect(await ask(getIngestion, { id }, { ctx })).toMatchObject({ status: 404 });
    expect(await ask(getIngestions, { id: projectId }, { ctx })).toMatchObject({ status: 404 });
  });

  it("look at a table before it is taken in, and keep nothing of it", async () => {
    const bytes = "Headline;Text;Link\nOne;First.;https://a.example/1\nragged\n";
    expect(await ask(postTablePreview, { id: projectId }, { bytes })).toMatchObject({
      status: 200,
      body: {
        format: "csv",
        delimiter: ";",
        columns: [{ name: "Headline", samples: ["One"] }, { name: "Text" }, { name: "Link" }],
        suggested: { title: "Headline", text: "Text", url: "Link" },
        rows: 2,
        problems: [{ line: 3, message: "This line has 1 cell where the first line names 3." }],
      },
    });
    const nothing = await ask(postTablePreview, { id: projectId }, { bytes: " " });
    expect(nothing).toMatchObject({
      status: 422,
      body: { message: "There is nothing in this table." },
    });
    expect(await client.db.ingestion.count({ where: { projectId } })).toBe(0);
  });
});
