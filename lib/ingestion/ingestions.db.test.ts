import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ZipFile } from "yazl";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import type { Worker } from "#lib/jobs/job.ts";
import { type Leases, openLeases } from "#lib/jobs/leases.ts";
import { contextFor, makeMember, makeProject, makeUser } from "#prisma/factories.ts";
import { cancelIngestion } from "./cancel-ingestion.ts";
import { claimItem } from "./claim-item.ts";
import { completeIngestion } from "./complete-ingestion.ts";
import { bring, createIngestion } from "./create-ingestion.ts";
import type { ItemState, NewIngestion } from "./model.ts";
import { processItem } from "./process-item.ts";
import { putItem } from "./put-item.ts";
import { getIngestion, listIngestions, listItems } from "./queries.ts";
import { recoverItems } from "./recover-items.ts";
import { retryFailed, retryItem } from "./retry-items.ts";
import { takeInWaiting } from "./take-in-waiting.ts";

let client: TestClient;
let leases: Leases;
let worker: Worker;
let ctx: Context;
let reader: Context;
let projectId: string;

beforeAll(async () => {
  client = await openTestClient();
  leases = await openLeases(client.url, () => undefined);
  worker = { signal: new AbortController().signal, lease: leases.take };
});
beforeEach(async () => {
  projectId = (await makeProject(client.db)).id;
  ctx = (await makeMember(client.db, { projectId, role: "annotator" })).ctx;
  reader = (await makeMember(client.db, { projectId, role: "reader" })).ctx;
});
afterAll(async () => {
  await leases.close();
  await client.close();
});

const operator = (): Context => ({
  actor: { kind: "operator" },
  db: client.db,
  now: new Date(),
});
const text = (words: string) => Buffer.from(words);
const begin = (given: Partial<NewIngestion> = {}) =>
  createIngestion(ctx, projectId, { id: v7(), name: "Some files", kind: "files", ...given });
const takeAll = (id: string) => takeInWaiting(operator(), id, worker);

async function told(id: string): Promise<[string, ItemState, string | null][]> {
  const items = await listItems(ctx, id, { limit: 100 });
  return items.map(({ name, state, problem }) => [name, state, problem]);
}

