import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Context, MemberRole } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { createProject } from "#lib/projects/create-project.ts";
import { addArticle } from "./add-article.ts";
import { articleState, type AnnotationCounts } from "./article-state.ts";
import { stateOf } from "./articles-table-sql.ts";
import { articlesTable, TableRequest } from "./articles-table.ts";
import type { ArticleDetails, WorkState } from "./model.ts";

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

async function person(
  role: MemberRole | null,
  name = "Somebody",
): Promise<Context & { userId: string }> {
  const userId = v7();
  await db.user.create({ data: { id: userId, name, email: `${userId}@example.org` } });
  if (role) await db.member.create({ data: { projectId, userId, role } });
  const roles = new Map(role ? [[projectId, role]] : []);
  const actor = {
    kind: "user",
    userId,
    name,
    isOwner: false,
    roles,
    via: "session",
    blind: new Set<string>(),
    sessionId: null,
  } as const;
  return { actor, db, now, userId };
}

async function add(title: string, details: ArticleDetails = {}): Promise<string> {
  const { article } = await addArticle(operator(), projectId, {
    content: { text: `Text of ${title}.`, mediaType: "text/plain" },
    origin: { kind: "paste", name: null },
    details: { title, ...details },
  });
  return article.id;
}

async function mark(
  articleId: string,
  authorId: string,
  state: "draft" | "submitted" | "withdrawn",
): Promise<void> {
  const revision = await db.revision.findFirstOrThrow({
    where: { articleId },
    select: { id: true },
  });
  await db.annotation.create({
    data: {
      id: v7(),
      projectId,
      articleId,
      revisionId: revision.id,
      revision: 1,
      authorId,
      tag: "claim",
      state,
      attributes: {},
      signature: v7(),
      versions: { create: { version: 1, writerId: authorId, content: {} } },
    },
  });
}

const subsets = <T>(items: readonly T[]): T[][] =>
  items.reduce<T[][]>((all, item) => [...all, ...all.map((some) => [...some, item])], [[]]);

describe("the state of an article in SQL", () => {
  it("is that of the pure rule, for every combination", async () => {
    const states = ["draft", "submitted", "approved", "rejected", "withdrawn"] as const;
    const works = subsets<WorkState>(["not-begun", "begun", "finished", "reopened"]);
    const cases = subsets(states).flatMap((marked) =>
      works.map((work) => {
        const counts = Object.fromEntries(
          states.map((state) => [state, marked.includes(state) ? 2 : 0]),
        ) as AnnotationCounts;
        return { counts, work, expected: articleState(counts, work) };
      }),
    );
    const input = cases.map(({ counts, work }) => ({
      ...(Object.values(counts).some((count) => count > 0) ? counts : {}),
      is_open:
        work.length === 0 ? null : work.some((state) => state === "begun" || state === "reopened"),
      is_finished: work.length === 0 ? null : work.includes("finished"),
    }));
    const rows = await db.$queryRaw<{ state: string }[]>`
      SELECT ${stateOf("m", "m")} AS state
      FROM ROWS FROM (json_to_recordset(${JSON.stringify(input)}::json)
        AS (draft int, submitted int, approved int, rejected int, withdrawn int, is_open boolean, is_finished boolean))
        WITH ORDINALITY AS m ORDER BY m.ordinality`;
    expect(rows.map(({ state }) => state)).toEqual(cases.map(({ expected }) => expected));
  });

  it("is that of the pure rule over real rows, too", async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => person("annotator")));
    const expected: Record<string, string> = {};
    const counts: AnnotationCounts = {
      draft: 0,
      submitted: 0,
      approved: 0,
      rejected: 0,
      withdrawn: 0,
    };
    for (const marked of subsets(["draft", "submitted", "withdrawn"] as const)) {
      for (const work of subsets<WorkState>(["not-begun", "begun", "finished", "reopened"])) {
        const id = await add(`${marked.join()} ${work.join()}`);
        for (const state of marked) await mark(id, people[0]?.userId ?? "", state);
        for (const [index, state] of work.entries()) {
          await db.work.create({
            data: { articleId: id, userId: people[index]?.userId ?? "", state },
          });
        }
        expected[id] = articleState(
          { ...counts, ...Object.fromEntries(marked.map((state) => [state, 1])) },
          work,
        );
      }
    }
    const found: Record<string, string> = {};
    for (let page = 1; page <= 3; page++) {
      for (const row of (await articlesTable(operator(), projectId, { page })).rows)
        found[row.id] = row.state;
    }
    expect(found).toEqual(expected);
  }, 120_000);
});

