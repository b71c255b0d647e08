import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import {
  makeAnnotation,
  makeArticle,
  makeEvidence,
  makeUser,
  actorFor,
} from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import * as visibility from "./visibility.ts";

let client: TestClient;
let team: SmallTeam;
let actors: Record<string, Actor>;

beforeAll(async () => {
  client = await openTestClient();
  const { db } = client;
  team = await makeSmallTeam(db);
  for (const [{ id: projectId }, author] of [
    [team.project, team.annotator],
    [team.elsewhere, team.stranger],
  ] as const) {
    const article = await makeArticle(db, { projectId });
    const annotation = await makeAnnotation(db, article, { author });
    await makeEvidence(author, annotation);
    await makeEvidence(author, annotation, { confidential: true });
    for (const isPrivate of [false, true]) {
      const { userId: authorId } = author.actor;
      const data = { id: uuidv7(), projectId, articleId: article.id, authorId, isPrivate };
      await db.thread.create({ data });
    }
    if (author === team.annotator) {
      const viewers = [team.reader.actor.userId];
      await makeEvidence(author, annotation, { confidential: true, viewers });
    }
  }
  const owner = await makeUser(db, { isOwner: true });
  const { reader, annotator, annotator2, reviewer, manager, stranger } = team;
  actors = {
    operator: { kind: "operator" },
    visitor: { kind: "visitor" },
    owner: await actorFor(db, owner),
    reader: reader.actor,
    annotator: annotator.actor,
    annotator2: annotator2.actor,
    reviewer: reviewer.actor,
    manager: manager.actor,
    stranger: stranger.actor,
    nobody: { ...stranger.actor, roles: new Map() },
  };
});
afterAll(() => client.close());

describe("what somebody sees is the same in SQL as in Prisma's terms", () => {
  it.each([
    "operator",
    "visitor",
    "owner",
    "reader",
    "annotator",
    "annotator2",
    "reviewer",
    "manager",
    "stranger",
    "nobody",
  ])("for %s", async (who) => {
    const actor = actors[who] ?? { kind: "visitor" };
    const { db } = client;
    const sql = async (from: Prisma.Sql) =>
      (await db.$queryRaw<{ id: string }[]>`SELECT id::text FROM ${from} ORDER BY id`).map(
        ({ id }) => id,
      );
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
    const asked = { select: { id: true }, orderBy: { id: "asc" } } as const;
    const v = visibility;
    expect(await sql(Prisma.sql`article a WHERE ${v.seesArticle(actor)}`)).toEqual(
      ids(await db.article.findMany({ where: v.visibleArticles(actor), ...asked })),
    );
    expect(await sql(Prisma.sql`annotation n WHERE ${v.seesAnnotation(actor)}`)).toEqual(
      ids(await db.annotation.findMany({ where: v.visibleAnnotations(actor), ...asked })),
    );
    expect(await sql(Prisma.sql`link l WHERE ${v.seesLink(actor)}`)).toEqual(
      ids(await db.link.findMany({ where: v.visibleLinks(actor), ...asked })),
    );
    const evidence = await sql(Prisma.sql`evidence e WHERE ${v.seesEvidence(actor)}`);
    expect(evidence).toEqual(
      ids(await db.evidence.findMany({ where: v.visibleEvidence(actor), ...asked })),
    );
    const threads = await sql(Prisma.sql`thread t WHERE ${v.seesThread(actor)}`);
    expect(threads).toEqual(
      ids(await db.thread.findMany({ where: v.visibleThreads(actor), ...asked })),
    );
    expect([evidence.length, threads.length]).toEqual(SEEN[who]);
  });
});

/** How many of the five items of evidence and of the four threads. */
const SEEN: Readonly<Record<string, [number, number]>> = {
  operator: [5, 2],
  visitor: [0, 0],
  owner: [5, 2],
  reader: [2, 1],
  annotator: [3, 2],
  annotator2: [1, 1],
  reviewer: [1, 1],
  manager: [3, 1],
  stranger: [2, 2],
  nobody: [0, 0],
};
