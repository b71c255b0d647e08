import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAnnotation, listVersions } from "#lib/annotations/queries.ts";
import type { AnnotationState } from "#lib/annotations/model.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { getEvidence } from "#lib/evidence/queries.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { listCarries } from "./queries.ts";
import { reviseArticle } from "./revise-article.ts";
import { settleCarry } from "./settle-carry.ts";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
});
afterAll(() => client.close());

const TEXT =
  "Minister Ansa Kreel denied on Monday that the ferry was late. Eleven ships waited outside the harbour, the institute said.";

/** An annotation on "Eleven ships waited", which became twelve. */
async function overtaken(state: AnnotationState = "submitted", into = "Twelve ships waited") {
  const article = await makeArticle(db, { projectId: team.project.id, text: `${TEXT} ${v7()}.` });
  const annotation = await makeAnnotation(db, article, {
    author: team.annotator,
    reviewer: team.reviewer,
    state,
    quote: "Eleven ships waited",
  });
  const revise = (text: string) =>
    reviseArticle(team.annotator2, article.id, {
      content: { text, mediaType: "text/plain" },
      origin: { kind: "paste", name: null },
    });
  await revise(article.text.replace("Eleven ships waited", into));
  const { items } = await listCarries(team.reader, article.id, { limit: 10 });
  return { article, annotation, revise, carry: items[0]?.id ?? "" };
}

describe("placing a mark on the words in its place", () => {
  it("changes its words in the name of whoever does it; somebody else reviews them", async () => {
    const { annotation, carry } = await overtaken("approved");
    const settled = await settleCarry(team.reviewer, carry, { settlement: "placed" }, null);
    expect(settled).toMatchObject({
      settlement: "placed",
      settledBy: { id: team.reviewer.actor.userId },
    });
    const after = await getAnnotation(team.reader, annotation.id);
    expect(after).toMatchObject({
      state: "submitted",
      revision: 2,
      author: annotation.author,
      segments: [{ exact: "Twelve ships waited" }],
    });
    expect((await listVersions(team.reader, annotation.id)).at(-1)?.writer.id).toBe(
      team.reviewer.actor.userId,
    );
    await expect(approveAnnotation(team.reviewer, annotation.id, {}, null)).rejects.toMatchObject({
      code: "own-work",
    });
    expect(await approveAnnotation(team.reviewer2, annotation.id, {}, null)).toMatchObject({
      state: "approved",
    });
    expect(await settleCarry(team.reviewer2, carry, { settlement: "placed" }, null)).toMatchObject({
      id: settled.id,
      settlement: "placed",
      settledBy: settled.settledBy,
    });
    await expect(
      settleCarry(team.reviewer2, carry, { settlement: "left" }, null),
    ).rejects.toMatchObject({ code: "state" });
  });

  it("is for its author and reviewers, and for the version that they have seen", async () => {
    const { annotation, carry } = await overtaken("draft");
    const placed = { settlement: "placed" } as const;
    await expect(settleCarry(team.reader, carry, placed, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(settleCarry(team.annotator2, carry, placed, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(settleCarry(team.stranger, carry, placed, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(settleCarry(team.annotator, carry, placed, 7)).rejects.toMatchObject({
      code: "stale",
    });
    await settleCarry(team.annotator, carry, placed, annotation.version);
    expect(await getAnnotation(team.reader, annotation.id)).toMatchObject({
      state: "draft",
      revision: 2,
    });
  });

  it("is refused when they are marked already, lost, or overtaken by a newer revision", async () => {
    const twice = await overtaken("draft");
    const { items } = await listCarries(team.reader, twice.article.id, { limit: 1 });
    const [segment] = items[0]?.segments ?? [];
    const current = { ...twice.article, text: twice.article.text.replace("Eleven", "Twelve") };
    const other = await makeAnnotation(db, current, {
      author: team.annotator,
      quote: segment?.exact ?? "",
    });
    await expect(
      settleCarry(team.annotator, twice.carry, { settlement: "placed" }, null),
    ).rejects.toMatchObject({ code: "duplicate", detail: { id: other.id } });
    const lost = await overtaken("draft", "");
    await expect(
      settleCarry(team.annotator, lost.carry, { settlement: "placed" }, null),
    ).rejects.toMatchObject({
      code: "state",
      message: expect.stringContaining("not in the new text"),
    });
    const late = await overtaken("draft");
    await late.revise(late.article.text.replace("Eleven ships", "Ten ships"));
    await expect(
      settleCarry(team.annotator, late.carry, { settlement: "placed" }, null),
    ).rejects.toMatchObject({ code: "state", message: expect.stringContaining("newer revision") });
  });
});

describe("leaving a mark on the old revision", () => {
  it("is for good: later revisions do not try it again", async () => {
    const { article, annotation, carry, revise } = await overtaken("approved", "");
    await settleCarry(team.reviewer, carry, { settlement: "left" }, null);
    await revise(`Back to what it was. ${article.text}`);
    expect(await getAnnotation(team.reader, annotation.id)).toEqual(annotation);
    expect(
      (await listCarries(team.reader, article.id, { waiting: true, limit: 10 })).items,
    ).toEqual([]);
  });
});

describe("evidence", () => {
  it("is placed or left by its author or a manager", async () => {
    const { annotator, annotator2 } = team;
    const article = await makeArticle(db, { projectId: team.project.id, text: `${TEXT} ${v7()}.` });
    const claim = await makeAnnotation(db, article, { author: annotator, quote: "the ferry" });
    const [segment] = annotationInput(article, { quote: "Eleven ships waited" }).segments;
    const { start = 0, end = 1 } = segment ?? {};
    const id = v7();
    await putEvidence(
      annotator,
      id,
      {
        kind: "passage",
        annotationId: claim.id,
        stance: "supports",
        reason: "",
        confidential: false,
        viewers: [],
        articleId: article.id,
        start,
        end,
      },
      null,
    );
    await reviseArticle(annotator2, article.id, {
      content: { text: article.text.replace("Eleven", "Twelve"), mediaType: "text/plain" },
      origin: { kind: "paste", name: null },
    });
    const { items } = await listCarries(annotator, article.id, { waiting: true, limit: 10 });
    const carry = items[0]?.id ?? "";
    expect(items).toMatchObject([{ evidence: { id, annotationId: claim.id } }]);
    await expect(
      settleCarry(annotator2, carry, { settlement: "placed" }, null),
    ).rejects.toMatchObject({ code: "forbidden" });
    await settleCarry(annotator, carry, { settlement: "placed" }, null);
    expect(await getEvidence(annotator, id)).toMatchObject({
      revision: 2,
      exact: "Twelve ships waited",
      version: 2,
    });
  });
});
