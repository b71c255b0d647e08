import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { inTransaction } from "#lib/transaction.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { listHistory } from "./list-history.ts";
import { record, recordAll } from "./record.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("keeps who, when, before, after and why, in their order, and gives them in pages", async () => {
  const subject = { type: "annotation", id: uuidv7() };
  const projectId = team.project.id;
  const now = new Date("2026-11-22T10:00:00.123Z");
  await record(
    { ...team.annotator, now },
    { projectId, type: "annotation.created", subject, after: { doubt: "“🚢”" } },
  );
  await recordAll({ ...team.reviewer, now }, [
    {
      projectId,
      type: "annotation.rejected",
      subject,
      before: { version: 1 },
      after: null,
      why: "other",
    },
    { projectId, type: "annotation.reopened", subject },
  ]);
  await record(
    { db: client.db, now, actor: { kind: "operator" } },
    { projectId: null, type: "annotation.checked", subject },
  );
  await recordAll(team.annotator, []);
  const first = await listHistory(team.reader, subject, { limit: 3 });
  expect(first.items).toMatchObject([
    {
      type: "annotation.created",
      at: now.toISOString(),
      actor: { id: team.annotator.actor.userId, name: team.annotator.actor.name },
      before: null,
      after: { doubt: "“🚢”" },
      why: null,
    },
    { type: "annotation.rejected", before: { version: 1 }, after: null, why: "other" },
    { type: "annotation.reopened", actor: { id: team.reviewer.actor.userId } },
  ]);
  const rest = await listHistory(team.reader, subject, { limit: 3, after: first.next ?? "" });
  expect(rest).toMatchObject({ items: [{ type: "annotation.checked", actor: null }], next: null });
  const stored = await client.db.$queryRaw`
    SELECT count(*)::int AS n FROM audit_event WHERE subject_id = ${subject.id}::uuid AND before IS NULL`;
  expect(stored).toEqual([{ n: 3 }]);
});

it("keeps nothing of what did not happen", async () => {
  const subject = { type: "annotation", id: uuidv7() };
  const failing = inTransaction(team.annotator, async (ctx) => {
    await record(ctx, { projectId: team.project.id, type: "annotation.created", subject });
    throw new Error("It did not happen.");
  });
  await expect(failing).rejects.toThrow("It did not happen.");
  expect((await listHistory(team.reader, subject, { limit: 3 })).items).toEqual([]);
});
