import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { DEMO_ARTICLES } from "./scenarios/demo/articles.ts";
import { DEMO_EVIDENCE } from "./scenarios/demo/evidence.ts";
import { DEMO_LINKS } from "./scenarios/demo/links.ts";
import { DEMO_MARKS } from "./scenarios/demo/marks.ts";
import { seedDemo, type SeededPerson } from "./seed.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let people: SeededPerson[];
const now = new Date("2031-05-10T10:00:00.000Z");

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
  people = await seedDemo(operator());
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

function operator(): Context {
  return { actor: { kind: "operator" }, db, now };
}

describe("the demo", () => {
  const marks = DEMO_MARKS.flatMap((article) => article.marks);

  it("has three people, one of whom owns the installation", async () => {
    expect(people.map(({ role }) => role)).toEqual(["annotator", "reviewer", "manager"]);
    const owners = await db.user.findMany({ where: { isOwner: true } });
    expect(owners.map(({ email }) => email)).toEqual([people[2]?.email]);
  });

  it("holds every article, mark, link and evidence item, in the state that is told of it", async () => {
    const states = await db.annotation.groupBy({ by: ["state"], _count: true });
    const counted = Object.fromEntries(states.map(({ state, _count }) => [state, _count]));
    const told = Object.fromEntries(
      Object.keys(counted).map((state) => [state, marks.filter((m) => m.state === state).length]),
    );
    expect(counted).toEqual(told);
    expect(Object.keys(counted).toSorted()).toEqual([
      "approved",
      "draft",
      "rejected",
      "submitted",
      "withdrawn",
    ]);
    expect(await db.article.count()).toBe(DEMO_ARTICLES.length);
    expect(await db.annotation.count()).toBe(marks.length);
    expect(await db.link.count()).toBe(DEMO_LINKS.length);
    expect(await db.evidence.count()).toBe(DEMO_EVIDENCE.length);
    expect(await db.missedPassage.count()).toBeGreaterThan(0);
  });

  it("tells a story of six days, in its order and not beyond today", async () => {
    const { _min, _max } = await db.auditEvent.aggregate({
      _min: { at: true },
      _max: { at: true },
    });
    const days = (now.getTime() - (_min.at?.getTime() ?? 0)) / 86_400_000;
    expect(days).toBeGreaterThan(5.9);
    expect(_max.at?.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  it("is made whole or not at all", async () => {
    const before = await db.annotation.count();
    await expect(seedDemo(operator())).rejects.toThrow();
    expect(await db.annotation.count()).toBe(before);
    expect(await db.project.count()).toBe(1);
  });
});
