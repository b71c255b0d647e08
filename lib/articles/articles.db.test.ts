import { createHash } from "node:crypto";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context, MemberRole } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { sliceCodePoints } from "#lib/text/offsets.ts";
import { addArticle, type NewArticle } from "./add-article.ts";
import { correctBlock } from "./correct-block.ts";
import { editArticle } from "./edit-article.ts";
import { findPassages } from "./find-passages.ts";
import { getArticle, getArticleSummary, listArticles } from "./queries.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
const now = new Date("2031-05-04T10:00:00.000Z");

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 6);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  projectId = (await createProject(operator(), { name: `Project ${v7()}` })).id;
});

const operator = (): Context => ({ actor: { kind: "operator" }, db, now });

async function person(role: MemberRole | null): Promise<Context> {
  const userId = v7();
  await db.user.create({
    data: { id: userId, name: role ?? "Stranger", email: `${userId}@example.org` },
  });
  if (role) await db.member.create({ data: { projectId, userId, role } });
  const roles = new Map(role ? [[projectId, role]] : []);
  return {
    actor: {
      kind: "user",
      userId,
      name: "x",
      isOwner: false,
      roles,
      via: "session",
      blind: new Set(),
      sessionId: null,
    },
    db,
    now,
  };
}

const paste = (text: string, more: Partial<NewArticle> = {}): NewArticle => ({
  content: { text, mediaType: "text/plain" },
  origin: { kind: "paste", name: null },
  ...more,
});

describe("adding an article", () => {
  it("keeps the bytes, the text and the blocks, and writes down who brought it", async () => {
    const annotator = await person("annotator");
    const bytes = Buffer.from("\uFEFFHarbour shut\r\n\r\nThe ministry denied it 😀.\r\n");
    const { article, isNew } = await addArticle(annotator, projectId, {
      content: { bytes },
      origin: { kind: "file", name: "harbour.txt" },
      details: { publisher: "Northern Wire", published: "2031-05-01" },
    });
    expect(isNew).toBe(true);
    expect(article).toMatchObject({
      projectId,
      mediaType: "text/plain",
      publisher: "Northern Wire",
      published: "2031-05-01",
      url: null,
      revision: 1,
      text: "Harbour shut\n\nThe ministry denied it 😀.\n",
      createdAt: now.toISOString(),
    });
    expect(article.hash).toBe(createHash("sha256").update(article.text).digest("hex"));
    expect(
      article.blocks.map(({ start, end }) => sliceCodePoints(article.text, start, end)),
    ).toEqual(["Harbour shut", "The ministry denied it 😀."]);
    const revision = await db.revision.findFirstOrThrow({
      where: { articleId: article.id },
      include: { original: true },
    });
    expect(Buffer.from(revision.original.bytes).equals(bytes)).toBe(true);
    expect(revision).toMatchObject({
      encoding: "utf-8",
      originKind: "file",
      originName: "harbour.txt",
    });
    expect(await db.auditEvent.findMany({ where: { subjectId: article.id } })).toMatchObject([
      { type: "article.added" },
    ]);
    expect(await getArticle(annotator, article.id)).toEqual(article);
    expect(await listArticles(annotator, projectId)).toMatchObject([
      { id: article.id, hash: article.hash },
    ]);
  });

  it("gives the article that is there for the very same text, also as another file", async () => {
    const first = await addArticle(operator(), projectId, paste("One text.\n"));
    const again = await addArticle(
      operator(),
      projectId,
      paste("One text.\r\n", { details: { title: "Other" } }),
    );
    expect(again).toEqual({ article: first.article, isNew: false });
    const elsewhere = await createProject(operator(), { name: `Elsewhere ${v7()}` });
    expect((await addArticle(operator(), elsewhere.id, paste("One text.\n"))).isNew).toBe(true);
  });

  it("makes one article of the same text brought eight times at once", async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => addArticle(operator(), projectId, paste("At once."))),
    );
    expect(new Set(all.map(({ article }) => article.id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await db.article.count({ where: { projectId } })).toBe(1);
  });

  it("takes a text of one character", async () => {
    const { article } = await addArticle(operator(), projectId, paste("😀"));
    expect(article).toMatchObject({ title: "😀", text: "😀" });
  });

  it("takes a text of 300,000 words", async () => {
    const text = Array.from(
      { length: 6_000 },
      (_, i) => `Paragraph ${i}: ${"the ministry denied it again ".repeat(10)}`,
    ).join("\n\n");
    const { article } = await addArticle(operator(), projectId, paste(text));
    expect(article.blocks.length).toBeGreaterThanOrEqual(6_000);
  });

  it("refuses what cannot be read, too much, and people who may not", async () => {
    await expect(addArticle(operator(), projectId, paste(" \n "))).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(
      addArticle(operator(), projectId, paste("x".repeat(11 * 1024 * 1024))),
    ).rejects.toMatchObject({
      code: "too-large",
      message: expect.stringContaining("10 MB"),
    });
    const picture = {
      content: { bytes: Buffer.from("\u0089PNG\r\n", "latin1") },
      origin: { kind: "file", name: "a.txt" },
    } as const;
    await expect(addArticle(operator(), projectId, picture)).rejects.toMatchObject({
      code: "media-type",
    });
    await expect(addArticle(await person("reader"), projectId, paste("x"))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(addArticle(await person(null), projectId, paste("x"))).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await db.article.count({ where: { projectId } })).toBe(0);
  });
});

