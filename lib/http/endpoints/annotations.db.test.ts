import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle, type UserContext } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { allEndpoints } from "../all-endpoints.ts";
import { handlerOf } from "../serve.ts";

const TEXT = "🚢 Minister Ansa Kreel denied on Monday that the ferry was late.";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

/** What the tests look into; the rest is compared as a whole. */
const Body = z.looseObject({
  id: z.string().optional(),
  version: z.number().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  items: z.array(z.looseObject({ id: z.string(), type: z.string().optional() })).optional(),
  next: z.string().nullish(),
});
type Answered = {
  status: number;
  etag: string | null;
  type: string | null;
  body: z.infer<typeof Body>;
};
type Asked = { id?: string; body?: unknown; ifMatch?: string; query?: string };

/** One request as a program sends it, answered by the endpoint of that method and path. */
async function ask(
  who: UserContext,
  what: string,
  { id, body, ifMatch, query = "" }: Asked,
): Promise<Answered> {
  const [method, path] = what.split(" ");
  const endpoint = allEndpoints().find((one) => one.method === method && one.path === path);
  if (endpoint === undefined) throw new Error(`There is no ${what}.`);
  const headers = new Headers(body === undefined ? {} : { "Content-Type": "application/json" });
  if (ifMatch !== undefined) headers.set("If-Match", ifMatch);
  const request = new Request(`http://onrecord.example/api/v1${query}`, {
    method: endpoint.method,
    headers,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const answer = await handlerOf(endpoint, async () => who)(request, {
    params: Promise.resolve({ id }),
  });
  return {
    status: answer.status,
    etag: answer.headers.get("etag"),
    type: answer.headers.get("content-type"),
    body: Body.parse(await answer.json()),
  };
}

async function ownArticle() {
  return await makeArticle(client.db, { projectId: team.project.id, text: `${TEXT} ${uuidv7()}` });
}
const late = (articleId: string, more: object = {}) => ({
  articleId,
  tag: "claim",
  segments: [{ role: "content", start: 44, end: 62 }],
  ...more,
});
const PUT = "PUT /annotations/{id}";

describe("PUT /annotations/{id}", () => {
  it("makes one with nothing but what is needed, ignores the rest, and repeats itself with 200", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    const body = late(article.id, {
      state: "approved",
      author: { id: "x" },
      version: 9,
      nonsense: true,
    });
    const made = await ask(team.annotator, PUT, { id: id.toUpperCase(), body });
    expect(made).toMatchObject({ status: 201, etag: '"1"' });
    expect(made.body).toEqual({
      id,
      articleId: article.id,
      revision: 1,
      tag: "claim",
      segments: [{ role: "content", start: 44, end: 62, exact: "the ferry was late" }],
      absent: [],
      attributes: {},
      doubt: null,
      state: "draft",
      version: 1,
      author: { id: team.annotator.actor.userId, name: team.annotator.actor.name },
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/),
      updatedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    for (const ifMatch of [undefined, '"1"', '"5"', "*"]) {
      const again = await ask(team.annotator, PUT, {
        id,
        body: made.body,
        ...(ifMatch && { ifMatch }),
      });
      expect(again).toEqual({ ...made, status: 200 });
    }
    expect(await ask(team.reader, "GET /annotations/{id}", { id })).toEqual({
      ...made,
      status: 200,
    });
    const list = await ask(team.reader, "GET /articles/{id}/annotations", { id: article.id });
    expect(list.body).toEqual({ items: [made.body], next: null });
  });

  it("changes with the version and no other", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    await ask(team.annotator, PUT, { id, body: late(article.id) });
    const body = late(article.id, { doubt: "Which ferry?" });
    expect(await ask(team.annotator, PUT, { id, body })).toMatchObject({
      status: 428,
      type: "application/problem+json",
      body: { status: 428, code: "version-needed", message: expect.any(String) },
    });
    expect(await ask(team.annotator, PUT, { id, body, ifMatch: '"3"' })).toMatchObject({
      status: 412,
      body: { code: "stale", current: { id, version: 1, doubt: null } },
    });
    expect(await ask(team.annotator, PUT, { id, body, ifMatch: '"1"' })).toMatchObject({
      status: 200,
      etag: '"2"',
      body: { doubt: "Which ferry?", version: 2 },
    });
  });

  it("refuses in the words of the interface", async () => {
    const article = await ownArticle();
    const put = (body: unknown, who = team.annotator, id = uuidv7()) => ask(who, PUT, { id, body });
    const first = await put(late(article.id));
    const segments = (...list: object[]) => late(article.id, { segments: list });
    const content = { role: "content", start: 2, end: 10 };
    const cases: [number, string, unknown, (string | undefined)?][] = [
      [400, "malformed", "{"],
      [409, "duplicate", late(article.id, { doubt: "?" })],
      [409, "revision", late(article.id, { revision: 2 })],
      [404, "not-found", late(uuidv7())],
      [422, "invalid", {}, "articleId"],
      [422, "invalid", late(article.id, { tag: "opinion" }), "tag"],
      [422, "invalid", segments(), "segments"],
      [422, "invalid", segments({ ...content, role: "speaker" }), "segments.0.role"],
      [422, "invalid", segments({ ...content, role: "cue" }), "segments.0.role"],
      [422, "invalid", segments({ ...content, start: -1 }), "segments.0.start"],
      [422, "invalid", segments({ ...content, start: 2.5 }), "segments.0.start"],
      [422, "invalid", segments({ ...content, end: 2 }), "segments.0.end"],
      [422, "invalid", segments({ ...content, end: 99_999 }), "segments.0.end"],
      [422, "invalid", segments({ ...content, end: 1e15 }), "segments.0.end"],
      [422, "invalid", segments(content, { ...content, start: 9, end: 12 }), "segments.1"],
      [422, "invalid", segments({ ...content, exact: "Minyster" }), "segments.0.exact"],
      [422, "invalid", segments({ role: "content", start: 1, end: 2 }), "segments.0"],
      [422, "invalid", late(article.id, { absent: ["cue"] }), "absent"],
      [422, "invalid", late(article.id, { attributes: { form: "flat" } }), "attributes.form"],
      [422, "invalid", late(article.id, { attributes: { kind: "rumour" } }), "attributes.kind"],
      [422, "invalid", late(article.id, { doubt: "a\u0000b" }), "doubt"],
    ];
    for (const [status, code, body, field] of cases) {
      const refused = await put(body);
      expect(refused, JSON.stringify(body)).toMatchObject({
        status,
        type: "application/problem+json",
        body: { status, code },
      });
      if (field !== undefined)
        expect(Object.keys(refused.body.fields ?? {}), JSON.stringify(body)).toContain(field);
      if (code === "duplicate") expect(refused.body.id).toBe(first.body.id);
    }
    expect(await put(late(article.id), team.reader)).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    expect(await put(late(article.id), team.stranger)).toMatchObject({
      status: 404,
      body: { code: "not-found" },
    });
    expect(await put(late(article.id), team.annotator, "no-uuid")).toMatchObject({ status: 404 });
  });

  it("takes the words of a whole long article", async () => {
    const article = await makeArticle(client.db, {
      projectId: team.project.id,
      text: `${uuidv7()} ${"word 🚢 ".repeat(200_000)}`,
    });
    const end = [...article.text].length;
    const body = {
      articleId: article.id,
      tag: "claim",
      segments: [{ role: "content", start: 0, end, exact: article.text }],
    };
    expect((await ask(team.annotator, PUT, { id: uuidv7(), body })).status).toBe(201);
  });
});

describe("the life of an annotation over HTTP", () => {
  it("goes from draft to approved and back, each step once, with history and reviews", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    await ask(team.annotator, PUT, { id, body: late(article.id) });
    const steps: [UserContext, string, object, number, string][] = [
      [team.annotator, "submit", {}, 200, "submitted"],
      [team.annotator, "submit", { ifMatch: '"1"' }, 200, "submitted"],
      [team.annotator, "recall", {}, 200, "draft"],
      [team.annotator, "submit", { ifMatch: '"3"' }, 200, "submitted"],
      [
        team.reviewer,
        "reject",
        { body: { reason: "wrong-boundary", comment: "Too short." } },
        200,
        "rejected",
      ],
      [team.reviewer, "reject", { body: { reason: "wrong-boundary" } }, 200, "rejected"],
      [team.annotator, "submit", {}, 200, "submitted"],
      [
        team.reviewer,
        "approve",
        { body: { annotation: late(article.id, { attributes: { kind: "event" } }) } },
        200,
        "approved",
      ],
      [team.reviewer, "undo-review", {}, 200, "submitted"],
      [team.reviewer, "approve", {}, 200, "approved"],
      [team.reviewer, "approve", { body: {} }, 200, "approved"],
      [team.reviewer2, "reopen", {}, 200, "submitted"],
      [team.reviewer2, "approve", { body: { comment: "Still so." } }, 200, "approved"],
    ];
    for (const [who, action, asked, status, state] of steps) {
      const answer = await ask(who, `POST /annotations/{id}/${action}`, { id, ...asked });
      expect(answer, `${action} → ${state}`).toMatchObject({ status, body: { id, state } });
      expect(answer.etag).toBe(`"${answer.body.version}"`);
    }
    const history = await ask(team.reader, "GET /annotations/{id}/history", {
      id,
      query: "?limit=3",
    });
    expect(history.body.items?.map((item) => item.type)).toEqual([
      "annotation.created",
      "annotation.submitted",
      "annotation.recalled",
    ]);
    const rest = await ask(team.reader, "GET /annotations/{id}/history", {
      id,
      query: `?after=${history.body.next}`,
    });
    expect(rest.body.items).toHaveLength(8);
    expect(rest.body.items?.[1]).toMatchObject({
      type: "annotation.rejected",
      actor: { name: team.reviewer.actor.name },
      before: { state: "submitted" },
      after: { state: "rejected" },
      why: "wrong-boundary: Too short.",
    });
    const reviews = await ask(team.reader, "GET /annotations/{id}/reviews", {
      id,
      query: "?limit=2",
    });
    expect(reviews.body.items).toMatchObject([
      { decision: "reject" },
      { decision: "approve", undoneAt: expect.any(String) },
    ]);
    expect(reviews.body.next).toBe(reviews.body.items?.[1]?.id);
  });

  it("refuses one's own work, a reject without reason, a wrong state, and a stale version", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    await ask(team.reviewer, PUT, { id, body: late(article.id) });
    const act = (who: UserContext, action: string, more: object = {}) =>
      ask(who, `POST /annotations/{id}/${action}`, { id, ...more });
    expect(await act(team.reviewer2, "approve")).toMatchObject({
      status: 409,
      body: { code: "state", state: "draft" },
    });
    await act(team.reviewer, "submit");
    expect(await act(team.reviewer, "approve")).toMatchObject({
      status: 403,
      body: { code: "own-work" },
    });
    expect(await act(team.reviewer2, "reject")).toMatchObject({ status: 400 });
    expect(await act(team.reviewer2, "reject", { body: {} })).toMatchObject({
      status: 422,
      body: { fields: { reason: expect.any(String) } },
    });
    expect(await act(team.reviewer2, "approve", { ifMatch: '"1"' })).toMatchObject({
      status: 412,
      body: { current: { version: 2 } },
    });
    expect(await act(team.annotator, "approve")).toMatchObject({
      status: 403,
      body: { code: "forbidden" },
    });
    expect(await ask(team.annotator, "DELETE /annotations/{id}", { id })).toMatchObject({
      status: 403,
    });
    expect(
      await ask(team.manager, "DELETE /annotations/{id}", { id, ifMatch: '"2"' }),
    ).toMatchObject({
      status: 200,
      etag: '"3"',
      body: { state: "withdrawn" },
    });
    expect(
      await ask(team.manager, "DELETE /annotations/{id}", { id, ifMatch: '"2"' }),
    ).toMatchObject({ status: 200 });
  });

  it("waits in the reviewer's queue, and is submitted with all of an article", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    await ask(team.annotator, PUT, { id, body: late(article.id) });
    const all = await ask(team.annotator, "POST /articles/{id}/submit", { id: article.id });
    expect(all.body).toMatchObject({ submitted: [{ id, state: "submitted" }], refused: [] });
    const queue = await ask(team.reviewer, "GET /projects/{id}/queue", {
      id: team.project.id,
      query: `?article=${article.id}`,
    });
    expect(queue.body).toMatchObject({
      items: [{ id, articleTitle: article.title, submittedAt: expect.any(String) }],
      next: null,
    });
    expect(
      await ask(team.annotator, "GET /projects/{id}/queue", { id: team.project.id }),
    ).toMatchObject({ status: 403 });
    expect(
      await ask(team.stranger, "GET /articles/{id}/annotations", { id: article.id }),
    ).toMatchObject({ status: 404 });
    const drafts = await ask(team.reader, "GET /articles/{id}/annotations", {
      id: article.id,
      query: "?state=draft,rejected",
    });
    expect(drafts.body.items).toEqual([]);
    expect(
      await ask(team.reader, "GET /articles/{id}/annotations", {
        id: article.id,
        query: "?state=lost",
      }),
    ).toMatchObject({ status: 422 });
  });
});

