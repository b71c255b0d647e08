import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { removeMember } from "#lib/access/remove-member.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { lastAnnouncement, readAnnouncements } from "#lib/realtime/read-announcements.ts";
import { makeAnnotation, makeArticle, makeMember, type UserContext } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { deleteMessage } from "./delete-message.ts";
import type { ThreadInput } from "./model.ts";
import { countUnreadNotices, listNotices, readNotices } from "./notices.ts";
import { putMessage } from "./put-message.ts";
import { putThread } from "./put-thread.ts";
import { getThread, listThreads } from "./queries.ts";
import { reopenThread, resolveThread } from "./resolve-thread.ts";

let client: TestClient;
let team: SmallTeam;
let articleId: string;
let annotationId: string;

beforeAll(async () => {
  client = await openTestClient();
});
afterAll(() => client.close());
beforeEach(async () => {
  team = await makeSmallTeam(client.db);
  const article = await makeArticle(client.db, {
    projectId: team.project.id,
    text: "Veldoria denied it.",
  });
  articleId = article.id;
  const marked = { author: team.annotator, tag: "denial", quote: "Veldoria denied it" } as const;
  annotationId = (await makeAnnotation(client.db, article, marked)).id;
});

const input = (
  body: string,
  more: Partial<ThreadInput> = {},
  mentions: string[] = [],
): ThreadInput => ({
  articleId,
  annotationId,
  isPrivate: false,
  message: { id: uuidv7(), body, mentions },
  ...more,
});
const begin = async (
  ctx: UserContext,
  body: string,
  more?: Partial<ThreadInput>,
  mentions?: string[],
) => (await putThread(ctx, uuidv7(), input(body, more, mentions))).thread;
const say = (ctx: UserContext, threadId: string, body: string, mentions: string[] = []) =>
  putMessage(ctx, uuidv7(), { threadId, body, mentions }, null);
const heard = async (ctx: UserContext) =>
  (await listNotices(ctx, { limit: 50 })).items.map(({ why, body }) => [why, body]);

