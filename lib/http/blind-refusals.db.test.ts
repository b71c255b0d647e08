import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeMemberRole } from "#lib/access/add-member.ts";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { contextFor, type UserContext } from "#prisma/factories.ts";
import { makeTwoAnnotators, type TwoAnnotators } from "#prisma/scenarios/two-annotators.ts";
import { allEndpoints } from "./all-endpoints.ts";
import { handlerOf } from "./serve.ts";

let client: TestClient;
let team: TwoAnnotators;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeTwoAnnotators(client.db, "blind");
}, 60_000);
afterAll(() => client.close());

const endpoints = allEndpoints();

async function send(
  by: UserContext,
  method: string,
  path: string,
  id: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const endpoint = endpoints.find((one) => one.method === method && one.path === path);
  if (!endpoint) throw new Error(`${method} ${path}`);
  const ctx: Context = await contextFor(client.db, { id: by.actor.userId });
  const response = await handlerOf(endpoint, () => Promise.resolve(ctx))(
    new Request(`http://onrecord.example/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", "if-match": '"1"' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
    { params: Promise.resolve({ id }) },
  );
  return { status: response.status, text: await response.text() };
}

describe("writing what is another's, in a blind project", () => {
  it("finds nothing there, and says nothing of it", async () => {
    const { ana, bo, articles } = team;
    const [annotation = "", denial = ""] = ana.annotations;
    const own = bo.annotations[0] ?? "";
    const articleId = articles[0].id;
    const segments = [{ role: "content", start: 0, end: 18 }];
    const beyond = [{ role: "content", start: 0, end: 99_999 }];
    const talk = { articleId, message: { id: uuidv7(), body: "What is this?" } };
    const note = { kind: "note", stance: "supports", note: "So." };
    const requests: [string, string, string, unknown?][] = [
      ["PUT", "/annotations/{id}", annotation, { articleId, tag: "claim", segments }],
      ["PUT", "/annotations/{id}", annotation, { articleId, tag: "claim", segments: beyond }],
      ["DELETE", "/annotations/{id}", annotation],
      ["POST", "/annotations/{id}/submit", denial],
      ["POST", "/annotations/{id}/recall", annotation],
      ["PUT", "/links/{id}", ana.links[0] ?? "", { type: "same-claim", from: own, to: own }],
      ["PUT", "/links/{id}", ana.links[0] ?? "", { type: "denies", from: denial, to: annotation }],
      ["PUT", "/links/{id}", uuidv7(), { type: "same-claim", from: own, to: annotation }],
      ["DELETE", "/links/{id}", ana.links[0] ?? ""],
      ["PUT", "/evidence/{id}", ana.evidence[0] ?? "", { ...note, annotationId: own }],
      ["PUT", "/evidence/{id}", uuidv7(), { ...note, annotationId: annotation }],
      ["DELETE", "/evidence/{id}", ana.evidence[0] ?? ""],
      ["PUT", "/threads/{id}", ana.threads[0] ?? "", talk],
      ["PUT", "/threads/{id}", uuidv7(), { ...talk, annotationId: annotation }],
      ["POST", "/threads/{id}/resolve", ana.threads[1] ?? ""],
      ["PUT", "/messages/{id}", uuidv7(), { threadId: ana.threads[1], body: "Hm." }],
      ["POST", "/missed/{id}/answer", ana.missed[0] ?? "", { answer: "marked" }],
    ];
    for (const [method, path, id, body] of requests) {
      const { status, text } = await send(bo.ctx, method, path, id, body);
      expect([method, path, status]).toEqual([method, path, 404]);
      const traces = ana.traces.filter((trace) => text.includes(trace));
      expect([method, path, traces]).toEqual([method, path, []]);
    }
  });

  it("takes the same mark from both", async () => {
    const { ana, bo, articles } = team;
    const mark = { articleId: articles[2].id, tag: "claim" };
    const segments = [{ role: "content", start: 0, end: 18 }];
    for (const by of [ana, bo]) {
      const answer = await send(by.ctx, "PUT", "/annotations/{id}", uuidv7(), {
        ...mark,
        segments,
      });
      expect(answer.status).toBe(201);
    }
  });

  it("leaves annotations submitted, and ties no layer to another", async () => {
    const { ana, bo, reviewer } = team;
    const [submitted = ""] = ana.annotations;
    const approve = await send(reviewer, "POST", "/annotations/{id}/approve", submitted);
    expect([approve.status, approve.text]).toEqual([409, expect.stringContaining("blind")]);
    const reject = { reason: "other", comment: "No." };
    const rejected = await send(reviewer, "POST", "/annotations/{id}/reject", submitted, reject);
    expect([rejected.status, rejected.text]).toEqual([409, expect.stringContaining("blind")]);
    const tie = { type: "same-claim", from: submitted, to: bo.annotations[0] };
    const tied = await send(reviewer, "PUT", "/links/{id}", uuidv7(), tie);
    expect([tied.status, tied.text]).toEqual([409, expect.stringContaining("blind")]);
    const { db } = client;
    const review = {
      ...{ id: uuidv7(), projectId: team.projectId, annotationId: submitted, version: 2 },
      ...{ reviewerId: reviewer.actor.userId, decision: "approve" },
    };
    await expect(db.review.create({ data: review })).rejects.toThrow(/blind/);
    const link = { id: uuidv7(), projectId: team.projectId, authorId: reviewer.actor.userId };
    const ends = { type: "same-claim", fromId: submitted, toId: bo.annotations[0] ?? "" };
    await expect(db.link.create({ data: { ...link, ...ends } })).rejects.toThrow(/blind/);
  });

  it("names nobody to whom a message would tell of another's work", async () => {
    const { ana, bo, articles, reviewer } = team;
    const articleId = articles[0].id;
    const say = (by: UserContext, annotationId: string | null, to: UserContext) =>
      send(by, "PUT", "/threads/{id}", uuidv7(), {
        ...{ articleId, annotationId },
        message: { id: uuidv7(), body: "See.", mentions: [to.actor.userId] },
      });
    expect((await say(bo.ctx, null, ana.ctx)).status).toBe(422);
    expect((await say(reviewer, ana.annotations[0] ?? "", bo.ctx)).status).toBe(422);
    expect((await say(reviewer, ana.annotations[0] ?? "", ana.ctx)).status).toBe(201);
    expect((await say(bo.ctx, null, reviewer)).status).toBe(201);
  });

  it("shows in a thread with several only what was said to oneself, and lets none of them settle it", async () => {
    const { ana, bo, articles, reviewer } = team;
    const { text } = await send(bo.ctx, "GET", "/articles/{id}/threads", articles[0].id);
    const joint = JSON.parse(text).items.find(
      ({ author, annotationId }: { author: { id: string }; annotationId: string | null }) =>
        author.id === reviewer.actor.userId && annotationId === null,
    );
    const tail = bo.ctx.actor.userId.slice(-12);
    expect(joint.messages.map(({ body }: { body: string }) => body)).toEqual([
      `please-${tail}`,
      `done-${tail}`,
    ]);
    expect((await send(bo.ctx, "POST", "/threads/{id}/resolve", joint.id)).status).toBe(403);
    // What somebody said as an annotator stays between them and the reviewers when they become one.
    await changeMemberRole(team.manager, team.projectId, ana.ctx.actor.userId, "reviewer");
    const later = await send(bo.ctx, "GET", "/articles/{id}/threads", articles[0].id);
    expect(ana.traces.filter((trace) => later.text.includes(trace))).toEqual([]);
    const all = await send(ana.ctx, "GET", "/articles/{id}/annotations", articles[0].id);
    expect(all.text).toContain(bo.annotations[0]);
  });
});
