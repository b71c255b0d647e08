import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { completeIngestion } from "#lib/ingestion/complete-ingestion.ts";
import { createIngestion } from "#lib/ingestion/create-ingestion.ts";
import { putItem } from "#lib/ingestion/put-item.ts";
import { takeInWaiting } from "#lib/ingestion/take-in-waiting.ts";
import { type Leases, openLeases } from "#lib/jobs/leases.ts";
import { makeArticle, makeProject } from "#prisma/factories.ts";
import { examine, type Problem } from "./examine.ts";

let client: TestClient;
let leases: Leases;
let ctx: Context;
let ingestionId: string;
let itemId: string;

beforeAll(async () => {
  client = await openTestClient();
  leases = await openLeases(client.url, () => undefined);
  ctx = { actor: { kind: "operator" }, db: client.db, now: new Date() };
});
beforeEach(async () => {
  const { id: projectId } = await makeProject(client.db);
  const ingestion = await createIngestion(ctx, projectId, { id: v7(), name: "x", kind: "files" });
  ingestionId = ingestion.id;
  const bytes = Buffer.from(`Text ${ingestionId}.`);
  itemId = (await putItem(ctx, ingestionId, 0, { name: "a.txt", bytes })).id;
  await completeIngestion(ctx, ingestionId);
  const { signal } = new AbortController();
  await takeInWaiting(ctx, ingestionId, { signal, lease: leases.take });
});
afterAll(async () => {
  await leases.close();
  await client.close();
});

async function problems(): Promise<Problem[]> {
  const found: Problem[] = [];
  await examine(ctx, (problem) => found.push(problem));
  return found;
}

it("finds an item whose article is of another project", async () => {
  expect(await problems()).toEqual([]);
  const { id: other } = await makeProject(client.db);
  const { id: articleId } = await makeArticle(client.db, { projectId: other });
  const { articleId: before } = await client.db.ingestionItem.findUniqueOrThrow({
    where: { id: itemId },
  });
  await client.db.ingestionItem.update({ where: { id: itemId }, data: { articleId } });
  expect(await problems()).toMatchObject([{ what: "item", id: itemId }]);
  await client.db.ingestionItem.update({ where: { id: itemId }, data: { articleId: before } });
});

it("finds what has been under way for hours, and what waits without a job beside a worker", async () => {
  const longAgo = new Date(Date.now() - 2 * 60 * 60 * 1_000);
  await client.db.ingestionItem.update({
    where: { id: itemId },
    data: { state: "running", startedAt: longAgo },
  });
  expect(await problems()).toMatchObject([{ what: "item", id: itemId }]);
  await client.db.ingestionItem.update({
    where: { id: itemId },
    data: { state: "waiting", startedAt: null, createdAt: longAgo },
  });
  expect(await problems()).toEqual([]);
  await client.db.$executeRaw`DELETE FROM pgboss.job`;
  expect(await problems()).toMatchObject([{ what: "ingestion", id: ingestionId }]);
});
