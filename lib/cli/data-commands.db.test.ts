import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { makeAnnotation, makeArticle, makeProject } from "#prisma/factories.ts";
import { main } from "./main.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
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
  folder = await mkdtemp(join(tmpdir(), "onrecord-commands-"));
  return () => rm(folder, { recursive: true, force: true });
});

async function onrecord(
  ...args: string[]
): Promise<{ status: number; out: string[]; err: string[] }> {
  const [out, err]: [string[], string[]] = [[], []];
  const status = await main(args, {
    openContext: async () => ({
      ctx: { actor: { kind: "operator" }, db, now: new Date() },
      close: async () => undefined,
    }),
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
  });
  return { status, out, err };
}
const json = ({ out }: { out: string[] }) => out.map((line): unknown => JSON.parse(line));

describe("onrecord project", () => {
  it("makes a project, lists it, and refuses its name a second time", async () => {
    const made = await onrecord("project", "create", "Harbour", "--json");
    expect(made).toMatchObject({ status: 0, err: [] });
    expect(json(made)).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), name: "Harbour" }]);
    expect(json(await onrecord("project", "list", "--json"))).toContainEqual(json(made)[0]);
    expect(await onrecord("project", "create", "Harbour", "--json")).toEqual({
      status: 1,
      out: [],
      err: ["There is a project named Harbour already."],
    });
    expect((await onrecord("project", "create")).status).toBe(2);
    expect((await onrecord("project", "create", " ")).status).toBe(1);
  });
});

describe("onrecord ingest", () => {
  it("prints one value for each file; a failed one gives status 1 and leaves the rest going", async () => {
    const { id, name } = await makeProject(db);
    await writeFile(join(folder, "a.txt"), "First.");
    await writeFile(join(folder, "b.txt"), "");
    await writeFile(join(folder, "c.txt"), "First.");
    const result = await onrecord("--json", "ingest", "--project", name, folder);
    expect(result.status).toBe(1);
    expect(json(result)).toEqual([
      {
        input: join(folder, "a.txt"),
        status: "added",
        articleId: expect.any(String),
        problem: null,
      },
      {
        input: join(folder, "b.txt"),
        status: "failed",
        articleId: null,
        problem: "There is no text in it.",
      },
      {
        input: join(folder, "c.txt"),
        status: "duplicate",
        articleId: expect.any(String),
        problem: null,
      },
    ]);
    expect(result.err).toEqual([`${join(folder, "b.txt")}: There is no text in it.`]);
    expect((await onrecord("ingest", "--project", id, join(folder, "a.txt"))).out.at(-1)).toBe(
      "0 added, 1 there already, 0 failed.",
    );
    expect(await onrecord("ingest", "--project", "Nowhere", folder)).toMatchObject({
      status: 1,
      err: ["There is no project named Nowhere."],
    });
    expect((await onrecord("ingest", folder)).status).toBe(2);
  });
});

describe("onrecord export", () => {
  it("writes the whole file in its place, and tells how much is in it", async () => {
    const project = await makeProject(db);
    const article = await makeArticle(db, { projectId: project.id });
    await makeAnnotation(db, article);
    const out = join(folder, "out.jsonl");
    await writeFile(out, "older");
    const result = await onrecord(
      "export",
      "--project",
      project.name,
      "--format",
      "jsonl",
      "--out",
      out,
      "--json",
    );
    expect(result).toEqual({
      status: 0,
      out: [JSON.stringify({ out, articles: 1, annotations: 1 })],
      err: [],
    });
    expect((await readFile(out, "utf8")).trimEnd().split("\n")).toHaveLength(3);
    const approved = await onrecord(
      "export",
      "--project",
      project.id,
      "--format",
      "csv",
      "--state",
      "approved",
      "--out",
      out,
      "--json",
    );
    expect(json(approved)).toEqual([{ out, articles: 1, annotations: 0 }]);
  });

  it("leaves the older file and no part of a new one when it is stopped", async () => {
    const project = await makeProject(db);
    const article = await makeArticle(db, { projectId: project.id });
    const { id } = await makeAnnotation(db, article);
    await db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`ALTER TABLE "segment" DISABLE TRIGGER USER`);
      await tx.segment.updateMany({
        where: { annotationId: id },
        data: { exact: "Something else" },
      });
      await tx.$executeRawUnsafe(`ALTER TABLE "segment" ENABLE TRIGGER USER`);
    });
    const out = join(folder, "out.jsonl");
    await writeFile(out, "older");
    const result = await onrecord(
      "export",
      "--project",
      project.id,
      "--format",
      "jsonl",
      "--out",
      out,
    );
    expect(result.status).toBe(1);
    expect(result.err[0]).toContain(id);
    expect(await readdir(folder)).toEqual(["out.jsonl"]);
    expect(await readFile(out, "utf8")).toBe("older");
    const seen = await onrecord("doctor", "--json");
    expect(seen.status).toBe(1);
    expect(json(seen)).toEqual([
      {
        ok: false,
        problems: expect.arrayContaining([{ what: "annotation", id, message: expect.any(String) }]),
      },
    ]);
  });

  it("refuses a folder, a place that is not there, and words that it does not know", async () => {
    const { id } = await makeProject(db);
    const to = async (out: string, ...more: string[]) =>
      onrecord("export", "--project", id, "--format", "csv", "--out", out, ...more);
    expect(await to(folder)).toMatchObject({
      status: 1,
      err: [`${folder} is a folder; give the name of a file.`],
    });
    expect(await to(join(folder, "no/out.csv"))).toMatchObject({
      status: 1,
      err: ["The file cannot be written. Its folder does not exist."],
    });
    expect((await to(join(folder, "x"), "--state", "nonsense")).status).toBe(2);
    expect(
      (await onrecord("export", "--project", id, "--format", "xml", "--out", join(folder, "x")))
        .status,
    ).toBe(2);
    expect((await onrecord("export", "--project", id)).status).toBe(2);
  });
});