describe("a thread", () => {
  it("begins with a message, is answered, settled and taken up again", async () => {
    const { id } = await begin(team.reviewer, "Whom does it answer?");
    await say(team.annotator, id, "The report of Monday.");
    expect((await resolveThread(team.reviewer, id)).resolved?.by.id).toBe(
      team.reviewer.actor.userId,
    );
    await resolveThread(team.annotator, id);
    const settled = await getThread(team.reader, id);
    expect(settled.resolved?.by.id).toBe(team.reviewer.actor.userId);
    expect(settled.messages.map(({ body }) => body)).toEqual([
      "Whom does it answer?",
      "The report of Monday.",
    ]);
    expect((await reopenThread(team.annotator, id)).resolved).toBeNull();
    const page = await listThreads(team.reader, articleId, { limit: 10 });
    expect(page).toMatchObject({ items: [{ id, annotationId, articleId }], next: null });
  });

  it("is begun and answered once, however often it is sent, also at the same moment", async () => {
    const id = uuidv7();
    const first = input("Once.");
    const both = await Promise.all([
      putThread(team.annotator, id, first),
      putThread(team.annotator, id, first),
    ]);
    expect(both.map(({ isNew }) => isNew).toSorted()).toEqual([false, true]);
    const answer = { threadId: id, body: "Once, too.", mentions: [] };
    const messageId = uuidv7();
    await Promise.all([
      putMessage(team.reviewer, messageId, answer, null),
      putMessage(team.reviewer, messageId, answer, null),
    ]);
    expect((await getThread(team.reader, id)).messages).toHaveLength(2);
    await expect(putThread(team.annotator, id, input("Another."))).rejects.toMatchObject({
      code: "state",
    });
  });

  it("is closed to readers' words, to strangers, and to annotations of other articles", async () => {
    const { id } = await begin(team.annotator, "Here.");
    await expect(begin(team.reader, "No.")).rejects.toMatchObject({ code: "forbidden" });
    await expect(say(team.reader, id, "No.")).rejects.toMatchObject({ code: "forbidden" });
    await expect(getThread(team.stranger, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(say(team.stranger, id, "No.")).rejects.toMatchObject({ code: "not-found" });
    await expect(begin(team.stranger, "No.")).rejects.toMatchObject({ code: "not-found" });
    const other = await makeArticle(client.db, { projectId: team.project.id, text: "Other." });
    await expect(begin(team.annotator, "No.", { articleId: other.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("outlives the annotation that it is about", async () => {
    await client.db
      .$executeRaw`UPDATE "annotation" SET "state" = 'withdrawn', "version" = "version" + 1 WHERE "id" = ${annotationId}::uuid`;
    const { id } = await begin(team.reviewer, "Why was it taken back?");
    expect((await getThread(team.annotator, id)).annotationId).toBe(annotationId);
  });
});

describe("a message", () => {
  it("is changed by its writer only, and only as it was last seen", async () => {
    const { id: threadId } = await begin(team.annotator, "Frist.");
    const { message } = await say(team.reviewer, threadId, "Secnod.");
    const change = (ctx: UserContext, expected: number | null) =>
      putMessage(ctx, message.id, { threadId, body: "Second.", mentions: [] }, expected);
    await expect(change(team.annotator, 1)).rejects.toMatchObject({ code: "forbidden" });
    await expect(change(team.reviewer, null)).rejects.toMatchObject({ code: "version-needed" });
    await expect(change(team.reviewer, 7)).rejects.toMatchObject({ code: "stale" });
    expect((await change(team.reviewer, 1)).message).toMatchObject({ body: "Second.", version: 2 });
    expect((await change(team.reviewer, 1)).message.version).toBe(2);
  });

  it("is taken back by its writer or a manager; its place stays and nobody is told of it any more", async () => {
    const { id: threadId } = await begin(team.annotator, "First.");
    const { message } = await say(team.reviewer, threadId, "Wrong.");
    expect(await countUnreadNotices(team.annotator)).toBe(1);
    await expect(deleteMessage(team.annotator, message.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await deleteMessage(team.manager, message.id);
    await deleteMessage(team.reviewer, message.id);
    expect((await getThread(team.reader, threadId)).messages[1]).toMatchObject({
      body: "",
      isDeleted: true,
    });
    expect(await countUnreadNotices(team.annotator)).toBe(0);
    await expect(
      putMessage(team.reviewer, message.id, { threadId, body: "Again.", mentions: [] }, 2),
    ).rejects.toMatchObject({ code: "state" });
  });

  it("names members only", async () => {
    const strangers = [team.stranger.actor.userId];
    await expect(begin(team.annotator, "Look.", {}, strangers)).rejects.toMatchObject({
      code: "invalid",
      fields: { "mentions.0": "This person is not in the project." },
    });
    expect((await listThreads(team.reader, articleId, { limit: 10 })).items).toEqual([]);
  });
});

describe("notices", () => {
  it("reach whoever is named, whose annotation it is, and who wrote before", async () => {
    const { id } = await begin(team.reviewer, "One.", {}, [team.annotator2.actor.userId]);
    await say(team.annotator, id, "Two.");
    await say(team.annotator2, id, "Three.", [team.annotator2.actor.userId]);
    expect(await heard(team.annotator)).toEqual([
      ["comment", "Three."],
      ["comment", "One."],
    ]);
    expect(await heard(team.annotator2)).toEqual([["mention", "One."]]);
    expect(await heard(team.reviewer)).toEqual([
      ["reply", "Three."],
      ["reply", "Two."],
    ]);
    expect(await heard(team.reader)).toEqual([]);
    await readNotices(team.reviewer, { threadId: id });
    expect(await countUnreadNotices(team.reviewer)).toBe(0);
    expect(await countUnreadNotices(team.annotator)).toBe(2);
  });

  it("are gone for whoever has left the project", async () => {
    const leaver = (await makeMember(client.db, { projectId: team.project.id, role: "annotator" }))
      .ctx;
    await begin(team.reviewer, "Stay.", {}, [leaver.actor.userId]);
    await removeMember(team.manager, team.project.id, leaver.actor.userId);
    const actor = { ...leaver.actor, roles: new Map() };
    expect((await listNotices({ ...leaver, actor }, { limit: 5 })).items).toEqual([]);
  });
});

describe("a note to oneself", () => {
  it("is seen by nobody else, and nobody hears of it", async () => {
    const before = await lastAnnouncement(client.db, team.project.id);
    const { id } = await begin(team.annotator, "Ask the harbour master.", { isPrivate: true });
    expect((await getThread(team.annotator, id)).isPrivate).toBe(true);
    for (const ctx of [team.manager, team.reviewer, team.stranger]) {
      await expect(getThread(ctx, id)).rejects.toMatchObject({ code: "not-found" });
      await expect(say(ctx, id, "Found you.")).rejects.toMatchObject({ code: "not-found" });
    }
    expect((await listThreads(team.manager, articleId, { limit: 10 })).items).toEqual([]);
    expect(await readAnnouncements(client.db, team.project.id, before, 10)).toEqual([]);
    await expect(
      begin(team.annotator, "Look.", { isPrivate: true }, [team.reviewer.actor.userId]),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("is told apart from talk, of which all hear", async () => {
    const before = await lastAnnouncement(client.db, team.project.id);
    const { id } = await begin(team.annotator, "Seen?");
    expect(await readAnnouncements(client.db, team.project.id, before, 10)).toMatchObject([
      { topic: "thread", type: "thread.begun", id, articles: [articleId], audience: null },
    ]);
  });
});
