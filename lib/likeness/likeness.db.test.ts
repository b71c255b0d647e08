import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { articlesTable } from "#lib/articles/articles-table.ts";
import { correctBlock } from "#lib/articles/correct-block.ts";
import { countOwnWork } from "#lib/articles/count-own-work.ts";
import { findPassages } from "#lib/articles/find-passages.ts";
import { listProjectCards } from "#lib/articles/project-cards.ts";
import { listArticles } from "#lib/articles/queries.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { measureExport } from "#lib/exchange/measure-export.ts";
import { readProject } from "#lib/exchange/read-project.ts";
import { putMissedPassage } from "#lib/review/put-missed-passage.ts";
import {
  makeAnnotation,
  makeArticle,
  makeMember,
  makeProject,
  type UserContext,
} from "#prisma/factories.ts";
import { v7 } from "uuid";
import { catchUpLikenesses } from "./catch-up-likenesses.ts";
import { compareLikeness } from "./compare-likeness.ts";
import { decideLikeness } from "./decide-likeness.ts";
import { mergedInto } from "./merged-into.ts";
import { noteLikenesses } from "./note-likenesses.ts";
import { countLikenesses, getLikeness, listLikenesses, listTies } from "./queries.ts";
import { agencyParagraph, agencyText, chanceOf } from "./testing/agency-text.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
let reviewer: UserContext;
let annotator: UserContext;

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 6);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  projectId = (await makeProject(db)).id;
  reviewer = (await makeMember(db, { projectId, role: "reviewer" })).ctx;
  annotator = (await makeMember(db, { projectId })).ctx;
});

const operator = (): Context => ({ actor: { kind: "operator" }, db, now: new Date() });

let seed = 1;

/** An agency's text of about 200 words, and the same with one paragraph more. */
function agency(): { text: string; longer: string } {
  const chance = chanceOf(seed++);
  const { paragraphs, names } = agencyText(chance, 200);
  const more = paragraphs.toSpliced(2, 0, agencyParagraph(chance, names));
  return { text: `${paragraphs.join("\n\n")}\n`, longer: `${more.join("\n\n")}\n` };
}

async function add(text: string, title: string): Promise<string> {
  return (await makeArticle(db, { projectId, text, title })).id;
}

/** Two papers with one agency's text, noted as alike. */
async function twoPapers() {
  const { text, longer } = agency();
  const courier = await add(text, "The Estuary Courier");
  const herald = await add(longer, "The Karsa Herald");
  const [likeness] = await noteLikenesses(annotator, herald);
  if (!likeness) throw new Error("The two papers were not found to be alike.");
  return { courier, herald, likeness };
}

