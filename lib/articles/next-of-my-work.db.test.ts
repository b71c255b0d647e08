import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle, makeMember, makeProject } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { findNextOfMyWork } from "./next-of-my-work.ts";
import { putWork } from "./put-work.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("goes on with what is begun, then with what comes after, then with the rest, until all is finished", async () => {
  const { id: projectId } = await makeProject(client.db);
  const { ctx } = await makeMember(client.db, { projectId });
  const one = await makeArticle(client.db, { projectId });
  const two = await makeArticle(client.db, { projectId });
  const three = await makeArticle(client.db, { projectId });
  expect(await findNextOfMyWork(ctx, projectId, null)).toBe(one.id);
  expect(await findNextOfMyWork(ctx, projectId, two.id)).toBe(three.id);
  expect(await findNextOfMyWork(ctx, projectId, three.id)).toBe(one.id);
  await putWork(ctx, two.id, "begun");
  expect(await findNextOfMyWork(ctx, projectId, one.id)).toBe(two.id);
  await putWork(ctx, two.id, "finished");
  await putWork(ctx, one.id, "finished");
  expect(await findNextOfMyWork(ctx, projectId, two.id)).toBe(three.id);
  await putWork(ctx, three.id, "finished");
  expect(await findNextOfMyWork(ctx, projectId, null)).toBeNull();
});

it("is refused to strangers", async () => {
  await expect(findNextOfMyWork(team.stranger, team.project.id, null)).rejects.toMatchObject({
    code: "not-found",
  });
});
