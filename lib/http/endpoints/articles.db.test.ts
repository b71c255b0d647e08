import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import {
  contextFor,
  makeAnnotation,
  makeMember,
  makeProject,
  makeUser,
} from "#prisma/factories.ts";
import type { Endpoint } from "../endpoint.ts";
import { handlerOf } from "../serve.ts";
import { getArticle, getArticles, patchArticle, postArticle, putBlock } from "./articles.ts";
import { getExport } from "./export.ts";
import { getPassages } from "./passages.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
let annotator: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  projectId = (await makeProject(db)).id;
  annotator = (await makeMember(db, { projectId })).ctx;
});

async function ask(
  ctx: Context,
  endpoint: Endpoint,
  params: Record<string, string>,
  more: { query?: string; body?: unknown } = {},
) {
  const request = new Request(`http://localhost/api/v1/x${more.query ?? ""}`, {
    method: endpoint.method,
    ...(more.body !== undefined && {
      body: JSON.stringify(more.body),
      headers: { "Content-Type": "application/json" },
    }),
  });
  return handlerOf(endpoint, async () => ctx)(request, { params: Promise.resolve(params) });
}

const post = (body: object, ctx = annotator) => ask(ctx, postArticle, { id: projectId }, { body });

describe("articles over HTTP", () => {
  it("are added, read, listed, edited and searched", async () => {
    const added = await post({
      text: "# Head\r\n\r\nThe café burned 😀.",
      mediaType: "text/markdown",
      title: "A",
      url: "https://news.example/a",
    });
    expect(added.status).toBe(201);
    const article = await added.json();
    expect(Object.keys(article)).toEqual([
      "id",
      "projectId",
      "title",
      "url",
      "mediaType",
      "publisher",
      "byline",
      "published",
      "language",
      "revision",
      "hash",
      "text",
      "blocks",
      "createdAt",
    ]);
    expect(article).toMatchObject({
      projectId,
      title: "A",
      url: "https://news.example/a",
      mediaType: "text/markdown",
      revision: 1,
    });
    const again = await post({ text: "# Head\n\nThe café burned 😀.", mediaType: "text/markdown" });
    expect([again.status, await again.json()]).toEqual([200, article]);
    const read = await ask(annotator, getArticle, { id: article.id }, { query: "?revision=1" });
    expect(await read.json()).toEqual(article);
    const { text: _, blocks: __, ...summary } = article;
    const list = await ask(annotator, getArticles, { id: projectId }, { query: "?limit=1" });
    expect(await list.json()).toEqual({ items: [summary], next: null });
    const edited = await ask(
      annotator,
      patchArticle,
      { id: article.id },
      { body: { title: "B", url: null } },
    );
    expect(await edited.json()).toEqual({ ...summary, title: "B", url: null });
    const folded = await ask(
      annotator,
      putBlock,
      { id: article.id, index: "1" },
      { body: { boilerplate: "teaser" } },
    );
    expect(await folded.json()).toMatchObject({ boilerplate: "teaser" });
    const found = await ask(annotator, getPassages, { id: projectId }, { query: "?q=CAFE" });
    expect(await found.json()).toMatchObject({
      items: [{ articleId: article.id, exact: "café", revision: 1 }],
      next: null,
    });
  });

  it("are refused with the status that says why", async () => {
    expect((await post({ text: " ", mediaType: "text/plain" })).status).toBe(422);
    expect((await post({ text: "x" })).status).toBe(422);
    expect((await post({ text: "x", mediaType: "application/pdf" })).status).toBe(422);
    const huge = await post({ text: "x".repeat(50 * 1024 * 1024), mediaType: "text/plain" });
    expect([huge.status, await huge.json()]).toMatchObject([
      413,
      { message: expect.stringContaining("10 MB") },
    ]);
    const stranger = await contextFor(db, await makeUser(db));
    expect((await post({ text: "x", mediaType: "text/plain" }, stranger)).status).toBe(404);
    const reader = (await makeMember(db, { projectId, role: "reader" })).ctx;
    expect((await post({ text: "x", mediaType: "text/plain" }, reader)).status).toBe(403);
    expect((await ask(annotator, getArticle, { id: v7() })).status).toBe(404);
    expect((await ask(annotator, getArticle, { id: "nonsense" })).status).toBe(404);
    const article = await (await post({ text: "Words.", mediaType: "text/plain" })).json();
    expect(
      (await ask(annotator, getArticle, { id: article.id }, { query: "?revision=7" })).status,
    ).toBe(404);
    expect(
      (
        await ask(
          annotator,
          putBlock,
          { id: article.id, index: "0" },
          { body: { boilerplate: null, revision: 3 } },
        )
      ).status,
    ).toBe(409);
    expect(
      (await ask(annotator, patchArticle, { id: article.id }, { body: { url: "javascript:x" } }))
        .status,
    ).toBe(422);
    expect((await ask(annotator, getPassages, { id: projectId }, { query: "?q=" })).status).toBe(
      422,
    );
  });
});

describe("an export over HTTP", () => {
  it("streams a file with a name", async () => {
    const article = await (
      await post({ text: "The minister denied it.", mediaType: "text/plain" })
    ).json();
    await makeAnnotation(db, article, { quote: "denied it", tag: "denial" });
    const jsonl = await ask(annotator, getExport, { id: projectId }, { query: "?format=jsonl" });
    expect(jsonl.status).toBe(200);
    expect(jsonl.headers.get("content-type")).toBe("application/x-ndjson");
    expect(jsonl.headers.get("content-disposition")).toMatch(
      /^attachment; filename="project-[\w-]+\.jsonl"$/,
    );
    expect((await jsonl.text()).trimEnd().split("\n")).toHaveLength(3);
    const none = await ask(
      annotator,
      getExport,
      { id: projectId },
      { query: "?format=jsonl&state=approved,rejected" },
    );
    expect((await none.text()).trimEnd().split("\n")).toHaveLength(2);
    const markdown = await ask(
      annotator,
      getExport,
      { id: projectId },
      { query: `?format=markdown&article=${article.id}` },
    );
    expect(await markdown.text()).toContain("“denied it”");
  });

  it("is refused as anything else is", async () => {
    const stranger = await contextFor(db, await makeUser(db));
    expect(
      (await ask(stranger, getExport, { id: projectId }, { query: "?format=csv" })).status,
    ).toBe(404);
    expect(
      (await ask(annotator, getExport, { id: projectId }, { query: "?format=xml" })).status,
    ).toBe(422);
    expect((await ask(annotator, getExport, { id: projectId })).status).toBe(422);
    expect(
      (await ask(annotator, getExport, { id: projectId }, { query: `?format=csv&article=${v7()}` }))
        .status,
    ).toBe(404);
  });
});
