import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { extract } from "#lib/extraction/extract.ts";
import { pdfOfPages } from "#lib/extraction/testing/documents.ts";
import { inTransaction } from "#lib/transaction.ts";
import { makeProject } from "#prisma/factories.ts";
import { addArticle } from "./add-article.ts";
import { findSameText } from "./find-same-text.ts";
import { saveRevision } from "./save-revision.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
const now = new Date("2031-05-04T10:00:00.000Z");

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  projectId = (await makeProject(db)).id;
});

const operator = (): Context => ({ actor: { kind: "operator" }, db, now });

const DENIAL =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm to foreign ships.";
const PAGE = `<!doctype html><html lang="en"><head><title>Port stays open</title><meta property="og:site_name" content="The Estuary Courier"><link rel="canonical" href="https://courier.example/port"></head><body><h1>Port stays open</h1><p>${DENIAL}</p></body></html>`;

const stored = (id: string) =>
  db.article.findUniqueOrThrow({
    where: { id },
    include: { revisions: { include: { original: true } } },
  });

describe("an article that comes in", () => {
  it("keeps what the page says of itself, what its sender says, and who said which", async () => {
    const { article } = await addArticle(operator(), projectId, {
      content: { bytes: Buffer.from(PAGE) },
      origin: { kind: "address", name: "https://courier.example/port?utm=1" },
      retrievedAt: new Date("2031-05-04T09:59:00Z"),
      details: { title: "Port of Ilm", byline: "Ilse Maren" },
      detailsFrom: "feed",
    });
    const row = await stored(article.id);
    expect(row).toMatchObject({
      title: "Port of Ilm",
      byline: "Ilse Maren",
      publisher: "The Estuary Courier",
      url: "https://courier.example/port",
      language: "en",
    });
    expect(row.detailsFrom).toEqual({
      title: "feed",
      byline: "feed",
      publisher: "open-graph",
      url: "markup",
      language: "markup",
    });
    expect(row.revisions[0]).toMatchObject({
      originKind: "address",
      retrievedAt: new Date("2031-05-04T09:59:00Z"),
      extractor: "onrecord-html",
    });
  });

  it("keeps a PDF as it came, with what made its text", async () => {
    const bytes = pdfOfPages([DENIAL]);
    const { article } = await addArticle(operator(), projectId, {
      content: { bytes, mediaType: "text/html" },
      origin: { kind: "file", name: "port.pdf" },
    });
    expect(article).toMatchObject({ mediaType: "application/pdf", text: DENIAL });
    const [revision] = (await stored(article.id)).revisions;
    expect(Buffer.compare(revision?.original.bytes ?? Buffer.of(), bytes)).toBe(0);
    expect(revision).toMatchObject({ encoding: "binary", extractor: "onrecord-pdf" });
    expect(revision?.extractorVersion).toContain("pdf.js");
  });

  it("is not read again when it was read already", async () => {
    const extracted = await extract({ text: DENIAL, mediaType: "text/plain" });
    const { article } = await addArticle(operator(), projectId, {
      content: { bytes: Buffer.from([0, 1, 2]) },
      extracted,
      origin: { kind: "table", name: "rows.csv" },
    });
    expect(article.text).toBe(DENIAL);
  });

  it("has the time at which a saved page was saved", async () => {
    const saved = `<!--\n Page saved with SingleFile \n url: https://courier.example/port \n saved date: Sun May 04 2031 08:15:00 GMT+0000 (UTC)\n-->${PAGE}`;
    const { article } = await addArticle(operator(), projectId, {
      content: { bytes: Buffer.from(saved), mediaType: "text/html" },
      origin: { kind: "file", name: "port.html" },
    });
    const [revision] = (await stored(article.id)).revisions;
    expect(revision?.retrievedAt?.toISOString()).toMatch(/^2031-05-04T/);
  });
});

describe("the same text", () => {
  it("is found, and whether it still is the article's", async () => {
    const extracted = await extract({ text: DENIAL, mediaType: "text/plain" });
    const content = { text: DENIAL, mediaType: "text/plain" } as const;
    const origin = { kind: "paste", name: null } as const;
    const { article } = await addArticle(operator(), projectId, { content, origin });
    const find = () =>
      inTransaction(operator(), (ctx) => findSameText(ctx, projectId, article.hash));
    expect(await find()).toEqual({ articleId: article.id, isCurrent: true });
    await inTransaction(operator(), async (ctx) => {
      const changed = `${extracted.text} Or so.`;
      await saveRevision(ctx, {
        articleId: article.id,
        projectId,
        number: 2,
        extracted: { ...extracted, text: changed },
        original: Buffer.from(changed),
        origin,
        retrievedAt: null,
      });
      await ctx.db.article.update({ where: { id: article.id }, data: { revision: 2 } });
    });
    expect(await find()).toEqual({ articleId: article.id, isCurrent: false });
  });
});
