import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { getAnnotation, listVersions } from "#lib/annotations/queries.ts";
import { listAnnotationHistory } from "#lib/annotations/list-annotation-history.ts";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import { correctBlock } from "#lib/articles/correct-block.ts";
import { editArticle } from "#lib/articles/edit-article.ts";
import { getArticle, type StoredArticle } from "#lib/articles/queries.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { getEvidence } from "#lib/evidence/queries.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { listMissedPassages } from "#lib/review/missed-queries.ts";
import { putMissedPassage } from "#lib/review/put-missed-passage.ts";
import { reopenAnnotation } from "#lib/review/reopen-annotation.ts";
import { undoReview } from "#lib/review/undo-review.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle, type UserContext } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { listChangeNotices } from "./list-change-notices.ts";
import { countWaiting, listCarries, listRevisions } from "./queries.ts";
import { reviseArticle } from "./revise-article.ts";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;
let article: StoredArticle;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
});
afterAll(() => client.close());

const FIRST = "Minister Ansa Kreel denied on Monday that the ferry to Lund Bay was late.";
const SECOND = "😀 Eleven ships waited outside the harbour, the institute said in a report.";
const THIRD = "Fishermen told a café owner that they had seen lights at night.";

beforeEach(async () => {
  article = await makeArticle(db, {
    projectId: team.project.id,
    text: `${FIRST}\n\n${SECOND}\n\n${THIRD}\n\nNo. ${v7()}.`,
  });
});

function revise(text: string, ctx: UserContext = team.annotator) {
  return reviseArticle(ctx, article.id, {
    content: { text, mediaType: "text/plain" },
    origin: { kind: "paste", name: null },
  });
}

async function wordsOf(annotation: StoredAnnotation): Promise<string[]> {
  const { text } = await getArticle(team.reader, annotation.articleId, annotation.revision);
  return annotation.segments.map(({ start, end }) => Array.from(text).slice(start, end).join(""));
}

