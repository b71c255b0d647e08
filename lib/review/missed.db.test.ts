import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { answerMissedPassage } from "./answer-missed-passage.ts";
import { deleteMissedPassage } from "./delete-missed-passage.ts";
import { listMissedForMe, listMissedPassages } from "./missed-queries.ts";
import type { MissedPassageInput } from "./model.ts";
import { putMissedPassage } from "./put-missed-passage.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

async function passage(): Promise<MissedPassageInput> {
  const { id } = await makeArticle(client.db, {
    projectId: team.project.id,
    text: `🚢 The ferry was late. ${uuidv7()}`,
  });
  return {
    articleId: id,
    start: 2,
    end: 11,
    exact: "The ferry",
    annotatorId: team.annotator.actor.userId,
  };
}

it("is pointed out by a reviewer, waits for the annotator, and leaves the queue with the answer", async () => {
  const input = await passage();
  const id = uuidv7();
  const { missed, isNew } = await putMissedPassage(team.reviewer, id, {
    ...input,
    comment: "Who says so?",
  });
  expect(isNew).toBe(true);
  expect(missed).toMatchObject({
    id,
    exact: "The ferry",
    comment: "Who says so?",
    revision: 1,
    answer: null,
  });
  expect(await putMissedPassage(team.reviewer, id, { ...input, comment: "Who says so?" })).toEqual({
    missed,
    isNew: false,
  });
  expect(await listMissedForMe(team.annotator, team.project.id)).toEqual([missed]);
  expect(await listMissedForMe(team.annotator2, team.project.id)).toEqual([]);
  const wider = { ...input, end: 20, exact: undefined };
  expect((await putMissedPassage(team.reviewer, id, wider)).missed.exact).toBe(
    "The ferry was late",
  );
  await expect(answerMissedPassage(team.annotator2, id, "marked")).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(answerMissedPassage(team.stranger, id, "marked")).rejects.toMatchObject({
    code: "not-found",
  });
  const answered = await answerMissedPassage(team.annotator, id, "nothing-to-mark");
  expect(answered).toMatchObject({ answer: "nothing-to-mark", answeredAt: expect.any(String) });
  expect(await answerMissedPassage(team.annotator, id, "nothing-to-mark")).toEqual(answered);
  expect(await listMissedForMe(team.annotator, team.project.id)).toEqual([]);
  await expect(putMissedPassage(team.reviewer, id, input)).rejects.toMatchObject({ code: "state" });
  await expect(deleteMissedPassage(team.reviewer, id)).rejects.toMatchObject({ code: "state" });
  expect((await listMissedPassages(team.reader, input.articleId, { limit: 5 })).items).toEqual([
    answered,
  ]);
});

it("is taken back by whoever pointed it out, once", async () => {
  const input = await passage();
  const id = uuidv7();
  const { missed } = await putMissedPassage(team.reviewer, id, input);
  await expect(deleteMissedPassage(team.reviewer2, id)).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(deleteMissedPassage(team.stranger, id)).rejects.toMatchObject({ code: "not-found" });
  expect(await deleteMissedPassage(team.reviewer, id)).toEqual(missed);
  expect(await deleteMissedPassage(team.reviewer, id)).toBeNull();
  await expect(deleteMissedPassage(team.reviewer, uuidv7())).rejects.toMatchObject({
    code: "not-found",
  });
});

it("is refused to annotators and strangers, with other words, and for who does not annotate here", async () => {
  const input = await passage();
  const put = (ctx = team.reviewer, change: Partial<MissedPassageInput> = {}) =>
    putMissedPassage(ctx, uuidv7(), { ...input, ...change });
  await expect(put(team.annotator)).rejects.toMatchObject({ code: "forbidden" });
  await expect(put(team.stranger)).rejects.toMatchObject({ code: "not-found" });
  await expect(put(team.reviewer, { exact: "A ferry" })).rejects.toMatchObject({
    fields: { exact: expect.any(String) },
  });
  await expect(put(team.reviewer, { end: 9999 })).rejects.toMatchObject({
    fields: { end: expect.any(String) },
  });
  await expect(put(team.reviewer, { end: 1 })).rejects.toMatchObject({
    fields: { end: expect.any(String) },
  });
  await expect(put(team.reviewer, { revision: 2 })).rejects.toMatchObject({ code: "revision" });
  for (const other of [team.reader, team.stranger]) {
    await expect(put(team.reviewer, { annotatorId: other.actor.userId })).rejects.toMatchObject({
      fields: { annotatorId: expect.any(String) },
    });
  }
});
