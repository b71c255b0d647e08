import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { countOwnWork } from "./count-own-work.ts";
import { putWork } from "./put-work.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("counts what the caller has finished, and nobody else", async () => {
  const { id: projectId } = team.project;
  const before = await countOwnWork(team.annotator, projectId);
  const one = await makeArticle(client.db, { projectId });
  const two = await makeArticle(client.db, { projectId });
  await putWork(team.annotator, one.id, "finished");
  await putWork(team.annotator2, two.id, "finished");
  await putWork(team.annotator, two.id, "begun");
  expect(await countOwnWork(team.annotator, projectId)).toEqual({
    finished: before.finished + 1,
    total: before.total + 2,
    isMore: false,
  });
});

it("is refused to strangers", async () => {
  await expect(countOwnWork(team.stranger, team.project.id)).rejects.toMatchObject({
    code: "not-found",
  });
});