describe("a new revision", () => {
  it("is made with its number, origin and original, and the old one stays", async () => {
    const { article: after, isNew } = await revise(`Update.\n\n${article.text}`);
    expect(isNew).toBe(true);
    expect(after).toMatchObject({ revision: 2, text: `Update.\n\n${article.text}` });
    expect((await getArticle(team.reader, article.id, 1)).text).toBe(article.text);
    expect(await listRevisions(team.reader, article.id)).toMatchObject([
      { number: 2, isCurrent: true, origin: { kind: "paste", name: null } },
      { number: 1, isCurrent: false },
    ]);
  });

  it("is not made of the very same text, and is made of an older one's", async () => {
    expect(await revise(article.text)).toMatchObject({ isNew: false, article: { revision: 1 } });
    await revise(`Update.\n\n${article.text}`);
    expect(await revise(article.text)).toMatchObject({ isNew: true, article: { revision: 3 } });
  });

  it("is refused to readers, strangers, and of what cannot be read", async () => {
    await expect(revise("Other.", team.reader)).rejects.toMatchObject({ code: "forbidden" });
    await expect(revise("Other.", team.stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(revise("  \n ")).rejects.toMatchObject({ code: "invalid" });
    expect((await getArticle(team.reader, article.id)).revision).toBe(1);
  });

  it("keeps what people edited and corrected", async () => {
    await editArticle(team.annotator, article.id, { title: "The late ferry" });
    await correctBlock(team.annotator, article.id, 2, { boilerplate: "teaser" });
    const { article: after } = await revise(`An update came at noon.\n\n${article.text}`);
    expect(after.title).toBe("The late ferry");
    const block = after.blocks.find(({ start }) =>
      Array.from(after.text).slice(start).join("").startsWith("Fishermen"),
    );
    expect(block?.boilerplate).toBe("teaser");
  });
});

describe("annotations whose words stand", () => {
  it("go along in every state but withdrawn, exact or moved, in their writer's name", async () => {
    const { annotator, reviewer } = team;
    const approved = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "the ferry to Lund Bay was late",
    });
    const rejected = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "rejected",
      quote: "Eleven ships waited",
    });
    const draft = await makeAnnotation(db, article, {
      author: annotator,
      quote: "seen lights at night",
    });
    const attribution = await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      tag: "attribution",
      segments: [
        { role: "content", quote: "Eleven ships waited outside the harbour" },
        { role: "source", quote: "the institute" },
        { role: "cue", quote: "said" },
      ],
    });
    const gone = await makeAnnotation(db, article, { author: annotator, quote: "a café owner" });
    await withdrawAnnotation(annotator, gone.id, null);
    const { carries } = await revise(`${THIRD}\n\n${FIRST}\n\nNew: 😀😀\n\n${SECOND}`);
    expect(carries).toMatchObject({ changed: 0, lost: 0, waiting: 0 });
    expect(carries.exact + carries.moved).toBe(4);
    for (const before of [approved, rejected, draft, attribution]) {
      const after = await getAnnotation(team.reader, before.id);
      expect(after).toMatchObject({
        state: before.state,
        revision: 2,
        version: before.version + 1,
      });
      expect((await wordsOf(after)).toSorted()).toEqual(
        before.segments.map(({ exact }) => exact).toSorted(),
      );
      const versions = await listVersions(team.reader, before.id);
      expect(versions.at(-1)?.writer.id).toBe(annotator.actor.userId);
    }
    expect(await getAnnotation(team.reader, gone.id)).toMatchObject({
      revision: 1,
      state: "withdrawn",
    });
    const history = await listAnnotationHistory(team.reader, approved.id, { limit: 10 });
    expect(history.items.at(-1)?.type).toBe("annotation.carried");
  });

  it("keep their decision over several revisions, and it can be undone or reopened", async () => {
    const { annotator, reviewer, reviewer2 } = team;
    const one = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "on Monday",
    });
    const two = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "a café owner",
    });
    for (const update of ["A.", "B.", "C."]) await revise(`${update}\n\n${article.text}`);
    const carried = await getAnnotation(team.reader, one.id);
    expect(carried).toMatchObject({ state: "approved", revision: 4, version: one.version + 3 });
    expect(await undoReview(reviewer, one.id, null)).toMatchObject({ state: "submitted" });
    expect(await undoReview(reviewer, one.id, null)).toMatchObject({
      state: "submitted",
      version: one.version + 4,
    });
    expect(await approveAnnotation(reviewer, one.id, {}, null)).toMatchObject({
      state: "approved",
    });
    expect(await reopenAnnotation(reviewer2, two.id, {}, null)).toMatchObject({
      state: "submitted",
    });
    expect(await approveAnnotation(reviewer2, two.id, {}, null)).toMatchObject({
      state: "approved",
    });
  });

  it("keep four eyes: a correction that was carried is still its writer's, and can be taken back", async () => {
    const { annotator, reviewer, reviewer2 } = team;
    const claim = await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      quote: "late",
    });
    const correction = annotationInput(article, { quote: "the ferry to Lund Bay was late" });
    await approveAnnotation(reviewer, claim.id, { annotation: correction }, null);
    await revise(`Update.\n\n${article.text}`);
    await expect(undoReview(reviewer2, claim.id, null)).rejects.toMatchObject({ code: "state" });
    const undone = await undoReview(reviewer, claim.id, null);
    expect(undone).toMatchObject({ state: "submitted", revision: 2 });
    expect(await wordsOf(undone)).toEqual(["late"]);
    expect(await approveAnnotation(reviewer, claim.id, {}, null)).toMatchObject({
      state: "approved",
    });
    await reopenAnnotation(reviewer, claim.id, {}, null);
    const again = annotationInput(await getArticle(team.reader, article.id), {
      quote: "the ferry",
    });
    await approveAnnotation(reviewer2, claim.id, { annotation: again }, null);
    await revise(`Another.\n\n${article.text}`);
    await reopenAnnotation(reviewer, claim.id, {}, null);
    await expect(approveAnnotation(reviewer2, claim.id, {}, null)).rejects.toMatchObject({
      code: "own-work",
    });
    expect(await approveAnnotation(reviewer, claim.id, {}, null)).toMatchObject({
      state: "approved",
    });
  });
});