describe("noting likenesses", () => {
  it("finds the text with one paragraph more, once either way, and nothing else", async () => {
    await add(agency().text, "Something else");
    const { courier, herald, likeness } = await twoPapers();
    expect(likeness).toMatchObject({
      decision: null,
      first: { id: courier, title: "The Estuary Courier" },
      second: { id: herald },
    });
    expect(likeness.similarity).toBeGreaterThan(0.7);
    expect(await noteLikenesses(annotator, courier)).toEqual([likeness]);
    expect(await noteLikenesses(annotator, herald)).toEqual([likeness]);
    expect((await listLikenesses(reviewer, projectId, { limit: 10 })).items).toEqual([likeness]);
    const found = await db.auditEvent.findMany({ where: { projectId, type: "likeness.found" } });
    expect(found.map((each) => each.subjectId)).toEqual([herald]);
  });

  it("looks in the article's own project only", async () => {
    const { text, longer } = agency();
    const other = (await makeProject(db)).id;
    await makeArticle(db, { projectId: other, text });
    const here = await add(longer, "Here");
    expect(await noteLikenesses(annotator, here)).toEqual([]);
  });

  it("misses neither of two that come in at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { text, longer } = agency();
      const pair = await Promise.all([add(text, "One"), add(longer, "Two")]);
      await Promise.all(pair.map((id) => noteLikenesses(annotator, id)));
    }
    expect(await countLikenesses(reviewer, projectId)).toMatchObject({ undecided: 5 });
  });

  it("lets go of what no longer holds, and of nothing that somebody decided", async () => {
    const one = await twoPapers();
    const two = await twoPapers();
    await decideLikeness(reviewer, two.likeness.id, { decision: "tied" });
    for (const { herald } of [one, two]) await foldAll(herald);
    await noteLikenesses(annotator, one.herald);
    await noteLikenesses(annotator, two.herald);
    await expect(getLikeness(reviewer, one.likeness.id)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await getLikeness(reviewer, two.likeness.id)).toMatchObject({ decision: "tied" });
  });

  it("sees to articles from before there were signatures, once, and to those it missed", async () => {
    const { text, longer } = agency();
    const ids = [await add(text, "One"), await add(longer, "Two")];
    const revisions = await db.revision.findMany({ where: { articleId: { in: ids } } });
    const unsigned = { revisionId: { in: revisions.map(({ id }) => id) } };
    await db.signatureBand.deleteMany({ where: unsigned });
    await db.revisionSignature.updateMany({
      where: unsigned,
      data: { minima: new Uint8Array(), shingles: -1 },
    });
    while (!(await catchUpLikenesses(operator(), 3)).isDone);
    expect(await countLikenesses(reviewer, projectId)).toMatchObject({ undecided: 1 });
    expect(await catchUpLikenesses(operator())).toEqual({ articles: 0, isDone: true });
  });

  it("reads no further than to the oldest of very many copies", async () => {
    const { text } = agency();
    const ids: string[] = [];
    for (let copy = 0; copy < 60; copy++) ids.push(await add(`${text}\n${copy}\n`, `Copy ${copy}`));
    const noted = await noteLikenesses(annotator, ids.at(-1) ?? "");
    expect(noted).toHaveLength(10);
    expect(noted.every((each) => ids.slice(0, 55).includes(each.first.id))).toBe(true);
  });
});

/** Fold all of an article away: what is its own text then is nobody's copy. */
async function foldAll(articleId: string): Promise<void> {
  const count = await db.block.count({ where: { revision: { articleId } } });
  for (let index = 0; index < count; index++) {
    await correctBlock(annotator, articleId, index, { boilerplate: "other" });
  }
}

