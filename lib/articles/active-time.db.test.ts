import { afterAll, beforeAll, expect, it } from "vitest";
import { patchSettings } from "#lib/access/settings.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { addActiveTime, listActiveTime } from "./active-time.ts";

let client: TestClient;
let team: SmallTeam;
let articleId: string;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
  articleId = (await makeArticle(client.db, { projectId: team.project.id, text: "Rain." })).id;
});
afterAll(() => client.close());

it("adds up over days, and is shown to others only by whoever shares it", async () => {
  await Promise.all([
    addActiveTime(team.annotator, articleId, { seconds: 60 }),
    addActiveTime(team.annotator, articleId, { seconds: 30 }),
  ]);
  const tomorrow = { ...team.annotator, now: new Date(team.annotator.now.getTime() + 86_400_000) };
  expect(await addActiveTime(tomorrow, articleId, { seconds: 10 })).toBe(100);
  expect(await addActiveTime(team.reviewer, articleId, { seconds: 5 })).toBe(5);
  const seen = async (who: SmallTeam["reader"]) =>
    (await listActiveTime(who, articleId)).map(({ user, seconds }) => [user.id, seconds]);
  expect(await seen(team.annotator)).toEqual([[team.annotator.actor.userId, 100]]);
  expect(await seen(team.manager)).toEqual([]);
  await patchSettings(team.annotator, { sharesActiveTime: true });
  expect(await seen(team.manager)).toEqual([[team.annotator.actor.userId, 100]]);
});

it("is closed to readers and strangers", async () => {
  await expect(addActiveTime(team.reader, articleId, { seconds: 5 })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(addActiveTime(team.stranger, articleId, { seconds: 5 })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(listActiveTime(team.stranger, articleId)).rejects.toMatchObject({
    code: "not-found",
  });
});