describe("annotations whose words do not stand", () => {
  it("stay on their revision and wait; an approved one that is changed goes back to the reviewers", async () => {
    const { annotator, reviewer } = team;
    const changed = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "Eleven ships waited outside the harbour",
    });
    const lost = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "they had seen lights at night",
    });
    const { carries } = await revise(
      `${FIRST}\n\n${SECOND.replace("Eleven", "Twelve")}\n\nThat is all.`,
    );
    expect(carries).toEqual({ exact: 0, moved: 0, changed: 1, lost: 1, waiting: 2 });
    expect(await getAnnotation(team.reader, changed.id)).toMatchObject({
      revision: 1,
      state: "submitted",
      version: changed.version + 1,
    });
    expect(await getAnnotation(team.reader, lost.id)).toEqual(lost);
    const { items } = await listCarries(team.reader, article.id, { waiting: true, limit: 10 });
    expect(items.find(({ annotation }) => annotation?.id === changed.id)).toMatchObject({
      status: "changed",
      from: 1,
      revision: 2,
      segments: [
        { role: "content", exact: "Twelve ships waited outside the harbour", status: "changed" },
      ],
    });
    expect(items.find(({ annotation }) => annotation?.id === lost.id)).toMatchObject({
      status: "lost",
      segments: [{ start: null, exact: null }],
    });
    const history = await listAnnotationHistory(team.reader, changed.id, { limit: 10 });
    expect(history.items.at(-1)).toMatchObject({
      type: "annotation.reopened",
      why: expect.stringContaining("text changed"),
    });
    expect(await countWaiting(team.reader, article.id)).toBe(2);
    const notices = await listChangeNotices(team.reader, team.project.id);
    expect(notices.find((notice) => notice.articleId === article.id)).toMatchObject({
      revision: 2,
      changed: 1,
      lost: 1,
    });
    await expect(listCarries(team.stranger, article.id, { limit: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("are tried again with each later revision, from the text that they stand on", async () => {
    const { annotator } = team;
    const claim = await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      quote: "Eleven ships waited",
    });
    await revise(article.text.replace("Eleven", "Twelve"));
    await revise(article.text.replace("Eleven ships", "No ship"));
    expect(await countWaiting(team.reader, article.id)).toBe(1);
    const { items } = await listCarries(team.reader, article.id, { limit: 10 });
    expect(items.map(({ settlement }) => settlement)).toEqual(["superseded", null]);
    await revise(`Corrected.\n\n${article.text}`);
    expect(await getAnnotation(team.reader, claim.id)).toMatchObject({
      revision: 4,
      state: "submitted",
    });
    expect(await countWaiting(team.reader, article.id)).toBe(0);
  });

  it("no longer wait once their author has marked them anew", async () => {
    const claim = await makeAnnotation(db, article, {
      author: team.annotator,
      quote: "Eleven ships waited",
    });
    const { article: after } = await revise(article.text.replace("Eleven", "Twelve"));
    await putAnnotation(
      team.annotator,
      claim.id,
      annotationInput(after, { quote: "Twelve ships waited" }),
      claim.version,
    );
    const { items } = await listCarries(team.reader, article.id, { limit: 10 });
    expect(items).toMatchObject([
      { settlement: "marked", settledBy: { id: team.annotator.actor.userId } },
    ]);
  });

  it("stay where their author has marked the same words again meanwhile", async () => {
    const claim = await makeAnnotation(db, article, {
      author: team.annotator,
      quote: "Eleven ships waited",
    });
    const { article: after } = await revise(
      `${SECOND.replace("Eleven ships waited", "Ships came and waited")}`,
    );
    const { article: back } = await revise(`${article.text}\n\nAgain.`);
    expect(after.revision + 1).toBe(back.revision);
    expect(await getAnnotation(team.reader, claim.id)).toMatchObject({ revision: 3 });
    const other = await makeAnnotation(db, back, { author: team.annotator, quote: "a café owner" });
    await revise(THIRD.replace("a café owner", "nobody"));
    const third = await reviseArticle(team.annotator, article.id, {
      content: { text: THIRD, mediaType: "text/plain" },
      origin: { kind: "paste", name: null },
    });
    expect(await getAnnotation(team.reader, other.id)).toMatchObject({
      revision: third.article.revision,
    });
  });
});