describe("deciding", () => {
  it("merges: the folded one leaves lists, counts, searches and exports, and says where it went", async () => {
    const { courier, herald, likeness } = await twoPapers();
    const merged = await decideLikeness(reviewer, likeness.id, {
      decision: "merged",
      into: courier,
    });
    expect(merged).toMatchObject({
      decision: "merged",
      decidedBy: { id: reviewer.actor.userId },
      second: { id: herald, mergedIntoId: courier },
    });
    expect((await listArticles(reviewer, projectId)).map(({ id }) => id)).toEqual([courier]);
    expect((await articlesTable(reviewer, projectId)).rows.map(({ id }) => id)).toEqual([courier]);
    expect(await countOwnWork(annotator, projectId)).toMatchObject({ finished: 0, total: 1 });
    expect((await listProjectCards(annotator)).map(({ articles }) => articles)).toEqual([1]);
    const passages = await findPassages(reviewer, projectId, "it was told");
    expect(new Set(passages.items.map(({ articleId }) => articleId))).toEqual(new Set([courier]));
    expect(await measureExport(reviewer, projectId, null)).toMatchObject({
      articles: 1,
      mergedArticles: 1,
    });
    expect(await exported(null)).toEqual([courier]);
    expect(await exported([herald])).toEqual([herald]);
    expect(await mergedInto(reviewer, herald)).toEqual({
      id: courier,
      title: "The Estuary Courier",
      projectId,
    });
    expect(await listTies(reviewer, courier)).toMatchObject([
      { decision: "merged", article: { id: herald, title: "The Karsa Herald" } },
    ]);
    const events = await db.auditEvent.findMany({
      where: { projectId, type: "likeness.decided" },
    });
    expect(events).toMatchObject([
      {
        subjectId: likeness.id,
        before: { decision: null },
        after: { decision: "merged", into: courier },
      },
    ]);
  });

  it("lets nothing be marked, pointed out or cited in what is folded away", async () => {
    const { courier, herald, likeness } = await twoPapers();
    await decideLikeness(reviewer, likeness.id, { decision: "merged", into: courier });
    const place = { articleId: herald, start: 0, end: 20 };
    await expect(
      putMissedPassage(reviewer, v7(), { ...place, annotatorId: annotator.actor.userId }),
    ).rejects.toMatchObject({ code: "state", detail: { mergedIntoId: courier } });
    await expect(mark(herald)).rejects.toMatchObject({ code: "state" });
  });

  it("takes a merge back, and finds the article again", async () => {
    const { courier, herald, likeness } = await twoPapers();
    await decideLikeness(reviewer, likeness.id, { decision: "merged", into: courier });
    const third = await add(`${agency().text}${(await texts(herald))[0]}`, "A third");
    expect(await noteLikenesses(annotator, third)).not.toContainEqual(
      expect.objectContaining({ first: expect.objectContaining({ id: herald }) }),
    );
    const back = await decideLikeness(reviewer, likeness.id, { decision: null });
    expect(back).toMatchObject({ decision: null, decidedBy: null, second: { mergedIntoId: null } });
    expect(await listArticles(reviewer, projectId)).toHaveLength(3);
    await mark(herald);
    const fourth = await add(`${(await texts(herald))[0]}\nOne line more.\n`, "A fourth");
    expect((await noteLikenesses(annotator, fourth)).map(({ first }) => first.id)).toContain(
      herald,
    );
    // The other way round, straight from one merge to the other: marks stand on the one that would go.
    await decideLikeness(reviewer, likeness.id, { decision: "merged", into: herald });
    await expect(
      decideLikeness(reviewer, likeness.id, { decision: "merged", into: courier }),
    ).rejects.toMatchObject({ code: "state" });
    expect(await mergedInto(reviewer, courier)).toMatchObject({ id: herald });
  });

  it("refuses to fold away what annotations, evidence or pointed-out passages stand on", async () => {
    const { courier, herald, likeness } = await twoPapers();
    const annotation = await mark(herald);
    await putMissedPassage(reviewer, v7(), {
      articleId: herald,
      start: 30,
      end: 50,
      annotatorId: annotator.actor.userId,
    });
    const merge = decideLikeness(reviewer, likeness.id, { decision: "merged", into: courier });
    await expect(merge).rejects.toThrow(
      "“The Karsa Herald” bears 1 annotation and 1 passage that a reviewer pointed out, which would be folded away with it. Merge the other one into it, or tie the two together.",
    );
    await withdrawAnnotation(annotator, annotation.id, null);
    await expect(
      decideLikeness(reviewer, likeness.id, { decision: "merged", into: courier }),
    ).rejects.toThrow("bears 1 passage that a reviewer pointed out");
    expect(
      await decideLikeness(reviewer, likeness.id, { decision: "merged", into: herald }),
    ).toMatchObject({ decision: "merged" });
  });

  it("ties and keeps apart, shows ties on both, and may be changed", async () => {
    const { courier, herald, likeness } = await twoPapers();
    await decideLikeness(reviewer, likeness.id, { decision: "tied" });
    expect(await listTies(annotator, courier)).toMatchObject([{ article: { id: herald } }]);
    expect(await listTies(annotator, herald)).toMatchObject([
      { decision: "tied", similarity: likeness.similarity, article: { id: courier } },
    ]);
    await decideLikeness(reviewer, likeness.id, { decision: "kept" });
    expect(await listTies(annotator, herald)).toEqual([]);
    expect(await countLikenesses(annotator, projectId)).toEqual({
      undecided: 0,
      kept: 1,
      merged: 0,
      tied: 0,
    });
    expect(
      (await listLikenesses(annotator, projectId, { decision: "kept", limit: 5 })).items,
    ).toMatchObject([{ id: likeness.id }]);
  });

  it("changes nothing when repeated, and says what somebody else decided meanwhile", async () => {
    const { courier, likeness } = await twoPapers();
    const decision = { decision: "merged", into: courier, was: null } as const;
    const once = await decideLikeness(reviewer, likeness.id, decision);
    expect(await decideLikeness(reviewer, likeness.id, decision)).toEqual(once);
    await expect(
      decideLikeness(reviewer, likeness.id, { decision: "kept", was: null }),
    ).rejects.toMatchObject({ code: "stale", detail: { current: "merged" } });
    expect(await db.auditEvent.count({ where: { projectId, type: "likeness.decided" } })).toBe(1);
  });

  it("never merges in a circle or twice, however many decide at once", async () => {
    const { text, longer } = agency();
    const ids = [
      await add(text, "One"),
      await add(longer, "Two"),
      await add(`${longer}\nThe end.\n`, "Three"),
    ];
    for (const id of ids) await noteLikenesses(annotator, id);
    const { items } = await listLikenesses(reviewer, projectId, { limit: 10 });
    expect(items).toHaveLength(3);
    const answers = await Promise.allSettled(
      items.flatMap(({ id, first, second }) =>
        [first.id, second.id].map((into) =>
          decideLikeness(reviewer, id, { decision: "merged", into, was: null }),
        ),
      ),
    );
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason.code).toMatch(/^(state|stale)$/);
    }
    const standing = await listArticles(reviewer, projectId);
    expect(standing.length).toBeGreaterThan(0);
    for (const id of ids) {
      const to = await mergedInto(reviewer, id);
      expect(standing.map((each) => each.id)).toContain(to?.id ?? id);
    }
    // A pair whose article went elsewhere waits for nobody.
    expect((await countLikenesses(reviewer, projectId)).undecided).toBe(0);
  });

  it("is for reviewers, of this project, and names the one that stays", async () => {
    const { herald, likeness } = await twoPapers();
    const stranger = (
      await makeMember(db, { projectId: (await makeProject(db)).id, role: "manager" })
    ).ctx;
    const keep = { decision: "kept" } as const;
    await expect(decideLikeness(annotator, likeness.id, keep)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(decideLikeness(stranger, likeness.id, keep)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(getLikeness(stranger, likeness.id)).rejects.toMatchObject({ code: "not-found" });
    await expect(compareLikeness(stranger, likeness.id)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(listLikenesses(stranger, projectId, { limit: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await listTies(stranger, herald)).toEqual([]);
    await expect(noteLikenesses(stranger, herald)).rejects.toMatchObject({ code: "not-found" });
    await expect(decideLikeness(reviewer, v7(), keep)).rejects.toMatchObject({ code: "not-found" });
    await expect(
      decideLikeness(reviewer, likeness.id, { decision: "merged", into: v7() }),
    ).rejects.toMatchObject({ fields: { into: "Say which of the two articles stays." } });
  });
});

describe("comparing", () => {
  it("shows both texts, and the paragraph that only one has", async () => {
    const { likeness } = await twoPapers();
    const { rows, firstText, secondText } = await compareLikeness(reviewer, likeness.id);
    const other = rows.filter((row) => row.kind !== "same");
    expect(other.map(({ kind }) => kind)).toEqual(["added"]);
    const [span] = other.map(({ after }) => after);
    expect(firstText).not.toContain(secondText.slice(span?.start, span?.end));
  });
});

async function mark(articleId: string) {
  const [text = ""] = await texts(articleId);
  return makeAnnotation(db, { id: articleId, projectId, text }, { author: annotator });
}

async function texts(articleId: string): Promise<string[]> {
  const rows = await db.revision.findMany({ where: { articleId }, orderBy: { number: "desc" } });
  return rows.map(({ text }) => text);
}

async function exported(articleIds: string[] | null): Promise<string[]> {
  const ids: string[] = [];
  const selection = { projectId, states: ["approved" as const], articleIds, evidenceIds: [] };
  for await (const read of readProject(reviewer, selection)) {
    if ("article" in read) ids.push(read.article.id);
  }
  return ids;
}
