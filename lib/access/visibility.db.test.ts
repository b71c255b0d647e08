import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma } from "#generated/prisma/client.ts";
import type { Actor } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { actorFor, makeEvidence, makeUser } from "#prisma/factories.ts";
import { makeTwoAnnotators } from "#prisma/scenarios/two-annotators.ts";
import * as visibility from "./visibility.ts";

let client: TestClient;
let actors: Record<string, Actor>;

beforeAll(async () => {
  client = await openTestClient();
  const { db } = client;
  const shared = await makeTwoAnnotators(db, "shared");
  const blind = await makeTwoAnnotators(db, "blind");
  for (const { ana, reader } of [shared, blind]) {
    const viewers = [reader.actor.userId];
    await makeEvidence(ana.ctx, { id: ana.annotations[0] ?? "" }, { confidential: true, viewers });
  }
  const here = ({ ana, reader, reviewer, manager }: typeof shared) => ({
    ana: ana.ctx.actor,
    reader: reader.actor,
    reviewer: reviewer.actor,
    manager: manager.actor,
  });
  const named = (where: string, people: Record<string, Actor>) =>
    Object.fromEntries(Object.entries(people).map(([who, actor]) => [`${who}, ${where}`, actor]));
  const both = {
    ...blind.ana.ctx.actor,
    roles: new Map([...shared.ana.ctx.actor.roles, ...blind.ana.ctx.actor.roles]),
  };
  actors = {
    operator: { kind: "operator" },
    visitor: { kind: "visitor" },
    owner: await actorFor(db, await makeUser(db, { isOwner: true })),
    nobody: { ...shared.ana.ctx.actor, roles: new Map() },
    ...named("shared", here(shared)),
    ...named("blind", here(blind)),
    "ana of the blind one, in both": both,
  };
});
afterAll(() => client.close());

/** How many articles, annotations, links, items of evidence, threads, messages and missed passages. */
const SEEN: Readonly<Record<string, number[]>> = {
  operator: [6, 20, 8, 14, 14, 26, 4],
  owner: [6, 20, 8, 14, 14, 26, 4],
  visitor: [0, 0, 0, 0, 0, 0, 0],
  nobody: [0, 0, 0, 0, 0, 0, 0],
  "ana, shared": [3, 10, 4, 6, 8, 14, 2],
  "reader, shared": [3, 10, 4, 5, 7, 13, 2],
  "reviewer, shared": [3, 10, 4, 4, 7, 13, 2],
  "manager, shared": [3, 10, 4, 7, 7, 13, 2],
  "ana, blind": [3, 5, 2, 4, 5, 7, 1],
  "reader, blind": [3, 0, 0, 0, 0, 0, 0],
  "reviewer, blind": [3, 10, 4, 4, 7, 13, 2],
  "manager, blind": [3, 10, 4, 7, 7, 13, 2],
  "ana of the blind one, in both": [6, 15, 6, 8, 12, 20, 3],
};

describe("what somebody sees is the same in SQL as in Prisma's terms", () => {
  it.each(Object.keys(SEEN))("for %s", async (who) => {
    const actor = actors[who] ?? { kind: "visitor" };
    const { db } = client;
    const sql = async (from: Prisma.Sql, id = Prisma.sql`id`) =>
      (
        await db.$queryRaw<{ id: string }[]>`SELECT ${id}::text AS "id" FROM ${from} ORDER BY 1`
      ).map(({ id }) => id);
    const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).toSorted();
    const asked = { select: { id: true } } as const;
    const v = visibility;
    const seen = {
      articles: await sql(Prisma.sql`article a WHERE ${v.seesArticle(actor)}`),
      annotations: await sql(Prisma.sql`annotation n WHERE ${v.seesAnnotation(actor)}`),
      links: await sql(Prisma.sql`link l WHERE ${v.seesLink(actor)}`),
      evidence: await sql(Prisma.sql`evidence e WHERE ${v.seesEvidence(actor)}`),
      threads: await sql(Prisma.sql`thread t WHERE ${v.seesThread(actor)}`),
      messages: await sql(
        Prisma.sql`message m JOIN thread t ON t.id = m.thread_id
                   WHERE ${v.seesThread(actor)} AND ${v.seesMessage(actor)}`,
        Prisma.sql`m.id`,
      ),
      missed: await sql(Prisma.sql`missed_passage m WHERE ${v.seesMissed(actor)}`),
    };
    expect(seen).toEqual({
      articles: ids(await db.article.findMany({ where: v.visibleArticles(actor), ...asked })),
      annotations: ids(
        await db.annotation.findMany({ where: v.visibleAnnotations(actor), ...asked }),
      ),
      links: ids(await db.link.findMany({ where: v.visibleLinks(actor), ...asked })),
      evidence: ids(await db.evidence.findMany({ where: v.visibleEvidence(actor), ...asked })),
      threads: ids(await db.thread.findMany({ where: v.visibleThreads(actor), ...asked })),
      messages: ids(await db.message.findMany({ where: v.visibleMessages(actor), ...asked })),
      missed: ids(await db.missedPassage.findMany({ where: v.visibleMissed(actor), ...asked })),
    });
    expect(Object.values(seen).map(({ length }) => length)).toEqual(SEEN[who]);
  });
});