describe("evidence and missed passages", () => {
  it("go along where their words stand; evidence that does not waits", async () => {
    const { annotator, reviewer } = team;
    const claim = await makeAnnotation(db, article, { author: annotator, quote: "the ferry" });
    const passage = async (quote: string, confidential = false) => {
      const { segments } = annotationInput(article, { quote });
      const { start, end } = segments[0] ?? { start: 0, end: 1 };
      const id = v7();
      await putEvidence(
        annotator,
        id,
        {
          kind: "passage",
          annotationId: claim.id,
          stance: "supports",
          reason: "",
          confidential,
          viewers: [],
          articleId: article.id,
          start,
          end,
        },
        null,
      );
      return id;
    };
    const kept = await passage("a café owner");
    const lost = await passage("Eleven ships", true);
    const missed = v7();
    const { segments } = annotationInput(article, { quote: "seen lights" });
    const { start, end } = segments[0] ?? { start: 0, end: 1 };
    await putMissedPassage(reviewer, missed, {
      articleId: article.id,
      start,
      end,
      annotatorId: annotator.actor.userId,
    });
    const { carries } = await revise(`New.\n\n${FIRST}\n\n${THIRD}`);
    expect(carries).toMatchObject({ lost: 1, waiting: 1 });
    expect(await getEvidence(annotator, kept)).toMatchObject({
      revision: 2,
      version: 2,
      exact: "a café owner",
    });
    expect(await getEvidence(annotator, lost)).toMatchObject({ revision: 1, version: 1 });
    const found = await listMissedPassages(annotator, article.id, { limit: 10 });
    expect(found.items).toMatchObject([{ id: missed, revision: 2, exact: "seen lights" }]);
    expect(await countWaiting(annotator, article.id)).toBe(1);
    expect(
      await countWaiting(team.annotator2, article.id),
      "what is held from them is not counted",
    ).toBe(0);
    expect(
      (await listCarries(team.annotator2, article.id, { limit: 10 })).items.some(
        ({ evidence }) => evidence?.id === lost,
      ),
    ).toBe(false);
    const again = await revise(`Newer.\n\n${FIRST}\n\n${THIRD}`, team.annotator2);
    expect(again.carries, "nor told to whoever adds a revision").toMatchObject({
      lost: 0,
      waiting: 0,
    });
  });
});

describe("at the same moment", () => {
  it("two revisions follow one another", async () => {
    await Promise.all([revise(`A.\n\n${article.text}`), revise(`B.\n\n${article.text}`)]);
    expect((await listRevisions(team.reader, article.id)).map(({ number }) => number)).toEqual([
      3, 2, 1,
    ]);
  });

  it("what is marked meanwhile is carried, or its client is told of the revision", async () => {
    for (let round = 0; round < 5; round++) {
      const made = await makeArticle(db, {
        projectId: team.project.id,
        text: `${FIRST}\n\n${v7()}`,
      });
      const ids = Array.from({ length: 6 }, () => v7());
      const quotes = ["Minister", "Ansa Kreel", "Monday", "the ferry", "Lund Bay", "late"];
      const answers = await Promise.allSettled([
        ...ids.map((id, n) =>
          putAnnotation(
            team.annotator,
            id,
            { ...annotationInput(made, { quote: quotes[n] ?? "" }), revision: 1 },
            null,
          ),
        ),
        reviseArticle(team.annotator2, made.id, {
          content: { text: `Update.\n\n${made.text}`, mediaType: "text/plain" },
          origin: { kind: "paste", name: null },
        }),
      ]);
      expect(answers.at(-1)?.status).toBe("fulfilled");
      for (const [n, answer] of answers.slice(0, -1).entries()) {
        if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "revision" });
        else expect((await getAnnotation(team.reader, ids[n] ?? "")).revision).toBe(2);
      }
    }
  });
});

