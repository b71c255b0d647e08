import { afterAll, beforeAll, expect, it } from "vitest";
import { v7 as uuidv7 } from "uuid";
import { removeMember } from "#lib/access/remove-member.ts";
import { record } from "#lib/audit/record.ts";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { changeLayers } from "#lib/projects/change-layers.ts";
import { editProject } from "#lib/projects/edit-project.ts";
import { Hub } from "#lib/realtime/hub.ts";
import { lastAnnouncement } from "#lib/realtime/read-announcements.ts";
import { contextFor, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { handlerOf } from "../serve.ts";
import { getEvents } from "./events.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
  globalThis.onrecordHub = new Hub(client.db, client.url);
});
afterAll(async () => {
  await globalThis.onrecordHub?.close();
  globalThis.onrecordHub = undefined;
  await client.close();
});

const articleId = uuidv7();
const happen = () =>
  record(team.annotator, {
    projectId: team.project.id,
    type: "article.edited",
    subject: { type: "article", id: articleId },
  });

/** Open the stream as somebody, and read it message by message. */
async function open(
  contextOf: () => Promise<Context>,
  ask: { lastEventId?: number; after?: number; projectId?: string } = {},
) {
  const leaving = new AbortController();
  const { projectId = team.project.id } = ask;
  const address = new URL(`http://onrecord.example/api/v1/projects/${projectId}/events`);
  if (ask.after !== undefined) address.searchParams.set("after", String(ask.after));
  const headers = new Headers();
  if (ask.lastEventId !== undefined) headers.set("last-event-id", String(ask.lastEventId));
  const response = await handlerOf(getEvents, contextOf)(
    new Request(address, { headers, signal: leaving.signal }),
    { params: Promise.resolve({ id: projectId }) },
  );
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  const next = async (): Promise<string | null> => {
    for (;;) {
      const at = waiting.indexOf("\n\n");
      if (at >= 0) {
        const message = waiting.slice(0, at);
        waiting = waiting.slice(at + 2);
        if (message.startsWith("retry") || message.startsWith(":")) continue;
        return message;
      }
      const read = await reader?.read();
      if (read === undefined || read.done) return null;
      waiting += read.value;
    }
  };
  return { response, next, leave: () => leaving.abort() };
}

it("tells what happens from now on, and after a break goes on where it stopped", async () => {
  const first = await open(() => Promise.resolve(team.reader));
  expect(first.response.headers.get("content-type")).toContain("text/event-stream");
  const number = await lastAnnouncement(client.db, team.project.id);
  expect(await first.next()).toBe(
    `id: ${number}\nevent: begun\ndata: {"number":${number},"isReset":false}`,
  );
  await happen();
  const told = await first.next();
  expect(told).toContain(`id: ${number + 1}\nevent: article\n`);
  expect(told).toContain(`"id":"${articleId}"`);
  first.leave();
  expect(await first.next()).toBeNull();

  await happen();
  const second = await open(() => Promise.resolve(team.reader), {
    lastEventId: number + 1,
    after: 0,
  });
  expect(await second.next()).toContain(`"number":${number + 1},"isReset":false`);
  expect(await second.next()).toContain(`id: ${number + 2}\n`);
  second.leave();
});

it("says when what was missed is no longer kept", async () => {
  const number = await lastAnnouncement(client.db, team.project.id);
  const { next, leave } = await open(() => Promise.resolve(team.reader), { after: number + 50 });
  expect(await next()).toContain(`"number":${number},"isReset":true`);
  leave();
});

it("says nothing of what is not for this person", async () => {
  const held = {
    confidential: true,
    annotationId: uuidv7(),
    author: { id: team.annotator.actor.userId },
    viewers: [],
  };
  const stream = await open(() => Promise.resolve(team.annotator2));
  await stream.next();
  await record(team.annotator, {
    projectId: team.project.id,
    type: "evidence.created",
    subject: { type: "evidence", id: uuidv7() },
    after: held,
  });
  await happen();
  expect(await stream.next()).toContain("event: article\n");
  stream.leave();
});

it("says that everything is to be read anew when a blind project is revealed", async () => {
  const { project, annotator, manager } = await makeSmallTeam(client.db, { layers: "blind" });
  const stream = await open(() => contextFor(client.db, { id: annotator.actor.userId }), {
    projectId: project.id,
  });
  const numberIn = (message: string | null) => Number(/^id: (\d+)/.exec(message ?? "")?.[1]);
  const begun = await stream.next();
  await editProject(manager, project.id, { name: `${project.name}, again` });
  const edited = await stream.next();
  expect(edited).toContain("event: project\n");
  expect(edited).toContain('"by":null');
  expect(numberIn(edited)).toBeGreaterThan(numberIn(begun));
  await changeLayers(manager, project.id, "shared");
  const reset = await stream.next();
  expect(reset).toContain("event: begun\n");
  expect(reset).toContain('"isReset":true');
  expect(numberIn(reset)).toBeGreaterThan(numberIn(edited));
  await makeArticle(client.db, { projectId: project.id });
  expect(await stream.next()).toContain("event: article\n");
  stream.leave();
});

it("ends for whoever is taken out of the project, and is closed to strangers", async () => {
  const user = team.annotator2.actor;
  const renewed = () => contextFor(client.db, { ...user, id: user.userId });
  const stream = await open(renewed);
  await stream.next();
  await removeMember(team.manager, team.project.id, user.userId);
  expect(await stream.next()).toContain("event: user");
  expect(await stream.next()).toBe("event: ended\ndata: {}");
  expect(await stream.next()).toBeNull();
  expect((await open(() => Promise.resolve(team.stranger))).response.status).toBe(404);
});
