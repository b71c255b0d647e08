import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { makeMember, makeProject } from "#prisma/factories.ts";
import type { Endpoint } from "../endpoint.ts";
import { handlerOf } from "../serve.ts";
import { postArticle } from "./articles.ts";
import {
  getLikeness,
  getLikenesses,
  getLikenessesOfArticle,
  postLikenessDecision,
} from "./likenesses.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
let reviewer: Context;

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
  reviewer = (await makeMember(db, { projectId, role: "reviewer" })).ctx;
});

async function ask(endpoint: Endpoint, id: string, more: { query?: string; body?: object } = {}) {
  const request = new Request(`http://localhost/api/v1/x${more.query ?? ""}`, {
    method: endpoint.method,
    ...(more.body !== undefined && {
      body: JSON.stringify(more.body),
      headers: { "Content-Type": "application/json" },
    }),
  });
  const params = { params: Promise.resolve({ id }) };
  const answer = await handlerOf(endpoint, async () => reviewer)(request, params);
  return { status: answer.status, body: await answer.json() };
}

const REPORT = [
  "The harbour of Port Ilin was closed on Friday after a storm tore two cranes from their rails.",
  "Eleven tankers waited outside, and the harbour master said that none of them had asked for help.",
  "The ministry of transport denied a report that a twelfth ship had run aground south of the island.",
  "A spokeswoman said that the pilots would go out again as soon as the wind allowed it.",
];
const MORE = "Our correspondent counted nine of them from the cliff before it grew dark.";

async function addTwo(): Promise<[string, string]> {
  const add = async (text: string) =>
    (await ask(postArticle, projectId, { body: { text, mediaType: "text/plain" } })).body.id;
  return [await add(REPORT.join("\n\n")), await add([...REPORT, MORE].join("\n\n"))];
}

describe("likenesses over HTTP", () => {
  it("are there as soon as the second article is, listed, compared and decided", async () => {
    const [first, second] = await addTwo();
    const { body: page } = await ask(getLikenesses, projectId, { query: "?decision=undecided" });
    expect(page).toMatchObject({
      items: [{ first: { id: first }, second: { id: second }, decision: null }],
      next: null,
    });
    const [{ id }] = page.items;
    expect((await ask(getLikenessesOfArticle, first)).body).toEqual(page);

    const { body: compared } = await ask(getLikeness, id);
    const added = compared.rows.filter((row: { kind: string }) => row.kind !== "same");
    expect(added).toMatchObject([{ kind: "added", before: null }]);
    const { start, end } = added[0].after;
    expect(compared.secondText.slice(start, end)).toBe(MORE);

    const merged = await ask(postLikenessDecision, id, {
      body: { decision: "merged", into: first },
    });
    expect(merged).toMatchObject({
      status: 200,
      body: { decision: "merged", second: { mergedIntoId: first } },
    });
    const stale = await ask(postLikenessDecision, id, { body: { decision: "kept", was: null } });
    expect(stale).toMatchObject({ status: 412, body: { code: "stale" } });
    expect((await ask(getLikenesses, projectId, { query: "?decision=tied" })).body.items).toEqual(
      [],
    );
    expect((await ask(getLikenessesOfArticle, second)).body.items).toMatchObject([{ id }]);
    const back = await ask(postLikenessDecision, id, { body: { decision: null, was: "merged" } });
    expect(back.body).toMatchObject({ decision: null, second: { mergedIntoId: null } });
  });

  it("answer wrong requests field by field, and strangers not at all", async () => {
    await addTwo();
    const { body: page } = await ask(getLikenesses, projectId);
    const [{ id }] = page.items;
    expect(await ask(postLikenessDecision, id, { body: { decision: "merged" } })).toMatchObject({
      status: 422,
      body: { fields: { into: "Say which of the two articles stays." } },
    });
    expect(await ask(postLikenessDecision, id, { body: { decision: "joined" } })).toMatchObject({
      status: 422,
    });
    expect((await ask(getLikenesses, projectId, { query: "?decision=joined" })).status).toBe(422);
    reviewer = (await makeMember(db, { projectId: (await makeProject(db)).id })).ctx;
    expect((await ask(getLikenesses, projectId)).status).toBe(404);
    expect((await ask(getLikeness, id)).status).toBe(404);
    expect((await ask(postLikenessDecision, id, { body: { decision: "kept" } })).status).toBe(404);
  });
});