describe("the database", () => {
  it("refuses a carried version with other words, and an annotation that begins on an old revision", async () => {
    const claim = await makeAnnotation(db, article, { author: team.annotator, quote: "late" });
    const content = { tag: "claim", absent: [], attributes: {}, doubt: null };
    await revise(`Update.\n\n${article.text}`);
    const carried = await getAnnotation(team.reader, claim.id);
    await expect(
      db.$transaction([
        db.annotation.update({ where: { id: claim.id }, data: { version: carried.version + 1 } }),
        db.annotationVersion.create({
          data: {
            annotationId: claim.id,
            version: carried.version + 1,
            writerId: team.annotator.actor.userId,
            carriedFrom: 1,
            content: {
              ...content,
              segments: [{ role: "content", start: 0, end: 6, exact: "Update" }],
            },
          },
        }),
      ]),
    ).rejects.toThrow(/keeps its words/);
    await expect(
      db.annotation.update({
        where: { id: claim.id },
        data: { revisionId: article.revisionId, revision: 1, version: carried.version + 1 },
      }),
    ).rejects.toThrow(/newer revision/);
  });
});

it("carries five thousand annotations within seconds", { timeout: 120_000 }, async () => {
  const sentence = (n: number) =>
    `Sentence ${n} says that ship ${n * 7} came to pier ${n * 13} on day ${n}.`;
  const text = Array.from({ length: 5_000 }, (_, n) => sentence(n)).join("\n\n");
  const made = await makeArticle(db, { projectId: team.project.id, text });
  const rows = Array.from({ length: 5_000 }, (_, n) => {
    const start = text.indexOf(sentence(n)) + 9;
    const exact = sentence(n).slice(9, -1);
    return { id: v7(), segment: v7(), start, end: start + exact.length, exact, signature: `${n}` };
  });
  const json = JSON.stringify(rows);
  await db.$transaction([
    db.$executeRaw`
      INSERT INTO "annotation" ("id", "project_id", "article_id", "revision_id", "revision", "author_id", "tag", "absent", "attributes", "signature", "updated_at")
      SELECT r."id", ${team.project.id}::uuid, ${made.id}::uuid, ${made.revisionId}::uuid, 1, ${team.annotator.actor.userId}::uuid, 'claim', '{}', '{}', r."signature", now()
        FROM jsonb_to_recordset(${json}::jsonb) AS r ("id" uuid, "signature" text)`,
    db.$executeRaw`
      INSERT INTO "segment" ("id", "annotation_id", "role", "start", "end", "exact")
      SELECT r."segment", r."id", 'content', r."start", r."end", r."exact"
        FROM jsonb_to_recordset(${json}::jsonb) AS r ("id" uuid, "segment" uuid, "start" int, "end" int, "exact" text)`,
    db.$executeRaw`
      INSERT INTO "annotation_version" ("annotation_id", "version", "writer_id", "content")
      SELECT r."id", 1, ${team.annotator.actor.userId}::uuid,
             jsonb_build_object('tag', 'claim', 'absent', '[]'::jsonb, 'attributes', '{}'::jsonb, 'doubt', null, 'segments',
               jsonb_build_array(jsonb_build_object('role', 'content', 'start', r."start", 'end', r."end", 'exact', r."exact")))
        FROM jsonb_to_recordset(${json}::jsonb) AS r ("id" uuid, "start" int, "end" int, "exact" text)`,
  ]);
  const begun = performance.now();
  const { carries } = await reviseArticle(team.annotator, made.id, {
    content: { text: `Update.\n\n${text}`, mediaType: "text/plain" },
    origin: { kind: "paste", name: null },
  });
  const took = performance.now() - begun;
  expect(carries).toMatchObject({ exact: 5_000, waiting: 0 });
  expect(took, `${Math.round(took)} ms`).toBeLessThan(30_000);
  if (process.env.REANCHOR_TRIALS)
    process.stdout.write(`5,000 annotations carried in ${Math.round(took)} ms\n`);
});
