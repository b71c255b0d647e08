import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { getWork, putWork } from "./put-work.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("goes its way for each person, and a repeated request changes nothing", async () => {
  const { id } = await makeArticle(client.db, { projectId: team.project.id });
  expect(await getWork(team.annotator, id, team.annotator.actor.userId)).toBe("not-begun");
  for (const state of ["begun", "finished", "finished", "reopened", "finished"] as const) {
    expect(await putWork(team.annotator, id, state)).toEqual({ articleId: id, state });
  }
  expect(await getWork(team.annotator, id, team.annotator.actor.userId)).toBe("finished");
  expect(await getWork(team.annotator, id, team.annotator2.actor.userId)).toBe("not-begun");
  await expect(putWork(team.annotator, id, "begun")).rejects.toMatchObject({ code: "state" });
  const events = await client.db.auditEvent.findMany({
    where: { subjectType: "article", subjectId: id, type: { startsWith: "work." } },
    orderBy: { id: "asc" },
  });
  expect(events.map(({ type }) => type)).toEqual([
    "work.begun",
    "work.finished",
    "work.reopened",
    "work.finished",
  ]);
});

it("is refused to readers and strangers", async () => {
  const { id } = await makeArticle(client.db, { projectId: team.project.id });
  await expect(putWork(team.reader, id, "begun")).rejects.toMatchObject({ code: "forbidden" });
  await expect(putWork(team.stranger, id, "begun")).rejects.toMatchObject({ code: "not-found" });
});
