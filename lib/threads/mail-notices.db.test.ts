import { once } from "node:events";
import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { patchSettings } from "#lib/access/settings.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { mailNotices } from "./mail-notices.ts";
import { readNotices } from "./notices.ts";
import { putThread } from "./put-thread.ts";

let client: TestClient;
let server: SMTPServer;
let isRefusing = false;
let received: Awaited<ReturnType<typeof PostalMime.parse>>[] = [];
let team: SmallTeam;
let articleId: string;

beforeAll(async () => {
  client = await openTestClient();
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, _session, done) => {
      const pieces: Buffer[] = [];
      for await (const piece of stream) pieces.push(Buffer.from(piece));
      if (isRefusing) return done(new Error("Not now."));
      received.push(await PostalMime.parse(Buffer.concat(pieces)));
      done();
    },
  });
  server.listen(0, "127.0.0.1");
  await once(server.server, "listening");
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await client.close();
});
beforeEach(async () => {
  received = [];
  isRefusing = false;
  await client.db.notice.deleteMany();
  team = await makeSmallTeam(client.db);
  articleId = (
    await makeArticle(client.db, { projectId: team.project.id, text: "Rain.", title: "The pier" })
  ).id;
});

const settings = () => ({
  smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
  mailFrom: "The desk <desk@onrecord.example>",
  publicUrl: "https://onrecord.example",
});
const operator = (minutesFromNow: number) => ({
  actor: { kind: "operator" } as const,
  db: client.db,
  now: new Date(Date.now() + minutesFromNow * 60_000),
});
async function name(...people: SmallTeam["reader"][]) {
  const mentions = people.map(({ actor }) => actor.userId);
  const message = { id: uuidv7(), body: "Überprüfe das, bitte.", mentions };
  const id = uuidv7();
  await putThread(team.reviewer, id, { articleId, annotationId: null, isPrivate: false, message });
  return id;
}

it("tells by one letter what was not read within two minutes, and tells it once", async () => {
  await name(team.annotator, team.reader);
  const threadId = await name(team.annotator);
  expect(await mailNotices(operator(0), settings())).toBe(0);
  await readNotices(team.reader, { threadId });
  const messages = await client.db.notice.findMany({
    where: { userId: team.reader.actor.userId },
    select: { messageId: true },
  });
  await readNotices(team.reader, { messages: messages.map(({ messageId }) => messageId) });
  expect(await mailNotices(operator(3), settings())).toBe(1);
  expect(await mailNotices(operator(4), settings())).toBe(0);
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({
    from: { name: "The desk", address: "desk@onrecord.example" },
    subject: expect.stringContaining("2 messages for you"),
    text: expect.stringContaining("> Überprüfe das, bitte."),
  });
  expect(received[0]?.text).toContain(
    `https://onrecord.example/projects/${team.project.id}/articles/${articleId}?thread=${threadId}`,
  );
});

it("tries again after a refusal, and sends nothing to whoever turned letters off", async () => {
  await name(team.annotator, team.annotator2);
  await patchSettings(team.annotator2, { letters: false });
  isRefusing = true;
  expect(await mailNotices(operator(3), settings())).toBe(0);
  isRefusing = false;
  expect(await mailNotices(operator(4), settings())).toBe(1);
  expect(received.map(({ to }) => to?.length)).toEqual([1]);
});

it("sends nothing without a mail server, and keeps what waits", async () => {
  await name(team.annotator);
  expect(await mailNotices(operator(3), { ...settings(), smtpUrl: null })).toBe(0);
  expect(await mailNotices(operator(4), settings())).toBe(1);
});
