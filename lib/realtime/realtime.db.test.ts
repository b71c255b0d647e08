import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { record, recordAll } from "#lib/audit/record.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { inTransaction } from "#lib/transaction.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { Hub } from "./hub.ts";
import { mayHear } from "./may-hear.ts";
import { PRESENCE_SECONDS } from "./model.ts";
import { tellOwnPages } from "./own-pages.ts";
import { forgetOldPresence, forgetPresence, listPresence, notePresence } from "./presence.ts";
import {
  forgetAnnouncements,
  type HeldAnnouncement,
  lastAnnouncement,
  reachesBackTo,
  readAnnouncements,
} from "./read-announcements.ts";

let client: TestClient;
let team: SmallTeam;
let hubs: Hub[] = [];

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  hubs = [];
});
afterAll(() => client.close());

const projectId = () => team.project.id;
const event = (more: object = {}) =>
  ({
    projectId: projectId(),
    type: "article.edited",
    subject: { type: "article", id: uuidv7() },
    ...more,
  }) as const;
const last = () => lastAnnouncement(client.db, projectId());

function openHub(): Hub {
  const hub = new Hub(client.db, client.url);
  hubs.push(hub);
  return hub;
}

/** Follow the project from a number on, and keep what is heard. */
function follow(hub: Hub, after: number) {
  const heard: HeldAnnouncement[] = [];
  const present: string[] = [];
  const leave = hub.subscribe({
    projectId: projectId(),
    after,
    announced: (batch) => heard.push(...batch),
    presence: (articleId) => present.push(articleId),
  });
  return { heard, present, leave, numbers: () => heard.map(({ number }) => number) };
}

describe("announcements", () => {
  it("are made of every recorded event, and of none that did not happen", async () => {
    const before = await last();
    const one = event();
    await record(team.annotator, one);
    const failing = inTransaction(team.annotator, async (ctx) => {
      await record(ctx, event());
      throw new Error("It did not happen.");
    });
    await expect(failing).rejects.toThrow("It did not happen.");
    await record(team.annotator, { ...event(), projectId: null });
    expect(await readAnnouncements(client.db, projectId(), before, 10)).toEqual([
      {
        number: before + 1,
        at: expect.any(String),
        type: "article.edited",
        topic: "article",
        id: one.subject.id,
        articles: [one.subject.id],
        by: team.annotator.actor.userId,
        audience: null,
        workers: null,
      },
    ]);
  });

  it("are numbered without a gap in the order of commits, whoever began first", async () => {
    const before = await last();
    const slow = event();
    const quick = event();
    const isOpen = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const slowly = inTransaction(team.annotator, async (ctx) => {
      await record(ctx, slow);
      isOpen.resolve();
      await mayCommit.promise;
    });
    await isOpen.promise;
    await record(team.reviewer, quick);
    expect(await last()).toBe(before + 1);
    mayCommit.resolve();
    await slowly;
    const rows = await readAnnouncements(client.db, projectId(), before, 10);
    expect(rows.map(({ number, id }) => [number, id])).toEqual([
      [before + 1, quick.subject.id],
      [before + 2, slow.subject.id],
    ]);
  });

  it("of what is confidential name whom they are for, unless it was or is open to all", async () => {
    const before = await last();
    const evidence = (confidential: boolean) => ({
      annotationId: uuidv7(),
      confidential,
      author: { id: team.annotator.actor.userId },
      viewers: [team.reader.actor.userId],
    });
    const about = (more: object) => ({
      ...event(more),
      type: "evidence.changed" as const,
      subject: { type: "evidence", id: uuidv7() },
    });
    await recordAll(team.annotator, [
      about({ after: evidence(true) }),
      about({ before: evidence(false), after: evidence(true) }),
      about({ before: evidence(true), after: evidence(false) }),
      about({ before: evidence(true) }),
    ]);
    const audiences = (await readAnnouncements(client.db, projectId(), before, 10)).map(
      ({ audience }) => audience?.toSorted() ?? null,
    );
    const few = [team.annotator.actor.userId, team.reader.actor.userId].toSorted();
    expect(audiences).toEqual([few, null, null, few]);
    const held = { audience: few, workers: null };
    const hears = (userId: string, role: "annotator" | "manager") =>
      mayHear(held, { userId, role, seesEveryLayer: true });
    expect(hears(team.annotator.actor.userId, "annotator")).toBe(true);
    expect(hears(team.annotator2.actor.userId, "annotator")).toBe(false);
    expect(hears(team.manager.actor.userId, "manager")).toBe(true);
  });

  it("are forgotten after a while, and a stream cannot go on from before", async () => {
    const before = await last();
    await recordAll(team.annotator, [event(), event()]);
    await client.db
      .$executeRaw`UPDATE "announcement" SET "at" = now() - interval '30 days' WHERE "number" = ${before + 1}`;
    expect(await reachesBackTo(client.db, projectId(), before)).toBe(true);
    await forgetAnnouncements(client.db, new Date());
    expect(await reachesBackTo(client.db, projectId(), before)).toBe(false);
    expect(await reachesBackTo(client.db, projectId(), before + 1)).toBe(true);
    expect(await reachesBackTo(client.db, projectId(), before + 2)).toBe(true);
    expect(await reachesBackTo(client.db, projectId(), before + 99)).toBe(false);
  });
});

