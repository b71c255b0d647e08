import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { listAnnotationHistory } from "./list-annotation-history.ts";
import { putAnnotation } from "./put-annotation.ts";
import { getAnnotation, listAnnotations } from "./queries.ts";
import { recallAnnotation } from "./recall-annotation.ts";
import { submitAnnotation } from "./submit-annotation.ts";
import { submitArticle } from "./submit-article.ts";
import { withdrawAnnotation } from "./withdraw-annotation.ts";

const TEXT = "Minister Ansa Kreel denied on Monday that the ferry was late.";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
});
afterAll(() => client.close());

async function ownArticle() {
  return await makeArticle(db, { projectId: team.project.id, text: `${TEXT} ${uuidv7()}` });
}

describe("submitAnnotation", () => {
  it("hands a draft to review once, also when repeated with an old version", async () => {
    const draft = await makeAnnotation(db, await ownArticle(), { author: team.annotator });
    const submitted = await submitAnnotation(team.annotator, draft.id, 1);
    expect(submitted).toMatchObject({ state: "submitted", version: 2 });
    expect(await submitAnnotation(team.annotator, draft.id, 1)).toEqual(submitted);
    const history = await listAnnotationHistory(team.annotator, draft.id, { limit: 10 });
    expect(history.items.at(-1)).toMatchObject({
      type: "annotation.submitted",
      before: { state: "draft", version: 1 },
      after: { state: "submitted", version: 2 },
    });
    expect(history.items).toHaveLength(2);
  });

  it("refuses others, strangers, a stale version and a wrong state", async () => {
    const article = await ownArticle();
    const draft = await makeAnnotation(db, article, { author: team.annotator });
    for (const other of [team.annotator2, team.manager]) {
      await expect(submitAnnotation(other, draft.id, null)).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    await expect(submitAnnotation(team.reader, draft.id, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(submitAnnotation(team.stranger, draft.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(submitAnnotation(team.annotator, draft.id, 5)).rejects.toMatchObject({
      code: "stale",
      detail: { current: { version: 1 } },
    });
    const withdrawn = await withdrawAnnotation(team.annotator, draft.id, null);
    await expect(submitAnnotation(team.annotator, withdrawn.id, null)).rejects.toMatchObject({
      code: "state",
    });
  });

  it("wants the words that are said", async () => {
    const draft = await makeAnnotation(db, await ownArticle(), {
      author: team.annotator,
      tag: "attribution",
      segments: [{ role: "cue", quote: "denied" }],
    });
    await expect(submitAnnotation(team.annotator, draft.id, null)).rejects.toMatchObject({
      code: "invalid",
      fields: { segments: expect.any(String) },
    });
  });

  it("brings a rejected one back to review", async () => {
    const rejected = await makeAnnotation(db, await ownArticle(), {
      author: team.annotator,
      state: "rejected",
    });
    expect(await submitAnnotation(team.annotator, rejected.id, null)).toMatchObject({
      state: "submitted",
    });
  });
});

describe("recallAnnotation", () => {
  it("takes a submitted one back, once", async () => {
    const submitted = await makeAnnotation(db, await ownArticle(), {
      author: team.annotator,
      state: "submitted",
    });
    const draft = await recallAnnotation(team.annotator, submitted.id, submitted.version);
    expect(draft).toMatchObject({ state: "draft", version: 3 });
    expect(await recallAnnotation(team.annotator, submitted.id, submitted.version)).toEqual(draft);
  });

  it("refuses others, strangers, a stale version and a decided one", async () => {
    const article = await ownArticle();
    const submitted = await makeAnnotation(db, article, {
      author: team.annotator,
      state: "submitted",
    });
    await expect(recallAnnotation(team.reviewer, submitted.id, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(recallAnnotation(team.stranger, submitted.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(recallAnnotation(team.annotator, submitted.id, 1)).rejects.toMatchObject({
      code: "stale",
    });
    const approved = await makeAnnotation(db, article, {
      author: team.annotator,
      quote: "Monday",
      state: "approved",
    });
    await expect(recallAnnotation(team.annotator, approved.id, null)).rejects.toMatchObject({
      code: "state",
    });
  });
});

describe("withdrawAnnotation", () => {
  it("is done by the author or a manager, to what is not approved, once", async () => {
    const article = await ownArticle();
    const author = team.annotator;
    const quotes = ["Minister", "Monday", "ferry"];
    for (const [n, state] of (["draft", "submitted", "rejected"] as const).entries()) {
      const made = await makeAnnotation(db, article, { author, state, quote: quotes[n] ?? "" });
      const withdrawn = await withdrawAnnotation(
        n === 1 ? team.manager : author,
        made.id,
        made.version,
      );
      expect(withdrawn).toMatchObject({
        state: "withdrawn",
        version: made.version + 1,
        author: { id: author.actor.userId },
      });
      expect(await withdrawAnnotation(author, made.id, made.version)).toEqual(withdrawn);
    }
    const approved = await makeAnnotation(db, article, {
      author,
      quote: "late",
      state: "approved",
    });
    await expect(withdrawAnnotation(author, approved.id, null)).rejects.toMatchObject({
      code: "state",
    });
    const standing = await listAnnotations(team.reader, article.id, {
      limit: 10,
      states: ["approved", "draft"],
    });
    expect(standing.items.map(({ id }) => id)).toEqual([approved.id]);
    expect((await listAnnotations(team.reader, article.id, { limit: 10 })).items).toHaveLength(4);
  });

  it("refuses others, strangers and a stale version", async () => {
    const draft = await makeAnnotation(db, await ownArticle(), { author: team.annotator });
    await expect(withdrawAnnotation(team.reviewer, draft.id, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(withdrawAnnotation(team.stranger, draft.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(withdrawAnnotation(team.annotator, draft.id, 3)).rejects.toMatchObject({
      code: "stale",
    });
  });

  it("and a submission at the same moment: each is told the truth", async () => {
    const draft = await makeAnnotation(db, await ownArticle(), { author: team.annotator });
    const answers = await Promise.allSettled([
      submitAnnotation(team.annotator, draft.id, 1),
      withdrawAnnotation(team.annotator, draft.id, 1),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getAnnotation(team.annotator, draft.id)).version).toBe(2);
  });
});

describe("submitArticle", () => {
  it("submits the caller's drafts and changed rejected ones, and names what is not ready", async () => {
    const article = await ownArticle();
    const author = team.annotator;
    const draft = await makeAnnotation(db, article, { author, quote: "Minister" });
    const unchanged = await makeAnnotation(db, article, {
      author,
      quote: "Monday",
      state: "rejected",
    });
    const changed = await makeAnnotation(db, article, {
      author,
      quote: "ferry",
      state: "rejected",
    });
    await putAnnotation(
      author,
      changed.id,
      annotationInput(article, { quote: "the ferry" }),
      changed.version,
    );
    const others = await makeAnnotation(db, article, { author: team.annotator2, quote: "late" });
    const unready = await makeAnnotation(db, article, {
      author,
      tag: "attribution",
      segments: [{ role: "cue", quote: "denied" }],
    });
    const { submitted, refused } = await submitArticle(author, article.id);
    expect(submitted.map(({ id, state, version }) => [id, state, version])).toEqual([
      [draft.id, "submitted", 2],
      [changed.id, "submitted", changed.version + 2],
    ]);
    expect(refused).toMatchObject([{ id: unready.id, code: "invalid" }]);
    for (const { id } of submitted)
      expect(await getAnnotation(author, id)).toMatchObject({ state: "submitted" });
    for (const { id, state } of [unchanged, others])
      expect(await getAnnotation(author, id)).toMatchObject({ state });
    expect(await submitArticle(author, article.id)).toMatchObject({ submitted: [] });
    const history = await listAnnotationHistory(author, draft.id, { limit: 10 });
    expect(history.items.map(({ type }) => type)).toEqual([
      "annotation.created",
      "annotation.submitted",
    ]);
  });

  it("refuses a reader and a stranger", async () => {
    const article = await ownArticle();
    await expect(submitArticle(team.reader, article.id)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(submitArticle(team.stranger, article.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("listAnnotations", () => {
  it("gives pages that meet without a gap", async () => {
    const article = await ownArticle();
    const made: string[] = [];
    for (const quote of ["Minister", "Ansa", "Kreel", "denied", "Monday"]) {
      made.push((await makeAnnotation(db, article, { author: team.annotator, quote })).id);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listAnnotations(team.reader, article.id, {
        limit: 2,
        ...(after && { after }),
      });
      seen.push(...page.items.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(seen).toEqual(made);
    expect(await listAnnotations(team.stranger, article.id, { limit: 10 })).toEqual({
      items: [],
      next: null,
    });
  });
});
