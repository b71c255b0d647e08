import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import iconv from "iconv-lite";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ZipFile } from "yazl";
import { getArticle } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { contextFor, makeMember, makeProject, makeUser } from "#prisma/factories.ts";
import { ingest, type IngestInput } from "./ingest.ts";
import type { IngestResult } from "./model.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
let folder: string;

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
  folder = await mkdtemp(join(tmpdir(), "onrecord-ingest-"));
  return () => rm(folder, { recursive: true, force: true });
});

const operator = (): Context => ({ actor: { kind: "operator" }, db, now: new Date() });
const put = (name: string, content: string | Buffer) => writeFile(join(folder, name), content);
const told = ({ input, status, problem }: IngestResult) => [input, status, problem];

async function all(ctx: Context, inputs: readonly IngestInput[]): Promise<IngestResult[]> {
  const results: IngestResult[] = [];
  for await (const result of ingest(ctx, projectId, inputs)) results.push(result);
  return results;
}

async function take(ctx: Context, ...typed: string[]): Promise<IngestResult[]> {
  const inputs = typed.map((one) => ({ typed: one, path: join(folder, one) }));
  return all(ctx, inputs);
}

describe("taking files in", () => {
  it("goes through folders in order, tells what became of each, and passes nothing over", async () => {
    await mkdir(join(folder, "news/deep"), { recursive: true });
    await mkdir(join(folder, "news/empty"));
    await put("news/b.md", "# Two\n\nSecond text.");
    await put("news/a.txt", "First text.");
    await put("news/again.txt", "First text.\r\n".trimEnd());
    await put("news/deep/c.HTML", "<h1>Three</h1><p>Third text.</p>");
    await put("news/list.xlsx", "a,b");
    await put("news/.hidden.txt", "Hidden.");
    await symlink(join(folder, "news"), join(folder, "news/loop"));
    await symlink(tmpdir(), join(folder, "news/out"));
    const results = await take(operator(), "news");
    expect(results.map(told)).toEqual([
      ["news/.hidden.txt", "failed", "It is hidden, and was left alone."],
      ["news/a.txt", "added", null],
      ["news/again.txt", "duplicate", null],
      ["news/b.md", "added", null],
      ["news/deep/c.HTML", "added", null],
      ["news/empty", "failed", "The folder is empty."],
      [
        "news/list.xlsx",
        "failed",
        "Files that end in .xlsx cannot be read; plain text, HTML, Markdown, PDF, DOCX, ODT and mail (EML) can be read.",
      ],
      ["news/loop", "failed", "It leads to a folder that was read already."],
      ["news/out", "failed", "It is a link to a folder elsewhere, and was not followed."],
    ]);
    expect(results[2]?.articleId).toBe(results[1]?.articleId);
    expect((await getArticle(operator(), results[4]?.articleId ?? "")).mediaType).toBe("text/html");
  });

  it("answers wrong input with a sentence each, and goes on", async () => {
    await put("empty.txt", "");
    await put("blank.txt", "\uFEFF \n ");
    await put("binary.txt", Buffer.from([0x50, 0, 0x4b, 1, 2, 0, 0, 9, 8]));
    await put("huge.txt", Buffer.alloc(50 * 1024 * 1024, "x"));
    await put("paper.pdf", "%PDF-1.7");
    await put("good.txt", "Good.");
    const results = await take(
      operator(),
      "empty.txt",
      "blank.txt",
      "binary.txt",
      "huge.txt",
      "paper.pdf",
      "absent.txt",
      "good.txt",
    );
    expect(results.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 6 }, () => "failed"),
      "added",
    ]);
    expect(results.map(({ problem }) => problem)).toEqual([
      "There is no text in it.",
      "There is no text in it.",
      expect.stringContaining("binary"),
      expect.stringContaining("10 MB"),
      expect.stringContaining("PDF"),
      "There is no such file or folder.",
      null,
    ]);
  });

  it("reads other encodings, and texts of one character and of 300,000 words", async () => {
    await put(
      "latin.txt",
      iconv.encode(
        "Zażółć — Müller sagte: „Nein, das ist falsch“, und ging über die Straße.",
        "windows-1250",
      ),
    );
    await put("utf16.txt", iconv.encode("\uFEFFÉtat des lieux 😀", "utf-16le"));
    await put("one.txt", "x");
    await put("long.txt", "The ministry denied it again today. ".repeat(50_000));
    const results = await take(operator(), "latin.txt", "utf16.txt", "one.txt", "long.txt");
    expect(results.map(({ status }) => status)).toEqual(["added", "added", "added", "added"]);
    const texts = await Promise.all(
      results.map(({ articleId }) => getArticle(operator(), articleId ?? "")),
    );
    expect(texts[1]?.text).toBe("État des lieux 😀");
    expect(texts[2]?.text).toBe("x");
  });

  it("takes what is in archives and tables, each with its place", async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from("A text in a folder."), "news/a.txt");
    zip.addBuffer(Buffer.from("title,text\nT,A text in a table.\n"), "rows.csv");
    zip.addBuffer(Buffer.from("PK\u0003\u0004"), "inner.zip");
    zip.addBuffer(Buffer.from("x"), "__MACOSX/._a.txt");
    zip.end();
    await put("harbour.zip", await buffer(zip.outputStream));
    await put("list.jsonl", '{"text":"A text in a line.","title":"Line"}\n{"title":"Nothing"}\n');
    const results = await take(operator(), "harbour.zip", "list.jsonl");
    expect(results.map(told)).toEqual([
      ["harbour.zip/news/a.txt", "added", null],
      ["harbour.zip/rows.csv, line 2", "added", null],
      ["harbour.zip/inner.zip", "failed", expect.stringContaining("archive within the archive")],
      ["list.jsonl, line 1", "added", null],
      ["list.jsonl, line 2", "failed", "This row has neither a text nor an address."],
    ]);
    const line = await getArticle(operator(), results[3]?.articleId ?? "");
    expect(line).toMatchObject({ title: "Line", text: "A text in a line." });
    const row = await db.revision.findFirstOrThrow({
      where: { articleId: results[1]?.articleId ?? "" },
    });
    expect(row).toMatchObject({ originKind: "table", originName: "harbour.zip/rows.csv, line 2" });
  });

  it("fetches addresses: what has changed is a revision of the same article", async () => {
    const page = (words: string) =>
      `<html><title>Harbour</title><article><h1>Harbour</h1><p>${`The harbour of Sahrin ${words}. `.repeat(20)}</p></article></html>`;
    let body = page("is open");
    const server = createServer((_, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end(body);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const about = server.address();
    const host = `127.0.0.1:${about !== null && typeof about === "object" ? about.port : 0}`;
    vi.stubEnv("ONRECORD_FETCH_ALLOW", host);
    const fetched = async () => {
      const [result] = await all(operator(), [{ typed: `http://${host}/harbour#top`, path: "" }]);
      return result;
    };
    const first = await fetched();
    expect(first).toMatchObject({ status: "added", problem: null });
    const article = await getArticle(operator(), first?.articleId ?? "");
    expect(article).toMatchObject({ url: `http://${host}/harbour`, title: "Harbour" });
    expect(await fetched()).toMatchObject({ status: "duplicate", articleId: article.id });
    body = page("is closed");
    expect(await fetched()).toMatchObject({ status: "revision", articleId: article.id });
    expect((await getArticle(operator(), article.id)).revision).toBe(2);
    server.close();
    server.closeAllConnections();
    const results = await all(operator(), [
      { typed: `http://${host}/`, path: "" },
      { typed: "ftp://news.example/a", path: "" },
    ]);
    expect(results.map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(results[1]?.problem).toContain("http://");
    vi.unstubAllEnvs();
  });

  it("is refused to readers and strangers before anything is read", async () => {
    await put("a.txt", "x");
    const reader = (await makeMember(db, { projectId, role: "reader" })).ctx;
    await expect(take(reader, "a.txt")).rejects.toMatchObject({ code: "forbidden" });
    await expect(take(await contextFor(db, await makeUser(db)), "a.txt")).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

const corpus = fileURLToPath(new URL("../../../shared/corpus/articles/", import.meta.url));

describe.skipIf(!existsSync(corpus))("the five articles beside the project", () => {
  it("come in, once", async () => {
    const inputs = [{ typed: "articles", path: corpus }];
    const first = await all(operator(), inputs);
    expect(first.map(({ status }) => status)).toEqual(readdirSync(corpus).map(() => "added"));
    const second = await all(operator(), inputs);
    expect(second.map(({ status }) => status)).toEqual(readdirSync(corpus).map(() => "duplicate"));
  });
});
