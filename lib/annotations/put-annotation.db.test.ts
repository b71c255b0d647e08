import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { putAnnotation } from "./put-annotation.ts";
import { getAnnotation, listVersions } from "./queries.ts";
import { submitAnnotation } from "./submit-annotation.ts";
import { withdrawAnnotation } from "./withdraw-annotation.ts";
import { listAnnotationHistory } from "./list-annotation-history.ts";

const TEXT =
  "Minister Ansa Kreel 🚢 denied on Monday that the ferry was late. “We left on time,” she said. Cafe\u0301s closed.\n";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
});
afterAll(() => client.close());

/** Every test writes into an article of its own. */
async function ownArticle() {
  return await makeArticle(db, { projectId: team.project.id, text: `${TEXT}${uuidv7()}\n` });
}

describe("putAnnotation creates", () => {
  it("a draft with its words, its version, its history and the begun work", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    const input = annotationInput(article, {
      tag: "attribution",
      segments: [
        { role: "content", quote: "the ferry was late" },
        { role: "source", quote: "Minister Ansa Kreel 🚢" },
        { role: "cue", quote: "denied" },
      ],
      attributes: { commitment: "denies", who: "  Ansa Kreel " },
    });
    const { annotation, isNew } = await putAnnotation(team.annotator, id, input, null);
    expect(isNew).toBe(true);
    expect(annotation).toMatchObject({
      id,
      articleId: article.id,
      revision: 1,
      tag: "attribution",
      state: "draft",
      version: 1,
      attributes: { commitment: "denies", who: "Ansa Kreel" },
      author: { id: team.annotator.actor.userId, name: team.annotator.actor.name },
    });
    expect(annotation.segments.map(({ role, start, exact }) => ({ role, start, exact }))).toEqual([
      { role: "source", start: 0, exact: "Minister Ansa Kreel 🚢" },
      { role: "cue", start: 22, exact: "denied" },
      { role: "content", start: 44, exact: "the ferry was late" },
    ]);
    expect(await getAnnotation(team.reader, id)).toEqual(annotation);
    expect(await listVersions(team.reader, id)).toMatchObject([
      { version: 1, writer: annotation.author },
    ]);
    const history = await listAnnotationHistory(team.reader, id, { limit: 10 });
    expect(history.items).toMatchObject([
      {
        type: "annotation.created",
        actor: annotation.author,
        before: null,
        after: { state: "draft", version: 1 },
      },
    ]);
    const work = await db.work.findMany({ where: { articleId: article.id } });
    expect(work).toMatchObject([{ userId: team.annotator.actor.userId, state: "begun" }]);
  });

  it("nothing for a reader, a stranger and an unknown article", async () => {
    const article = await ownArticle();
    const input = annotationInput(article, { quote: "late" });
    await expect(putAnnotation(team.reader, uuidv7(), input, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(putAnnotation(team.stranger, uuidv7(), input, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      putAnnotation(team.annotator, uuidv7(), { ...input, articleId: uuidv7() }, null),
    ).rejects.toMatchObject({ code: "not-found" });
    // A stranger does not learn from a faulty request that the article is there.
    const faulty = { ...input, absent: ["cue" as const] };
    await expect(putAnnotation(team.stranger, uuidv7(), faulty, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      putAnnotation(team.annotator, uuidv7(), { ...faulty, articleId: uuidv7() }, null),
    ).rejects.toMatchObject({ code: "not-found" });
    expect(await db.annotation.count({ where: { articleId: article.id } })).toBe(0);
  });

  it("nothing over words that do not stand there, outside the text, on white space, or on another revision", async () => {
    const article = await ownArticle();
    const put = (
      segments: { role: "content" | "cue"; start: number; end: number; exact?: string }[],
      revision?: number,
    ) =>
      putAnnotation(
        team.annotator,
        uuidv7(),
        { ...annotationInput(article, {}), segments, revision },
        null,
      );
    await expect(
      put([{ role: "content", start: 0, end: 8, exact: "Minyster" }]),
    ).rejects.toMatchObject({
      code: "invalid",
      fields: { "segments.0.exact": expect.stringContaining("Minister") },
    });
    await expect(put([{ role: "content", start: 0, end: 100_000 }])).rejects.toMatchObject({
      fields: { "segments.0.end": expect.any(String) },
    });
    await expect(
      put([{ role: "content", start: Number.MAX_SAFE_INTEGER - 1, end: Number.MAX_SAFE_INTEGER }]),
    ).rejects.toMatchObject({ fields: { "segments.0.end": expect.any(String) } });
    await expect(put([{ role: "content", start: 8, end: 9 }])).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(put([{ role: "content", start: 0, end: 8 }], 2)).rejects.toMatchObject({
      code: "revision",
    });
  });

  it("takes half of a combined character: the offsets are the sender's", async () => {
    const article = await makeArticle(db, {
      projectId: team.project.id,
      text: `Q\u0308uay ${uuidv7()}`,
    });
    const input = annotationInput(article, { segments: [{ quote: "Q" }] });
    const { annotation } = await putAnnotation(team.annotator, uuidv7(), input, null);
    expect(annotation.segments).toEqual([{ role: "content", start: 0, end: 1, exact: "Q" }]);
  });
});

describe("putAnnotation repeated", () => {
  it("answers with what is there whatever the version, and changes nothing", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    const input = annotationInput(article, {
      quote: "the ferry was late",
      attributes: { kind: "event" },
    });
    const first = await putAnnotation(team.annotator, id, input, null);
    for (const expected of [null, 1, 7]) {
      const again = await putAnnotation(team.annotator, id, input, expected);
      expect(again).toEqual({ annotation: first.annotation, isNew: false });
    }
    const history = await listAnnotationHistory(team.annotator, id, { limit: 10 });
    expect(history.items).toHaveLength(1);
  });

  it("at the same moment ends well", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    const input = annotationInput(article, { quote: "the ferry was late" });
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => putAnnotation(team.annotator, id, input, null)),
    );
    expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(answers.map(({ annotation }) => annotation.version))).toEqual(new Set([1]));
  });

  it("with other words at the same moment: one is kept, the other is told", async () => {
    const article = await ownArticle();
    const id = uuidv7();
    const answers = await Promise.allSettled(
      ["late", "ferry", "Monday"].map((quote) =>
        putAnnotation(team.annotator, id, annotationInput(article, { quote }), null),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected")
        expect(answer.reason).toMatchObject({ code: "version-needed" });
    }
  });
});