describe("a hub", () => {
  it("tells every follower of every copy everything once and in order, while many write", async () => {
    const from = await last();
    const followers = [openHub(), openHub()].flatMap((hub) => [
      follow(hub, from),
      follow(hub, from),
    ]);
    const rounds = Array.from({ length: 60 }, (_, index) => index);
    await Promise.all(rounds.map(() => record(team.annotator, event())));
    const late = follow(openHub(), from + 10);
    const all = rounds.map((index) => from + 1 + index);
    await vi.waitFor(() => {
      for (const { numbers } of followers) expect(numbers()).toEqual(all);
      expect(late.numbers()).toEqual(all.slice(10));
    });
  });

  it("misses nothing while its connection is away", async () => {
    const from = await last();
    const { numbers } = follow(openHub(), from);
    await record(team.annotator, event());
    await vi.waitFor(() => expect(numbers()).toEqual([from + 1]));
    const cut = () => client.db.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name LIKE '%listening' AND datname = current_database()`;
    await cut();
    await record(team.annotator, event());
    await vi.waitFor(() => expect(numbers()).toEqual([from + 1, from + 2]), 5_000);
    await record(team.annotator, event());
    await vi.waitFor(() => expect(numbers()).toEqual([from + 1, from + 2, from + 3]), 5_000);
  });

  it("tells nothing more to whoever has left", async () => {
    const from = await last();
    const hub = openHub();
    const [gone, stays] = [follow(hub, from), follow(hub, from)];
    gone.leave();
    await record(team.annotator, event());
    await vi.waitFor(() => expect(stays.numbers()).toEqual([from + 1]));
    expect(gone.numbers()).toEqual([]);
  });
});

describe("what is somebody's own", () => {
  it("is told to their pages only, and kept nowhere", async () => {
    const articleId = uuidv7();
    const heard: string[] = [];
    const hub = openHub();
    for (const { actor } of [team.annotator, team.manager]) {
      hub.subscribe({
        projectId: projectId(),
        after: await last(),
        announced: () => undefined,
        presence: () => undefined,
        own: {
          userId: actor.userId,
          changed: (article) => heard.push(`${actor.name} ${article}`),
        },
      });
    }
    const before = await last();
    const { userId, name } = team.annotator.actor;
    await vi.waitFor(async () => {
      await tellOwnPages(client.db, { projectId: projectId(), userId, articleId });
      await vi.waitFor(() => expect(heard).toContain(`${name} ${articleId}`));
    }, 20_000);
    expect(new Set(heard)).toEqual(new Set([`${name} ${articleId}`]));
    expect(await last()).toBe(before);
  });
});

describe("presence", () => {
  it("names each person once, tells of what is new, and forgets the silent", async () => {
    const articleId = uuidv7();
    const { present } = follow(openHub(), await last());
    const now = new Date();
    const place = (person: SmallTeam["reader"], of = articleId) => ({
      articleId: of,
      projectId: projectId(),
      userId: person.actor.userId,
    });
    const tabs = [uuidv7(), uuidv7(), uuidv7()] as const;
    /** How often this article was told of so far: what is said elsewhere afterwards is heard after it. */
    const toldOf = async () => {
      await vi.waitFor(async () => {
        const marker = uuidv7();
        await notePresence(
          client.db,
          place(team.reader, marker),
          { tab: uuidv7(), place: null },
          now,
        );
        await vi.waitFor(() => expect(present).toContain(marker));
      }, 20_000);
      return present.filter((heard) => heard === articleId).length;
    };
    // Until somebody listens, nobody hears.
    expect(await toldOf()).toBe(0);

    await notePresence(client.db, place(team.annotator), { tab: tabs[0], place: 5 }, now);
    await notePresence(
      client.db,
      place(team.annotator),
      { tab: tabs[1], place: 90 },
      new Date(now.getTime() + 10),
    );
    await notePresence(client.db, place(team.reviewer), { tab: tabs[2], place: null }, now);
    expect(await toldOf()).toBe(3);
    await notePresence(client.db, place(team.reviewer), { tab: tabs[2], place: null }, now);
    await forgetPresence(client.db, place(team.annotator), tabs[0]);
    expect(await toldOf()).toBe(4);

    const listed = await listPresence(client.db, articleId, new Date(now.getTime() + 20));
    expect(listed.map(({ user, place: at }) => [user.id, at]).toSorted()).toEqual(
      [
        [team.annotator.actor.userId, 90],
        [team.reviewer.actor.userId, null],
      ].toSorted(),
    );
    const later = new Date(now.getTime() + PRESENCE_SECONDS * 1_000 + 1_000);
    expect(await listPresence(client.db, articleId, later)).toEqual([]);
    await forgetOldPresence(client.db, new Date(now.getTime() + 3 * PRESENCE_SECONDS * 1_000));
    expect(await client.db.presence.count()).toBe(0);
  });
});
