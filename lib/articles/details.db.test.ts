import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { addArticle } from "./add-article.ts";
import { getDetails } from "./details.ts";
import { editArticle } from "./edit-article.ts";
import { getOriginalFacts } from "./original-facts.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
const now = new Date("2031-05-04T10:00:00.000Z");
const operator = () => ({ actor: { kind: "operator" as const }, db, now });

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 3);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const PAGE = `<html><head><title>Harbour</title><meta property="og:site_name" content="The Estuary Courier"></head>
<body><h1>Harbour</h1><p>Nobody denies that the ferry left at nine, and nobody saw it.</p></body></html>`;

async function addPage(): Promise<string> {
  const { id } = await createProject(operator(), { name: `Project ${v7()}` });
  const { article } = await addArticle(operator(), id, {
    content: { text: PAGE, mediaType: "text/html" },
    origin: { kind: "api", name: null },
    details: { byline: "Ansa Kreel" },
  });
  return article.id;
}

it("says where each detail was found, and what a person edited", async () => {
  const id = await addPage();
  const before = await getDetails(operator(), id);
  expect(before).toMatchObject({ publisher: "The Estuary Courier", byline: "Ansa Kreel" });
  expect(before.from).toMatchObject({ publisher: "open-graph", byline: "sender" });

  await editArticle(operator(), id, { publisher: "The Courier", byline: null });
  const after = await getDetails(operator(), id);
  expect(after).toMatchObject({ publisher: "The Courier", byline: null });
  expect(after.from).toMatchObject({ publisher: "person", byline: "person" });
  expect(after.from.title).toBe(before.from.title);
});

it("tells what the original is without reading its bytes", async () => {
  const id = await addPage();
  expect(await getOriginalFacts(operator(), id)).toMatchObject({
    number: 1,
    current: 1,
    size: PAGE.length,
    originKind: "api",
    retrievedAt: null,
  });
  await expect(getOriginalFacts(operator(), id, 2)).rejects.toMatchObject({ code: "not-found" });
  await expect(getDetails(operator(), "unknown")).rejects.toMatchObject({ code: "not-found" });
});