describe("the articles table", () => {
  it("gives each article with its annotations, its people and its length", async () => {
    const [ann, bo] = [await person("annotator", "Ann"), await person("annotator", "Bo")];
    const id = await add("One", {
      publisher: "Northern Wire",
      byline: "Å. Writer",
      published: "2031-05-01",
    });
    await mark(id, ann.userId, "draft");
    await mark(id, bo.userId, "submitted");
    await db.work.create({ data: { articleId: id, userId: bo.userId, state: "finished" } });
    await db.work.create({ data: { articleId: id, userId: ann.userId, state: "begun" } });
    expect(await articlesTable(ann, projectId)).toEqual({
      rows: [
        {
          id,
          title: "One",
          publisher: "Northern Wire",
          byline: "Å. Writer",
          published: "2031-05-01",
          createdAt: now.toISOString(),
          revision: 1,
          length: 12,
          state: "in-review",
          annotations: { draft: 1, submitted: 1, approved: 0, rejected: 0, withdrawn: 0 },
          work: [
            { userId: ann.userId, name: "Ann", state: "begun" },
            { userId: bo.userId, name: "Bo", state: "finished" },
          ],
        },
      ],
      total: 1,
      states: { new: 0, "in-work": 0, "in-review": 1, done: 0 },
      page: 1,
      pageCount: 1,
    });
  });

  it("searches labels without case and accents, and takes signs of patterns as themselves", async () => {
    await add("Élan vital", { publisher: "Vell Courier" });
    await add("50% of it");
    const titles = async (search: string) =>
      (await articlesTable(operator(), projectId, { search })).rows.map(({ title }) => title);
    expect(await titles("elan")).toEqual(["Élan vital"]);
    expect(await titles("ÉLAN VITAL vell")).toEqual(["Élan vital"]);
    expect(await titles("%")).toEqual(["50% of it"]);
    expect(await titles("_")).toEqual([]);
  });

  it("filters by state and by what is one's own, and counts the states", async () => {
    const ann = await person("annotator");
    const [a, b] = [await add("a"), await add("b")];
    await add("c");
    await mark(a, ann.userId, "draft");
    await db.work.create({ data: { articleId: b, userId: ann.userId, state: "finished" } });
    const all = await articlesTable(ann, projectId);
    expect(all.states).toEqual({ new: 1, "in-work": 1, "in-review": 0, done: 1 });
    const fresh = await articlesTable(ann, projectId, { state: "new" });
    expect(fresh).toMatchObject({ total: 1, rows: [{ title: "c" }], states: all.states });
    const mine = await articlesTable(ann, projectId, {
      mine: true,
      sort: "title",
      direction: "up",
    });
    expect(mine).toMatchObject({ total: 2, rows: [{ title: "a" }, { title: "b" }] });
    expect((await articlesTable(operator(), projectId, { mine: true })).total).toBe(0);
  });

  it("sorts by every column both ways, what has no value last, and pages", async () => {
    await add("b", { published: "2031-05-01" });
    await add("A", { published: "2030" });
    await add("ç");
    const titles = async (request: Parameters<typeof articlesTable>[2]) =>
      (await articlesTable(operator(), projectId, request)).rows.map(({ title }) => title);
    expect(await titles({ sort: "title", direction: "up" })).toEqual(["A", "b", "ç"]);
    expect(await titles({ sort: "title", direction: "down" })).toEqual(["ç", "b", "A"]);
    expect(await titles({ sort: "published", direction: "up" })).toEqual(["A", "b", "ç"]);
    expect(await titles({ sort: "published", direction: "down" })).toEqual(["b", "A", "ç"]);
    for (const sort of ["added", "publisher", "length", "annotations", "state"] as const) {
      expect(await titles({ sort, direction: "up" })).toHaveLength(3);
    }
    expect(await articlesTable(operator(), projectId, { page: 2 })).toMatchObject({
      rows: [],
      total: 3,
      pageCount: 1,
    });
  });

  it("is for members", async () => {
    await expect(articlesTable(await person(null), projectId)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("takes a request from an address as it comes, and leaves out what cannot be", async () => {
    await add("x");
    const request = TableRequest.parse({
      state: "nonsense",
      page: "-4",
      sort: "drop table",
      mine: "yes",
      search: 7,
    });
    expect(request).toEqual({
      state: undefined,
      page: 1,
      sort: "added",
      mine: true,
      forMe: false,
      direction: "down",
      search: "",
    });
    expect((await articlesTable(operator(), projectId, { ...request, mine: false })).total).toBe(1);
  });
});