describe("reading and editing an article", () => {
  it("is for members only, and for revisions that are there", async () => {
    const { article } = await addArticle(operator(), projectId, paste("Words."));
    await expect(getArticle(await person(null), article.id)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getArticleSummary(await person(null), article.id)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getArticle(operator(), article.id, 2)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getArticle(operator(), "nonsense")).rejects.toMatchObject({ code: "not-found" });
    await expect(listArticles(await person(null), projectId)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("lists pages without gap", async () => {
    for (const text of ["one", "two", "three"])
      await addArticle(operator(), projectId, paste(text));
    const first = await listArticles(operator(), projectId, { limit: 2 });
    const rest = await listArticles(operator(), projectId, { after: first[1]?.id, limit: 2 });
    expect([...first, ...rest].map(({ title }) => title)).toEqual(["one", "two", "three"]);
  });

  it("changes what is given, clears what is null, and leaves one trace", async () => {
    const annotator = await person("annotator");
    const { article } = await addArticle(
      operator(),
      projectId,
      paste("Words.", { details: { title: "A", publisher: "P", byline: "B" } }),
    );
    const edited = await editArticle(annotator, article.id, { title: "New", publisher: null });
    expect(edited).toMatchObject({ title: "New", publisher: null, byline: "B" });
    expect(await getArticle(annotator, article.id)).toMatchObject(edited);
    await editArticle(annotator, article.id, { title: "New" });
    const events = await db.auditEvent.findMany({
      where: { subjectId: article.id, type: "article.edited" },
    });
    expect(events).toMatchObject([{ before: { title: "A" }, after: { title: "New" } }]);
    await expect(
      editArticle(await person("reader"), article.id, { title: "x" }),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(editArticle(await person(null), article.id, { title: "x" })).rejects.toMatchObject(
      { code: "not-found" },
    );
  });
});

describe("correcting a block", () => {
  it("folds it away and restores it, and keeps what was found", async () => {
    const annotator = await person("annotator");
    const { article } = await addArticle(
      operator(),
      projectId,
      paste("First paragraph here.\n\nSecond paragraph here."),
    );
    const folded = await correctBlock(annotator, article.id, 1, {
      boilerplate: "teaser",
      revision: 1,
    });
    expect(folded).toMatchObject({ boilerplate: "teaser" });
    expect((await getArticle(annotator, article.id)).blocks[1]).toEqual(folded);
    await correctBlock(annotator, article.id, 1, { boilerplate: "teaser" });
    await correctBlock(annotator, article.id, 1, { boilerplate: null });
    expect((await getArticle(annotator, article.id)).blocks).toEqual(article.blocks);
    const events = await db.auditEvent.findMany({
      where: { subjectId: article.id, type: "block.corrected" },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ after }) => after)).toEqual([
      { revision: 1, index: 1, boilerplate: "teaser" },
      { revision: 1, index: 1, boilerplate: null },
    ]);
  });

  it("refuses another revision, a block that is not there, readers and strangers", async () => {
    const { article } = await addArticle(operator(), projectId, paste("Only one."));
    const teaser = { boilerplate: "teaser" } as const;
    await expect(
      correctBlock(operator(), article.id, 0, { ...teaser, revision: 2 }),
    ).rejects.toMatchObject({ code: "revision" });
    await expect(correctBlock(operator(), article.id, 7, teaser)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(correctBlock(await person("reader"), article.id, 0, teaser)).rejects.toMatchObject(
      { code: "forbidden" },
    );
    await expect(correctBlock(await person(null), article.id, 0, teaser)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("finding passages", () => {
  it("gives the words at their code points, page by page", async () => {
    const texts = ["😀 Café one. CAFÉ two.", "nothing here", "A cafe\u0301 again and a café."];
    for (const text of texts) await addArticle(operator(), projectId, paste(text));
    const all = await findPassages(operator(), projectId, "cafe");
    expect(all.items.map(({ exact }) => exact)).toEqual(["Café", "CAFÉ", "café", "café"]);
    expect(all.next).toBeNull();
    for (const { articleId, start, end, exact, prefix, suffix } of all.items) {
      const { text } = await getArticle(operator(), articleId);
      expect(sliceCodePoints(text, start, end)).toBe(exact);
      expect(text).toContain(prefix + exact + suffix);
    }
    const paged = [];
    for (let after: string | undefined; ;) {
      const page = await findPassages(operator(), projectId, "cafe", { limit: 1, after });
      paged.push(...page.items);
      if (page.next === null) break;
      after = page.next;
    }
    expect(paged).toEqual(all.items);
  });

  it("takes signs of patterns as themselves, and finds nothing for blanks", async () => {
    await addArticle(operator(), projectId, paste("Half: 50%. Not 50x."));
    expect((await findPassages(operator(), projectId, "50%")).items).toHaveLength(1);
    expect((await findPassages(operator(), projectId, "5_%")).items).toHaveLength(0);
    expect(await findPassages(operator(), projectId, " \n ")).toEqual({ items: [], next: null });
  });

  it("is quick in a text of ten megabytes", async () => {
    await addArticle(
      operator(),
      projectId,
      paste(`${"The ministry denied it. ".repeat(400_000)}Ünique.`),
    );
    const started = performance.now();
    expect((await findPassages(operator(), projectId, "unique")).items).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 120_000);

  it("refuses strangers, endless queries and foreign cursors", async () => {
    await expect(findPassages(await person(null), projectId, "x")).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(findPassages(operator(), projectId, "x".repeat(2_000))).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(findPassages(operator(), projectId, "x", { after: "abc" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