describe("putAnnotation changes", () => {
  it("what the version names, and tells who is late what it is now", async () => {
    const article = await ownArticle();
    const before = await makeAnnotation(db, article, { author: team.annotator, quote: "late" });
    const wider = annotationInput(article, { quote: "was late" });
    await expect(putAnnotation(team.annotator, before.id, wider, null)).rejects.toMatchObject({
      code: "version-needed",
    });
    await expect(putAnnotation(team.annotator, before.id, wider, 9)).rejects.toMatchObject({
      code: "stale",
      detail: { current: { id: before.id, version: 1 } },
    });
    const { annotation } = await putAnnotation(team.annotator, before.id, wider, 1);
    expect(annotation).toMatchObject({ version: 2, segments: [{ exact: "was late" }] });
    expect(await getAnnotation(team.annotator, before.id)).toEqual(annotation);
    const other = annotationInput(article, { quote: "ferry was late" });
    await expect(putAnnotation(team.annotator, before.id, other, 1)).rejects.toMatchObject({
      code: "stale",
    });
  });

  it("at the same moment from two tabs: one is kept, the other is stale", async () => {
    const article = await ownArticle();
    const { id } = await makeAnnotation(db, article, { author: team.annotator, quote: "late" });
    const answers = await Promise.allSettled(
      ["was late", "ferry was late", "Monday"].map((quote) =>
        putAnnotation(team.annotator, id, annotationInput(article, { quote }), 1),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") {
        expect(answer.reason).toMatchObject({ code: "stale", detail: { current: { version: 2 } } });
      }
    }
    expect(await listVersions(team.annotator, id)).toHaveLength(2);
  });

  it("only one's own, and not an approved one", async () => {
    const article = await ownArticle();
    const draft = await makeAnnotation(db, article, { author: team.annotator, quote: "late" });
    const input = annotationInput(article, { quote: "was late" });
    await expect(putAnnotation(team.annotator2, draft.id, input, 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(putAnnotation(team.manager, draft.id, input, 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(putAnnotation(team.stranger, draft.id, input, 1)).rejects.toMatchObject({
      code: "not-found",
    });
    const approved = await makeAnnotation(db, article, {
      author: team.annotator,
      quote: "Monday",
      state: "approved",
    });
    await expect(
      putAnnotation(team.annotator, approved.id, input, approved.version),
    ).rejects.toMatchObject({
      code: "state",
    });
    const same = annotationInput(article, { quote: "Monday" });
    expect((await putAnnotation(team.annotator, approved.id, same, null)).annotation).toEqual(
      approved,
    );
  });

  it("a submitted one to draft, a rejected one to rejected, a withdrawn one to draft", async () => {
    const article = await ownArticle();
    const author = team.annotator;
    const submitted = await makeAnnotation(db, article, {
      author,
      quote: "late",
      state: "submitted",
    });
    const same = annotationInput(article, { quote: "late" });
    expect((await putAnnotation(author, submitted.id, same, null)).annotation.state).toBe(
      "submitted",
    );
    const wider = annotationInput(article, { quote: "was late" });
    expect((await putAnnotation(author, submitted.id, wider, 2)).annotation).toMatchObject({
      state: "draft",
      version: 3,
    });

    const rejected = await makeAnnotation(db, article, {
      author,
      quote: "Monday",
      state: "rejected",
    });
    const doubtful = annotationInput(article, { quote: "Monday", doubt: "Which Monday?" });
    expect(
      (await putAnnotation(author, rejected.id, doubtful, rejected.version)).annotation,
    ).toMatchObject({
      state: "rejected",
      doubt: "Which Monday?",
    });

    const withdrawn = await makeAnnotation(db, article, {
      author,
      quote: "time",
      state: "withdrawn",
    });
    const restoring = annotationInput(article, { quote: "time" });
    await expect(putAnnotation(author, withdrawn.id, restoring, null)).rejects.toMatchObject({
      code: "version-needed",
    });
    const restored = await putAnnotation(author, withdrawn.id, restoring, withdrawn.version);
    expect(restored.annotation).toMatchObject({ state: "draft", version: 3 });
    expect(await putAnnotation(author, withdrawn.id, restoring, withdrawn.version)).toEqual(
      restored,
    );
    const history = await listAnnotationHistory(author, withdrawn.id, { limit: 10 });
    expect(history.items.map(({ type }) => type)).toEqual([
      "annotation.created",
      "annotation.withdrawn",
      "annotation.restored",
    ]);
  });

  it("not the article of an annotation", async () => {
    const one = await ownArticle();
    const draft = await makeAnnotation(db, one, { author: team.annotator, quote: "late" });
    const other = await ownArticle();
    const input = annotationInput(other, { quote: "late" });
    await expect(putAnnotation(team.annotator, draft.id, input, 1)).rejects.toMatchObject({
      code: "state",
    });
  });
});

describe("putAnnotation refuses the same marking twice", () => {
  it("by one person under another id, until the first is withdrawn", async () => {
    const article = await ownArticle();
    const first = await makeAnnotation(db, article, { author: team.annotator, quote: "late" });
    const input = annotationInput(article, { quote: "late", doubt: "Says the same all the same." });
    const again = uuidv7();
    await expect(putAnnotation(team.annotator, again, input, null)).rejects.toMatchObject({
      code: "duplicate",
      detail: { id: first.id },
    });
    expect((await putAnnotation(team.annotator2, uuidv7(), input, null)).isNew).toBe(true);
    await withdrawAnnotation(team.annotator, first.id, null);
    expect((await putAnnotation(team.annotator, again, input, null)).isNew).toBe(true);
    const restoring = annotationInput(article, { quote: "late" });
    await expect(putAnnotation(team.annotator, first.id, restoring, 2)).rejects.toMatchObject({
      code: "duplicate",
      detail: { id: again },
    });
  });

  it("also at the same moment, and by a change", async () => {
    const article = await ownArticle();
    const input = annotationInput(article, { quote: "late" });
    const answers = await Promise.allSettled(
      [uuidv7(), uuidv7(), uuidv7()].map((id) => putAnnotation(team.annotator, id, input, null)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "duplicate" });
    }
    const other = await makeAnnotation(db, article, { author: team.annotator, quote: "Monday" });
    await expect(putAnnotation(team.annotator, other.id, input, 1)).rejects.toMatchObject({
      code: "duplicate",
    });
    await submitAnnotation(team.annotator, other.id, null);
  });
});
