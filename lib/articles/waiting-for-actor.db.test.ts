import { afterAll, beforeAll, expect, it } from "vitest";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { makeAnnotation, makeArticle, makeMember, makeProject } from "#prisma/factories.ts";
import { articlesTable } from "./articles-table.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

it("lists what came back to its author, and what is submitted to a reviewer who did not write it", async () => {
  const { id: projectId } = await makeProject(db);
  const author = await makeMember(db, { projectId, role: "reviewer" });
  const reviewer = await makeMember(db, { projectId, role: "reviewer" });
  const reader = await makeMember(db, { projectId, role: "reader" });
  const waits = async ({ ctx }: typeof author) =>
    (await articlesTable(ctx, projectId, { forMe: true })).rows.map(({ title }) => title);

  await makeArticle(db, { projectId, title: "Left alone" });
  const submitted = await makeArticle(db, { projectId, title: "Submitted" });
  const returned = await makeArticle(db, { projectId, title: "Came back" });
  await makeAnnotation(db, submitted, { author: author.ctx, state: "submitted" });
  await makeAnnotation(db, returned, {
    author: author.ctx,
    reviewer: reviewer.ctx,
    state: "rejected",
  });

  expect(await waits(author)).toEqual(["Came back"]);
  expect(await waits(reviewer)).toEqual(["Submitted"]);
  expect(await waits(reader)).toEqual([]);
});
