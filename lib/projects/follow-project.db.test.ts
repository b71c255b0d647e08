import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { Hub } from "#lib/realtime/hub.ts";
import type { Announcement } from "#lib/realtime/model.ts";
import { forgetAnnouncements } from "#lib/realtime/read-announcements.ts";
import { contextFor, makeAnnotation, makeArticle, type UserContext } from "#prisma/factories.ts";
import {
  joinAndWork,
  makeTwoAnnotators,
  type TwoAnnotators,
} from "#prisma/scenarios/two-annotators.ts";
import { followProject } from "./follow-project.ts";

let client: TestClient;
let blind: TwoAnnotators;
let shared: TwoAnnotators;

beforeAll(async () => {
  client = await openTestClient();
  blind = await makeTwoAnnotators(client.db, "blind");
  shared = await makeTwoAnnotators(client.db, "shared");
  globalThis.onrecordHub = new Hub(client.db, client.url);
}, 60_000);
afterAll(async () => {
  await globalThis.onrecordHub?.close();
  globalThis.onrecordHub = undefined;
  await client.close();
});

/** Articles that were added for nothing but to be heard of. */
const markers = new Set<string>();

/** Follow as somebody; `settle` waits until all has been heard that happened before. */
async function follow(team: TwoAnnotators, who: UserContext, after: number | null = null) {
  const ctx = await contextFor(client.db, { id: who.actor.userId });
  const heard: Announcement[] = [];
  const present: string[] = [];
  const begun: { number: number; isReset: boolean }[] = [];
  const leave = await followProject(ctx, team.projectId, after, {
    begun: (at) => begun.push(at),
    announced: (one) => heard.push(one),
    passed: () => undefined,
    own: () => undefined,
    presence: (articleId) => present.push(articleId),
  });
  const settle = async () => {
    const marker = await makeArticle(client.db, { projectId: team.projectId });
    markers.add(marker.id);
    await vi.waitFor(() => expect(heard.map(({ id }) => id)).toContain(marker.id), 10_000);
    return heard.filter(({ id }) => !markers.has(id));
  };
  return { settle, present, begun: () => begun[0], leave };
}

/** The team with another second article: the text of the first one was changed under what they marked. */
async function withNewText(team: TwoAnnotators): Promise<TwoAnnotators> {
  const { projectId, articles } = team;
  const [one, , three] = articles;
  const text = `Again. ${one.text} Once more.`;
  return { ...team, articles: [one, await makeArticle(client.db, { projectId, text }), three] };
}

it("tells an annotator of a blind project nothing of all that another does", async () => {
  const team = await withNewText(blind);
  const own = await follow(blind, blind.bo.ctx);
  const seesAll = await follow(blind, blind.reviewer);
  const reader = await follow(blind, blind.reader);
  const cy = await joinAndWork(client.db, team, "Cy Anders");
  const topics = (await seesAll.settle()).map(({ topic }) => topic);
  expect(new Set(topics)).toEqual(
    new Set(["annotation", "link", "evidence", "article", "thread", "missed"]),
  );
  expect(await own.settle()).toEqual([]);
  expect(await reader.settle()).toEqual([]);
  expect(own.present).toEqual([]);
  expect(seesAll.present).not.toEqual([]);
  for (const { leave } of [own, seesAll, reader]) leave();
  // The same work in a shared project is heard of.
  const there = await follow(shared, shared.bo.ctx);
  await joinAndWork(client.db, await withNewText(shared), "Cy Anders");
  const heard = await there.settle();
  expect(heard.length).toBeGreaterThan(cy.annotations.length);
  expect(there.present).not.toEqual([]);
  there.leave();
});

it("tells them of their own work, and of what is said to them", async () => {
  const stream = await follow(blind, blind.bo.ctx);
  const [one] = blind.articles;
  const { id } = await makeAnnotation(client.db, one, {
    author: blind.bo.ctx,
    quote: "a list that the crew had kept",
  });
  expect(await stream.settle()).toMatchObject([
    { topic: "annotation", id, by: blind.bo.ctx.actor.userId },
  ]);
  stream.leave();
});

it("tells by no number how much others have done, and goes on where it stopped", async () => {
  const stream = await follow(blind, blind.bo.ctx);
  const before = stream.begun()?.number ?? 0;
  // A number of days ago, or that of something that all were told of: never of what another did.
  await makeAnnotation(client.db, blind.articles[0], {
    author: blind.ana.ctx,
    quote: "until noon",
  });
  const again = await follow(blind, blind.bo.ctx);
  expect(again.begun()).toEqual({ number: before, isReset: false });
  stream.leave();
  again.leave();

  const from = Date.now() * 1_000;
  const mark = (quote: string) =>
    makeAnnotation(client.db, blind.articles[0], { author: blind.bo.ctx, quote });
  const first = await mark("The harbour office");
  const second = await mark("on Tuesday");
  const resumed = await follow(blind, blind.bo.ctx, before);
  const heard = await resumed.settle();
  expect(resumed.begun()).toEqual({ number: before, isReset: false });
  expect(heard.map(({ id }) => id)).toEqual([first.id, second.id]);
  for (const { number } of heard) expect(number).toBeGreaterThan(from - 60_000_000);
  resumed.leave();

  const old = await follow(blind, blind.bo.ctx, 7);
  expect(old.begun()?.isReset).toBe(true);
  old.leave();
});

it("begins some days ago for whom nothing is kept", async () => {
  const { db } = client;
  await db.$executeRaw`UPDATE "announcement" SET "at" = now() - interval '30 days' WHERE "project_id" = ${blind.projectId}::uuid`;
  await forgetAnnouncements(db, new Date());
  const stream = await follow(blind, blind.reader);
  const days = (Date.now() - (stream.begun()?.number ?? 0) / 1_000) / 86_400_000;
  expect(days).toBeGreaterThan(6.9);
  expect(days).toBeLessThan(7.1);
  stream.leave();
});
