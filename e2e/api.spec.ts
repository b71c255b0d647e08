import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { misquotations, readExport } from "#e2e/support/exported.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { openNewsroom } from "#e2e/support/newsroom.ts";
import { scriptWith } from "#e2e/support/script.ts";

const Article = z.looseObject({
  id: z.string(),
  projectId: z.string(),
  revision: z.int(),
  hash: z.string(),
  text: z.string(),
  blocks: z.array(z.looseObject({ kind: z.string(), start: z.int(), end: z.int() })),
});
const Annotation = z.looseObject({
  id: z.string(),
  state: z.string(),
  version: z.int(),
  segments: z.array(
    z.object({ role: z.string(), start: z.int(), end: z.int(), exact: z.string() }),
  ),
});
const Problem = z.looseObject({ status: z.int(), code: z.string(), message: z.string().min(1) });

/** Astral and composed characters before the words, so that the three ways to count differ. */
const TEXT = [
  "\u{FEFF}🛳️ Harbour news from Veldora",
  "",
  "“Cafe\u0301 owners were never paid,” said Ansa Kreel 🙁 on Monday. The ministry denies that.",
  "",
].join("\r\n");
const QUOTATION = "Café owners were never paid";

/** The words' place in code points. */
function placeOf(text: string, words: string): { start: number; end: number } {
  const start = [...text.slice(0, text.indexOf(words))].length;
  return { start, end: start + [...words].length };
}

test("a script goes from a file to an approved row", async ({ newsroom, installation }) => {
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const script = scriptWith(installation.url, await newsroom.tokenFor(annotator));
  const colleague = scriptWith(installation.url, await newsroom.tokenFor(reviewer));
  const articles = `/projects/${newsroom.project.id}/articles`;

  const sent = { text: TEXT, mediaType: "text/plain", title: "Harbour news" };
  const added = await script.ask("POST", articles, { body: sent });
  expect(added).toMatchObject({ status: 201, type: "application/json" });
  const article = Article.parse(added.body);
  expect(article.text).toBe(TEXT.slice(1).replaceAll("\r\n", "\n").normalize("NFC"));
  expect(await script.ask("POST", articles, { body: sent })).toMatchObject({
    status: 200,
    body: { id: article.id },
  });
  const { items } = await script.get(articles, z.object({ items: z.array(z.looseObject({})) }));
  expect(items).toEqual([expect.not.objectContaining({ text: expect.anything() })]);

  const id = uuidv7();
  const place = placeOf(article.text, QUOTATION);
  const written = {
    articleId: article.id,
    tag: "claim",
    segments: [{ role: "content", ...place }],
    attributes: { kind: "quotation" },
  };
  const drafted = await script.ask("PUT", `/annotations/${id}`, { body: written });
  expect(drafted).toMatchObject({
    status: 201,
    version: 1,
    body: { id, state: "draft", version: 1, revision: 1, segments: [{ exact: QUOTATION }] },
  });
  const again = await script.ask("PUT", `/annotations/${id}`, { body: written, ifMatch: 99 });
  expect(again).toMatchObject({ status: 200, version: 1 });

  const submitted = await script.send("POST", `/annotations/${id}/submit`, {}, Annotation);
  expect(submitted.state).toBe("submitted");
  expect(await script.ask("POST", `/annotations/${id}/approve`)).toMatchObject({ status: 403 });
  const approved = await colleague.send("POST", `/annotations/${id}/approve`, {}, Annotation);
  expect(approved.state).toBe("approved");

  const file = await script.ask(
    "GET",
    `/projects/${newsroom.project.id}/export?format=jsonl&state=approved`,
  );
  const jsonl = String(file.body);
  expect(misquotations(jsonl)).toEqual([]);
  expect(readExport(jsonl).annotations).toMatchObject([
    {
      id,
      state: "approved",
      author: { name: "Tove Oakes" },
      reviewer: { name: "Lena Kask" },
      segments: [{ exact: QUOTATION, ...place }],
    },
  ]);
});