describe("an ingestion", () => {
  it("is begun, filled, completed and done, and repeating any of it changes nothing", async () => {
    const { id } = await begin();
    await begin({ id });
    const file = { name: "a.txt", bytes: text("First.") };
    const first = await putItem(ctx, id, 0, file);
    expect(await putItem(ctx, id, 0, file)).toEqual(first);
    await putItem(ctx, id, 1, { name: "again.txt", bytes: text("First.\r\n".trimEnd()) });
    await putItem(ctx, id, 2, { name: "empty.txt", bytes: text(" ") });
    await completeIngestion(ctx, id);
    const complete = await completeIngestion(ctx, id);
    expect(complete).toMatchObject({ complete: true, isDone: false, counts: { waiting: 3 } });
    await takeAll(id);
    expect(await told(id)).toEqual([
      ["a.txt", "added", null],
      ["again.txt", "duplicate", null],
      ["empty.txt", "failed", "There is no text in it."],
    ]);
    expect((await putItem(ctx, id, 0, file)).state).toBe("added");
    expect(await getIngestion(reader, id)).toMatchObject({ isDone: true, counts: { added: 1 } });
    const events = await client.db.auditEvent.findMany({ where: { subjectId: id } });
    expect(events.map(({ type }) => type)).toEqual(["ingestion.created", "ingestion.completed"]);
    const article = await client.db.article.findFirstOrThrow({ where: { projectId } });
    expect(ctx.actor).toMatchObject({ userId: article.createdById });
  });

  it("refuses another file in a place that is taken, and more once it is complete or cancelled", async () => {
    const { id } = await begin();
    await putItem(ctx, id, 0, { name: "a.txt", bytes: text("First.") });
    const other = { name: "b.txt", bytes: text("Second.") };
    await expect(putItem(ctx, id, 0, other)).rejects.toMatchObject({ code: "state" });
    await expect(begin({ id, name: "Another" })).rejects.toMatchObject({ code: "state" });
    await completeIngestion(ctx, id);
    await expect(putItem(ctx, id, 1, other)).rejects.toThrow("This ingestion is complete.");
    const cancelled = await begin();
    await cancelIngestion(ctx, cancelled.id);
    await expect(putItem(ctx, cancelled.id, 0, other)).rejects.toThrow("cancelled");
  });

  it("is refused to readers, and unknown to strangers", async () => {
    const { id } = await begin();
    const [item] = [await putItem(ctx, id, 0, { name: "a.txt", bytes: text("First.") })];
    const stranger = await contextFor(client.db, await makeUser(client.db));
    const changes: ((ctx: Context) => Promise<unknown>)[] = [
      (ctx) => createIngestion(ctx, projectId, { id: v7(), name: "x", kind: "files" }),
      (ctx) => putItem(ctx, id, 1, { name: "b.txt", bytes: text("Second.") }),
      (ctx) => completeIngestion(ctx, id),
      (ctx) => cancelIngestion(ctx, id),
      (ctx) => retryFailed(ctx, id),
      (ctx) => retryItem(ctx, item.id),
    ];
    for (const change of changes) {
      await expect(change(reader)).rejects.toMatchObject({ code: "forbidden" });
      await expect(change(stranger)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(getIngestion(stranger, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(listItems(stranger, id, { limit: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await told(id)).toEqual([["a.txt", "waiting", null]]);
  });

  it("lists in pages, newest first", async () => {
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) {
      const now = new Date(Date.UTC(2026, 10, 22, 10, index));
      const { id } = await createIngestion({ ...ctx, now }, projectId, {
        id: v7(),
        name: `${index}`,
        kind: "files",
      });
      ids.unshift(id);
    }
    const first = await listIngestions(reader, projectId, { limit: 3 });
    const rest = await listIngestions(reader, projectId, { limit: 3, after: first.next ?? "" });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
    expect(rest.next).toBeNull();
    await expect(listIngestions(reader, projectId, { limit: 3, after: "x" })).rejects.toMatchObject(
      {
        code: "invalid",
      },
    );
  });

  it("takes a list of addresses once each, and tells which is none", async () => {
    const addresses = ["news.example/a", "https://news.example/a#top", "https://news.example/b"];
    const ingestion = await begin({ kind: "addresses", addresses });
    expect(ingestion).toMatchObject({ complete: true, counts: { waiting: 2 } });
    const wrong = begin({
      kind: "addresses",
      addresses: ["https://news.example/", "ftp://x", "two words"],
    });
    await expect(wrong).rejects.toMatchObject({
      code: "invalid",
      fields: { "addresses.1": expect.any(String), "addresses.2": expect.any(String) },
    });
    await expect(begin({ kind: "addresses" })).rejects.toMatchObject({ code: "invalid" });
  });
});

describe("items", () => {
  it("that fail are tried again, one or all; what came in is not", async () => {
    const { id } = await begin();
    const good = await putItem(ctx, id, 0, { name: "a.txt", bytes: text("First.") });
    const bad = await putItem(ctx, id, 1, { name: "b.txt", bytes: text(" ") });
    await takeAll(id);
    await expect(retryItem(ctx, good.id)).rejects.toMatchObject({ code: "state" });
    expect(await retryItem(ctx, bad.id)).toMatchObject({ state: "waiting", problem: null });
    await takeAll(id);
    expect(await retryFailed(ctx, id)).toMatchObject({ counts: { waiting: 1, failed: 0 } });
    await takeAll(id);
    expect(await retryFailed(ctx, id)).toMatchObject({ counts: { waiting: 1 } });
  });

  it("left by a dead worker are given back in a moment, and by a living one are not", async () => {
    const { id } = await begin();
    await putItem(ctx, id, 0, { name: "a.txt", bytes: text("First.") });
    const claimed = await claimItem(operator(), id, worker);
    await recoverItems(operator());
    expect((await getIngestion(ctx, id)).counts).toMatchObject({ running: 1, waiting: 0 });
    expect(await claimItem(operator(), id, worker)).toBeNull();
    await claimed?.lease.release();
    await recoverItems(operator());
    expect((await getIngestion(ctx, id)).counts).toMatchObject({ running: 0, waiting: 1 });
    await takeAll(id);
    expect((await getIngestion(ctx, id)).counts.added).toBe(1);
  });

  it("are not written twice when a claim was lost on the way", async () => {
    const { id } = await begin();
    await putItem(ctx, id, 0, { name: "a.txt", bytes: text("First.") });
    const slow = await claimItem(operator(), id, worker);
    await slow?.lease.release();
    await recoverItems(operator());
    const quick = await claimItem(operator(), id, worker);
    if (!slow || !quick) throw new Error("There was nothing to claim.");
    await processItem(operator(), slow.item, worker);
    expect(await client.db.article.count({ where: { projectId } })).toBe(0);
    await processItem(operator(), quick.item, worker);
    await quick.lease.release();
    expect(await told(id)).toEqual([["a.txt", "added", null]]);
    expect(await client.db.article.count({ where: { projectId } })).toBe(1);
  });

  it("that take a worker along three times are given up", async () => {
    const { id } = await begin();
    await putItem(ctx, id, 0, { name: "poison.txt", bytes: text("First.") });
    for (let death = 0; death < 3; death++) {
      const claimed = await claimItem(operator(), id, worker);
      await claimed?.lease.release();
      await recoverItems(operator());
    }
    await takeAll(id);
    expect(await told(id)).toEqual([
      ["poison.txt", "failed", expect.stringContaining("ended three times")],
    ]);
  });

  it("of somebody who may not add articles any more are not taken in", async () => {
    const { id } = await begin();
    await putItem(ctx, id, 0, { name: "a.txt", bytes: text("First.") });
    await client.db.member.updateMany({ where: { projectId }, data: { revokedAt: new Date() } });
    await takeAll(id);
    expect(await getIngestion(operator(), id)).toMatchObject({ counts: { failed: 1 } });
  });

  it("of an archive become items of their own, also when its unpacking was broken off", async () => {
    const zip = new ZipFile();
    for (let index = 0; index < 3; index++)
      zip.addBuffer(text(`Text ${index}.`), `news/${index}.txt`);
    zip.addBuffer(text("x".repeat(10)), ".hidden");
    zip.end();
    const { id } = await begin();
    await putItem(ctx, id, 0, { name: "news.zip", bytes: await buffer(zip.outputStream) });
    await takeAll(id);
    expect(await told(id)).toEqual([
      ["news.zip", "unpacked", null],
      ["news.zip/news/0.txt", "added", null],
      ["news.zip/news/1.txt", "added", null],
      ["news.zip/news/2.txt", "added", null],
      ["news.zip/.hidden", "failed", "It is hidden, and was left alone."],
    ]);
    const where = { ingestionId: id, parentId: null };
    await client.db.ingestionItem.updateMany({ where, data: { state: "waiting" } });
    await takeAll(id);
    expect(await told(id)).toHaveLength(5);
  });

  it("of a table become texts and addresses, with what its columns say", async () => {
    const { id } = await begin({
      kind: "table",
      mapping: { text: "Words", title: "Name", published: "On" },
    });
    const table = "Name;Words;On\nOne;The first text.;2026-11-02\nTwo;;\nThree;x\n";
    await putItem(ctx, id, 0, { name: "rows.txt", bytes: text(table) });
    await completeIngestion(ctx, id);
    await takeAll(id);
    expect(await told(id)).toEqual([
      ["rows.txt", "unpacked", null],
      ["rows.txt, line 2", "added", null],
      ["rows.txt, line 3", "failed", "This row has neither a text nor an address."],
      ["rows.txt, line 4", "failed", "This line has 2 cells where the first line names 3."],
    ]);
    // Nothing would come of them a second time: they are left with what was said of them.
    expect(await retryFailed(ctx, id)).toMatchObject({ retryable: 0, counts: { failed: 2 } });
    const [broken] = await listItems(ctx, id, { state: "failed", limit: 1 });
    expect(broken).toMatchObject({ canRetry: false });
    await expect(retryItem(ctx, broken?.id ?? "")).rejects.toMatchObject({ code: "state" });
    expect(await client.db.article.findFirst({ where: { projectId } })).toMatchObject({
      title: "One",
      published: "2026-11-02",
      detailsFrom: { title: "table", published: "table" },
    });
  });

  it("that are addresses are fetched, and keep the bytes that they gave", async () => {
    const server = createServer((request, response) => {
      if (request.url === "/gone") response.writeHead(404).end();
      else {
        const words = "The harbour of Sahrin is open again. ".repeat(20);
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(`<title>Harbour</title><article><h1>Harbour</h1><p>${words}</p></article>`);
      }
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const about = server.address();
    const host = `127.0.0.1:${about !== null && typeof about === "object" ? about.port : 0}`;
    vi.stubEnv("ONRECORD_FETCH_ALLOW", host);
    const { id } = await bring(operator(), projectId, {
      id: v7(),
      name: "Feed: The Estuary Courier",
      kind: "feed",
      complete: true,
      items: [
        { index: 0, name: "Harbour", url: `http://${host}/a`, details: { byline: "A. Writer" } },
        { index: 1, name: "Gone", url: `http://${host}/gone` },
      ],
    });
    await takeAll(id);
    vi.unstubAllEnvs();
    server.close();
    expect(await told(id)).toEqual([
      ["Harbour", "added", null],
      ["Gone", "failed", expect.any(String)],
    ]);
    const row = await client.db.ingestionItem.findFirstOrThrow({
      where: { ingestionId: id, index: 0 },
      include: { article: { include: { revisions: true } } },
    });
    expect(row.article).toMatchObject({ url: `http://${host}/a`, byline: "A. Writer" });
    expect(row.article?.revisions[0]).toMatchObject({
      originKind: "feed",
      originalHash: row.originalHash,
      retrievedAt: expect.any(Date),
    });
  });

  it("by the thousand are begun and listed quickly", async () => {
    const addresses = Array.from({ length: 10_000 }, (_, index) => `https://news.example/${index}`);
    const before = performance.now();
    const { id } = await begin({ kind: "addresses", addresses });
    expect(performance.now() - before).toBeLessThan(10_000);
    const listed = performance.now();
    const items = await listItems(ctx, id, { limit: 100 });
    const next = await listItems(ctx, id, {
      limit: 100,
      after: items.at(-1)?.id,
      state: "waiting",
    });
    expect(next[0]?.index).toBe(100);
    expect((await getIngestion(ctx, id)).counts.waiting).toBe(10_000);
    expect(performance.now() - listed).toBeLessThan(2_000);
    const cancelled = await cancelIngestion(ctx, id);
    expect(cancelled).toMatchObject({ isDone: true, counts: { cancelled: 10_000 } });
  });
});