describe("links, evidence, missed passages and work over HTTP", () => {
  it("are put, read, listed and deleted", async () => {
    const article = await ownArticle();
    const [claim, denial] = [uuidv7(), uuidv7()];
    await ask(team.annotator, PUT, { id: claim, body: late(article.id) });
    await ask(team.annotator, PUT, {
      id: denial,
      body: late(article.id, {
        tag: "denial",
        segments: [{ role: "content", start: 22, end: 62 }],
      }),
    });
    const link = uuidv7();
    const tie = { type: "denies", from: denial, to: claim };
    expect(await ask(team.annotator, "PUT /links/{id}", { id: link, body: tie })).toMatchObject({
      status: 201,
      etag: '"1"',
      body: tie,
    });
    expect(await ask(team.annotator, "PUT /links/{id}", { id: link, body: tie })).toMatchObject({
      status: 200,
    });
    expect(await ask(team.annotator, "PUT /links/{id}", { id: uuidv7(), body: tie })).toMatchObject(
      {
        status: 409,
        body: { code: "duplicate", id: link },
      },
    );
    expect((await ask(team.reader, "GET /links/{id}", { id: link })).body).toMatchObject(tie);
    expect(
      (await ask(team.reader, "GET /articles/{id}/links", { id: article.id })).body,
    ).toMatchObject({ items: [{ id: link }] });
    const named = (noun: string, ...ids: string[]) =>
      ask(team.reader, `GET /${noun}`, { query: `?ids=${ids.join(",")}` });
    expect((await named("links", uuidv7(), link)).body).toMatchObject({
      items: [{ id: link }],
      next: null,
    });
    expect(await named("links", "7")).toMatchObject({ status: 422 });
    expect(
      await ask(team.annotator, "DELETE /links/{id}", { id: link, ifMatch: '"1"' }),
    ).toMatchObject({ status: 200, body: { id: link } });
    expect(await named("links", link)).toMatchObject({ status: 200, body: { items: [] } });
    expect(await ask(team.annotator, "DELETE /links/{id}", { id: link })).toMatchObject({
      status: 200,
    });
    expect(await ask(team.annotator, "GET /links/{id}", { id: link })).toMatchObject({
      status: 404,
    });

    const item = uuidv7();
    const web = {
      annotationId: claim,
      kind: "web",
      stance: "supports",
      reason: "A log.",
      url: "https://harbour.example/log",
    };
    expect(await ask(team.annotator, "PUT /evidence/{id}", { id: item, body: web })).toMatchObject({
      status: 201,
      body: { ...web, confidential: false, viewers: [], quotation: null, version: 1 },
    });
    expect(
      await ask(team.annotator, "PUT /evidence/{id}", {
        id: uuidv7(),
        body: { ...web, kind: "file" },
      }),
    ).toMatchObject({ status: 422 });
    expect(
      await ask(team.annotator, "PUT /evidence/{id}", {
        id: uuidv7(),
        body: { ...web, url: "javascript:alert(1)" },
      }),
    ).toMatchObject({
      status: 422,
      body: { fields: { url: expect.any(String) } },
    });
    expect(
      (await ask(team.reader, "GET /articles/{id}/evidence", { id: article.id })).body,
    ).toMatchObject({ items: [{ id: item }] });
    expect((await named("evidence", uuidv7(), item)).body).toMatchObject({ items: [{ id: item }] });
    expect(await ask(team.annotator, "DELETE /evidence/{id}", { id: item })).toMatchObject({
      status: 200,
    });
    expect(await named("evidence", item)).toMatchObject({ status: 200, body: { items: [] } });

    const missed = uuidv7();
    const words = {
      articleId: article.id,
      start: 2,
      end: 10,
      annotatorId: team.annotator.actor.userId,
    };
    expect(await ask(team.reviewer, "PUT /missed/{id}", { id: missed, body: words })).toMatchObject(
      { status: 201, body: { exact: "Minister" } },
    );
    expect(
      (await ask(team.reader, "GET /articles/{id}/missed", { id: article.id })).body,
    ).toMatchObject({ items: [{ id: missed }] });
    expect(
      await ask(team.annotator, "POST /missed/{id}/answer", {
        id: missed,
        body: { answer: "marked" },
      }),
    ).toMatchObject({
      status: 200,
      body: { answer: "marked" },
    });
    expect(
      await ask(team.annotator, "PUT /articles/{id}/work", {
        id: article.id,
        body: { state: "finished" },
      }),
    ).toMatchObject({
      status: 200,
      body: { articleId: article.id, state: "finished" },
    });
    expect(
      await ask(team.annotator, "PUT /articles/{id}/work", {
        id: article.id,
        body: { state: "not-begun" },
      }),
    ).toMatchObject({ status: 422 });
  });
});