test("a refusal is a problem with a status, a code and a sentence", async ({
  newsroom,
  installation,
}) => {
  const reviewer = await newsroom.member("reviewer");
  const reader = await newsroom.member("reader");
  const script = scriptWith(installation.url, await newsroom.tokenFor(reviewer));
  const onlooker = scriptWith(installation.url, await newsroom.tokenFor(reader));
  const visitor = scriptWith(installation.url, null);
  const article = await newsroom.article({ text: "The ferry left at nine, said Kreel.\n" });
  const put = (body: object, ifMatch?: number, id = uuidv7()) =>
    script.ask("PUT", `/annotations/${id}`, { body, ...(ifMatch && { ifMatch }) });
  const claim = { articleId: article.id, tag: "claim" };
  const marked = { ...claim, segments: [{ role: "content", start: 0, end: 22 }] };
  const id = uuidv7();
  expect((await put(marked, undefined, id)).status).toBe(201);
  const changed = { ...marked, doubt: "Which ferry?" };
  const own = uuidv7();
  await put({ ...marked, tag: "denial" }, undefined, own);
  await script.send("POST", `/annotations/${own}/submit`, {}, Annotation);

  const refusals = {
    "no token": [visitor.ask("GET", `/articles/${article.id}`), 401, "signed-out"],
    "not JSON": [script.ask("PUT", `/annotations/${uuidv7()}`), 400, "malformed"],
    "a reader who writes": [
      onlooker.ask("PUT", `/annotations/${uuidv7()}`, { body: marked }),
      403,
      "forbidden",
    ],
    "unknown article": [put({ ...marked, articleId: uuidv7() }), 404, "not-found"],
    "work of one's own": [script.ask("POST", `/annotations/${own}/approve`), 403, "own-work"],
    "no id": [script.ask("GET", "/annotations/7"), 404, "not-found"],
    "unknown revision": [put({ ...marked, revision: 7 }), 409, "revision"],
    "the same words again": [put(marked), 409, "duplicate"],
    "without If-Match": [put(changed, undefined, id), 428, "version-needed"],
    stale: [put(changed, 7, id), 412, "stale"],
    "other words": [
      put({ ...claim, segments: [{ role: "content", start: 0, end: 9, exact: "The barge" }] }),
      422,
      "invalid",
    ],
    "white space": [
      put({ ...claim, segments: [{ role: "content", start: 3, end: 4 }] }),
      422,
      "invalid",
    ],
    "beyond the text": [
      put({ ...claim, segments: [{ role: "content", start: 30, end: 99 }] }),
      422,
      "invalid",
    ],
    "overlapping segments": [
      put({
        ...claim,
        tag: "attribution",
        segments: [
          { role: "content", start: 0, end: 9 },
          { role: "source", start: 4, end: 12 },
        ],
      }),
      422,
      "invalid",
    ],
    "a tag that there is not": [put({ ...marked, tag: "rumour" }), 422, "invalid"],
  } as const;
  for (const [name, [asking, status, code]] of Object.entries(refusals)) {
    const answer = await asking;
    expect.soft(answer, name).toMatchObject({ status, type: "application/problem+json" });
    expect.soft(Problem.safeParse(answer.body).data, name).toMatchObject({ status, code });
  }
  expect((await put({ ...marked, tag: "rumour" })).body).toMatchObject({
    fields: { tag: expect.any(String) },
  });
  expect((await put(marked)).body).toMatchObject({ id });
  expect((await put(changed, 7, id)).body).toMatchObject({ current: expect.anything() });
});

test("what belongs to another project is not there", async ({ newsroom, installation }) => {
  const article = await newsroom.article({ text: "The ferry left at nine.\n" });
  const insider = await newsroom.member("annotator");
  const script = scriptWith(installation.url, await newsroom.tokenFor(insider));
  const id = uuidv7();
  const marked = {
    articleId: article.id,
    tag: "claim",
    segments: [{ role: "content", start: 0, end: 9 }],
  };
  await script.send("PUT", `/annotations/${id}`, marked, Annotation);

  const elsewhere = await openNewsroom(installation);
  const outsider = await elsewhere.member("manager");
  const stranger = scriptWith(installation.url, await elsewhere.tokenFor(outsider));
  for (const [method, path, body] of [
    ["GET", `/projects/${newsroom.project.id}/articles`],
    ["POST", `/projects/${newsroom.project.id}/articles`, { text: "x", mediaType: "text/plain" }],
    ["GET", `/projects/${newsroom.project.id}/export?format=jsonl`],
    ["GET", `/articles/${article.id}`],
    ["GET", `/articles/${article.id}/annotations`],
    ["GET", `/annotations/${id}`],
    ["PUT", `/annotations/${id}`, marked],
    ["PUT", `/annotations/${uuidv7()}`, marked],
    ["DELETE", `/annotations/${id}`],
    ["POST", `/annotations/${id}/approve`],
  ] as const) {
    const answer = await stranger.ask(method, path, body && { body });
    expect.soft(answer, `${method} ${path}`).toMatchObject({
      status: 404,
      type: "application/problem+json",
      body: { code: "not-found" },
    });
    expect.soft(JSON.stringify(answer.body), path).not.toContain("ferry");
  }
  const theirs = await stranger.get("/projects", z.object({ items: z.array(z.looseObject({})) }));
  expect(theirs.items).toMatchObject([{ id: elsewhere.project.id }]);
});

test("the API describes itself, and its description names every request", async ({ request }) => {
  const response = await request.get("/api/v1/openapi.json");
  expect(response.status()).toBe(200);
  const { openapi, paths } = z
    .looseObject({ openapi: z.string(), paths: z.record(z.string(), z.looseObject({})) })
    .parse(await response.json());
  expect(openapi).toMatch(/^3\.1\./);
  const requests = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace("/api/v1", "")}`),
  );
  expect(requests).toEqual(
    expect.arrayContaining([
      "GET /projects",
      "GET /projects/{id}/articles",
      "POST /projects/{id}/articles",
      "GET /articles/{id}",
      "GET /articles/{id}/annotations",
      "GET /annotations/{id}",
      "PUT /annotations/{id}",
      "DELETE /annotations/{id}",
      ...["submit", "recall", "approve", "reject", "reopen"].map(
        (action) => `POST /annotations/{id}/${action}`,
      ),
      "GET /links/{id}",
      "PUT /links/{id}",
      "DELETE /links/{id}",
      "GET /evidence/{id}",
      "PUT /evidence/{id}",
      "DELETE /evidence/{id}",
      "GET /projects/{id}/export",
    ]),
  );
});

test("a browser's session does not serve another site", async ({ newsroom, as }) => {
  const page = await as(await newsroom.member("annotator"));
  const path = `/api/v1/projects/${newsroom.project.id}/articles`;
  const data = { text: "The ferry left at nine.\n", mediaType: "text/plain" };
  expect((await page.request.get(path)).status()).toBe(200);
  const elsewhere = { Origin: "https://elsewhere.example" };
  const refused = await page.request.post(path, { data, headers: elsewhere });
  expect(refused.status()).toBe(403);
  expect(await refused.json()).toMatchObject({ code: "origin" });
});
