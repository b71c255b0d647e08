import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { contextFor, makeAnnotation, makeArticle, makeEvidence } from "#prisma/factories.ts";
import { makeSmallTeam } from "#prisma/scenarios/small-team.ts";
import { changeLayers, countWorkers } from "./change-layers.ts";
import { getProject } from "./queries.ts";

let client: TestClient;

beforeAll(async () => {
  client = await openTestClient();
});
afterAll(() => client.close());

it("reveals a blind project, and keeps who did it and when", async () => {
  const { project, manager, annotator, annotator2 } = await makeSmallTeam(client.db, {
    layers: "blind",
  });
  expect(project.layers).toBe("blind");
  const article = await makeArticle(client.db, { projectId: project.id });
  for (const author of [annotator, annotator2])
    await makeAnnotation(client.db, article, { author });
  const blind = await contextFor(client.db, { id: annotator.actor.userId });
  expect(blind.actor.blind).toEqual(new Set([project.id]));

  await expect(changeLayers(annotator, project.id, "shared")).rejects.toMatchObject({
    code: "forbidden",
  });
  expect((await changeLayers(manager, project.id, "shared")).layers).toBe("shared");
  expect((await changeLayers(manager, project.id, "shared")).layers).toBe("shared");
  const events = await client.db.auditEvent.findMany({
    where: { projectId: project.id, type: "project.revealed" },
  });
  expect(events).toMatchObject([
    { actorId: manager.actor.userId, before: { layers: "blind" }, after: { layers: "shared" } },
  ]);
  const seeing = await contextFor(client.db, { id: annotator.actor.userId });
  expect(seeing.actor.blind).toEqual(new Set());
  // What was seen cannot be made unseen.
  await expect(changeLayers(manager, project.id, "blind")).rejects.toMatchObject({
    code: "state",
    message: expect.stringMatching(/^2 people have worked here in sight of one another/),
  });
});

it("makes a project blind while one person at most has worked in it", async () => {
  const { project, manager, annotator, annotator2 } = await makeSmallTeam(client.db);
  const article = await makeArticle(client.db, { projectId: project.id });
  const annotation = await makeAnnotation(client.db, article, { author: annotator });
  await changeLayers(manager, project.id, "blind");
  expect((await getProject(annotator, project.id)).layers).toBe("blind");
  await changeLayers(manager, project.id, "shared");
  await makeEvidence(annotator2, annotation);
  expect(await countWorkers(manager, project.id)).toBe(2);
  await expect(changeLayers(manager, project.id, "blind")).rejects.toMatchObject({ code: "state" });
  await makeAnnotation(client.db, article, { author: annotator2 });
  const past = client.db.project.update({ where: { id: project.id }, data: { layers: "blind" } });
  await expect(past).rejects.toThrow(/in sight of one another/);
});
