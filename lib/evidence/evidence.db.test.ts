import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeAnnotation, makeArticle, makeEvidence, makeMember } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { deleteEvidence } from "./delete-evidence.ts";
import type { EvidenceInput } from "./model.ts";
import { putEvidence } from "./put-evidence.ts";
import { getEvidence, listEvidence, listEvidenceOn } from "./queries.ts";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
});
afterAll(() => client.close());

async function mark() {
  const article = await makeArticle(db, {
    projectId: team.project.id,
    text: `The ferry 🚢 was late. ${uuidv7()}`,
  });
  return {
    article,
    annotation: await makeAnnotation(db, article, { author: team.annotator, quote: "late" }),
  };
}
const every = {
  stance: "refutes",
  reason: "The log says otherwise.",
  confidential: false,
  viewers: [],
} as const;

describe("putEvidence", () => {
  it("keeps a passage with the words that stand there", async () => {
    const { article, annotation } = await mark();
    const { article: other } = await mark();
    const id = uuidv7();
    const input: EvidenceInput = {
      kind: "passage",
      annotationId: annotation.id,
      ...every,
      viewers: [],
      articleId: other.id,
      start: 4,
      end: 11,
    };
    const { evidence, isNew } = await putEvidence(team.annotator2, id, input, null);
    expect(isNew).toBe(true);
    expect(evidence).toMatchObject({
      ...input,
      exact: "ferry 🚢",
      revision: 1,
      articleTitle: other.title,
      version: 1,
    });
    expect(await putEvidence(team.annotator2, id, { ...input, exact: "ferry 🚢" }, 8)).toEqual({
      evidence,
      isNew: false,
    });
    expect(await getEvidence(team.reader, id)).toEqual(evidence);
    expect((await listEvidence(team.reader, article.id, { limit: 5 })).items).toEqual([evidence]);
    await expect(
      putEvidence(team.annotator2, uuidv7(), { ...input, exact: "ferry" }, null),
    ).rejects.toMatchObject({
      fields: { exact: expect.any(String) },
    });
    await expect(
      putEvidence(team.annotator2, uuidv7(), { ...input, end: 10_000 }, null),
    ).rejects.toMatchObject({
      fields: { end: expect.any(String) },
    });
    await expect(
      putEvidence(team.annotator2, uuidv7(), { ...input, revision: 3 }, null),
    ).rejects.toMatchObject({
      code: "revision",
    });
  });

  it("refuses a passage of another project, also to somebody who is in both", async () => {
    const { annotation } = await mark();
    const { user } = await makeMember(db, { projectId: team.project.id });
    const { ctx } = await makeMember(db, { projectId: team.elsewhere.id, user });
    const foreign = await makeArticle(db, { projectId: team.elsewhere.id, text: "Elsewhere." });
    const input: EvidenceInput = {
      kind: "passage",
      annotationId: annotation.id,
      ...every,
      viewers: [],
      articleId: foreign.id,
      start: 0,
      end: 4,
    };
    await expect(putEvidence(ctx, uuidv7(), input, null)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("keeps a web page and a note, and changes one's own by version, also into another kind", async () => {
    const { annotation } = await mark();
    const base = { annotationId: annotation.id, ...every, viewers: [] };
    const id = uuidv7();
    const web: EvidenceInput = {
      kind: "web",
      ...base,
      url: "https://harbour.example/log",
      quotation: "9.01",
    };
    const { evidence } = await putEvidence(team.annotator, id, web, null);
    expect(evidence).toMatchObject(web);
    const note: EvidenceInput = { kind: "note", ...base, note: "They told us by telephone." };
    await expect(putEvidence(team.annotator, id, note, null)).rejects.toMatchObject({
      code: "version-needed",
    });
    await expect(putEvidence(team.annotator, id, note, 2)).rejects.toMatchObject({
      code: "stale",
      detail: { current: evidence },
    });
    await expect(putEvidence(team.manager, id, note, 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    const changed = await putEvidence(team.annotator, id, note, 1);
    expect(changed.evidence).toMatchObject({ ...note, version: 2 });
    expect(changed.evidence).not.toHaveProperty("url");
  });

  it("refuses readers, strangers, a withdrawn annotation and another annotation", async () => {
    const { annotation } = await mark();
    const { annotation: other } = await mark();
    const note = (annotationId: string): EvidenceInput => ({
      kind: "note",
      annotationId,
      ...every,
      viewers: [],
      note: "n",
    });
    await expect(
      putEvidence(team.reader, uuidv7(), note(annotation.id), null),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      putEvidence(team.stranger, uuidv7(), note(annotation.id), null),
    ).rejects.toMatchObject({ code: "not-found" });
    const there = await makeEvidence(team.annotator, annotation);
    await expect(putEvidence(team.annotator, there.id, note(other.id), 1)).rejects.toMatchObject({
      code: "state",
    });
    await withdrawAnnotation(team.annotator, annotation.id, null);
    await expect(
      putEvidence(team.annotator, uuidv7(), note(annotation.id), null),
    ).rejects.toMatchObject({ code: "state" });
    expect((await listEvidence(team.reader, annotation.articleId, { limit: 5 })).items).toEqual([]);
  });
});

describe("confidential evidence", () => {
  it("is seen by its author, its viewers and managers; for all others it does not exist", async () => {
    const { article, annotation } = await mark();
    const item = await makeEvidence(team.annotator, annotation, {
      confidential: true,
      viewers: [team.reviewer.actor.userId],
    });
    expect(item.viewers).toEqual([team.reviewer.actor.userId]);
    for (const who of [team.annotator, team.reviewer, team.manager]) {
      expect(await getEvidence(who, item.id)).toEqual(item);
      expect((await listEvidence(who, article.id, { limit: 5 })).items).toEqual([item]);
    }
    for (const who of [team.reader, team.annotator2, team.reviewer2, team.stranger]) {
      await expect(getEvidence(who, item.id)).rejects.toMatchObject({ code: "not-found" });
      expect((await listEvidence(who, article.id, { limit: 5 })).items).toEqual([]);
      expect(await listEvidenceOn(who, [annotation.id])).toEqual([]);
      await expect(deleteEvidence(who, item.id, null)).rejects.toMatchObject({ code: "not-found" });
    }
    const guess: EvidenceInput = {
      kind: "note",
      annotationId: annotation.id,
      ...every,
      viewers: [],
      note: "?",
    };
    await expect(putEvidence(team.annotator2, item.id, guess, null)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("names members only", async () => {
    const { annotation } = await mark();
    await expect(
      makeEvidence(team.annotator, annotation, {
        confidential: true,
        viewers: [team.reader.actor.userId, team.stranger.actor.userId],
      }),
    ).rejects.toMatchObject({ code: "invalid", fields: { "viewers.1": expect.any(String) } });
  });
});

describe("deleteEvidence", () => {
  it("is done by whoever added it or a manager, once", async () => {
    const { annotation } = await mark();
    const own = await makeEvidence(team.annotator, annotation);
    await expect(deleteEvidence(team.reviewer, own.id, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deleteEvidence(team.stranger, own.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(deleteEvidence(team.annotator, own.id, 3)).rejects.toMatchObject({
      code: "stale",
    });
    expect(await deleteEvidence(team.annotator, own.id, 1)).toEqual(own);
    expect(await deleteEvidence(team.annotator, own.id, 1)).toBeNull();
    const other = await makeEvidence(team.annotator, annotation);
    expect(await deleteEvidence(team.manager, other.id, null)).toEqual(other);
  });
});
