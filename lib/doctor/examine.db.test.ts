import { v7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import type { StoredArticle } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { undoReview } from "#lib/review/undo-review.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import {
  makeAnnotation,
  makeArticle,
  makeEvidence,
  makeLink,
  makeMember,
  makeProject,
  type UserContext,
} from "#prisma/factories.ts";
import { examine, type Problem } from "./examine.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let annotator: UserContext;
let reviewer: UserContext;
let article: StoredArticle;
let claim: StoredAnnotation;

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const TEXT =
  "😀 Veldora said: “No ship called.”\n\nThe minister denied it. A café owner saw two ships.";

beforeEach(async () => {
  const { id: projectId } = await makeProject(db);
  annotator = (await makeMember(db, { projectId })).ctx;
  reviewer = (await makeMember(db, { projectId, role: "reviewer" })).ctx;
  article = await makeArticle(db, { projectId, text: TEXT });
  claim = await makeAnnotation(db, article, {
    author: annotator,
    reviewer,
    state: "approved",
    quote: "No ship called",
  });
});

async function problems(): Promise<Problem[]> {
  const ctx: Context = { actor: { kind: "operator" }, db, now: new Date() };
  const found: Problem[] = [];
  await examine(ctx, (problem) => found.push(problem));
  return found;
}

/** Do what the database refuses. Whatever it was is undone by the next test's own rows and `mend`. */
const mending: string[] = [];
async function damage(statement: string, mend: string): Promise<void> {
  mending.push(mend);
  await unguarded(statement);
}
async function unguarded(...statements: string[]): Promise<void> {
  const guarded = ["revision", "original", "segment", "annotation", "review", "block"];
  await db.$transaction(async (tx) => {
    for (const table of guarded)
      await tx.$executeRawUnsafe(`ALTER TABLE "${table}" DISABLE TRIGGER USER`);
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
    for (const table of guarded)
      await tx.$executeRawUnsafe(`ALTER TABLE "${table}" ENABLE TRIGGER USER`);
  });
}
afterEach(async () => {
  await unguarded(...mending.splice(0).toReversed());
  expect(await problems()).toEqual([]);
});

describe("the doctor", () => {
  it("finds nothing in what the product itself has written", async () => {
    const denial = await makeAnnotation(db, article, {
      author: annotator,
      state: "rejected",
      tag: "denial",
      quote: "denied it",
    });
    await makeAnnotation(db, article, {
      author: annotator,
      state: "withdrawn",
      quote: "two ships",
    });
    await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      tag: "attribution",
      absent: ["content"],
      segments: [
        { role: "source", quote: "Veldora" },
        { role: "cue", quote: "said" },
      ],
    });
    const corrected = await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      quote: "A café owner saw",
    });
    const correction = annotationInput(article, { quote: "A café owner saw two ships" });
    await approveAnnotation(reviewer, corrected.id, { annotation: correction }, null);
    await undoReview(reviewer, corrected.id, null);
    await approveAnnotation(reviewer, corrected.id, {}, null);
    await makeLink(annotator, { type: "denies", from: denial, to: claim });
    await makeEvidence(annotator, claim, { confidential: true });
    await putEvidence(
      annotator,
      v7(),
      {
        kind: "passage",
        annotationId: claim.id,
        stance: "context",
        reason: "",
        confidential: false,
        viewers: [],
        articleId: article.id,
        start: 0,
        end: 9,
      },
      null,
    );
    expect(await problems()).toEqual([]);
  });

  it("finds words that do not stand in the text", async () => {
    await damage(
      `UPDATE "segment" SET "exact" = 'A ship called!' WHERE "annotation_id" = '${claim.id}'`,
      `UPDATE "segment" SET "exact" = 'No ship called' WHERE "annotation_id" = '${claim.id}'`,
    );
    const found = await problems();
    expect(found).toContainEqual({
      what: "annotation",
      id: claim.id,
      message: expect.stringContaining("Its words do not stand at 17–31"),
    });
  });

  it("finds a text that was changed, by its hash, its length and its chunks", async () => {
    await damage(
      `UPDATE "revision" SET "text" = "text" || ' More.' WHERE "id" = '${article.revisionId}'`,
      `UPDATE "revision" SET "text" = left("text", -6) WHERE "id" = '${article.revisionId}'`,
    );
    expect(
      (await problems()).map(({ what, id, message }) => [what, id, message.slice(0, 22)]),
    ).toEqual([
      ["revision", article.revisionId, "Its text is not the on"],
      ["revision", article.revisionId, "It says 86 characters "],
      ["revision", article.revisionId, "No block covers the wo"],
    ]);
  });

  it("finds blocks that leave words out", async () => {
    const [, block] = article.blocks;
    await damage(
      `UPDATE "block" SET "end" = "end" - 1 WHERE "revision_id" = '${article.revisionId}' AND "index" = 1`,
      `UPDATE "block" SET "end" = "end" + 1 WHERE "revision_id" = '${article.revisionId}' AND "index" = 1`,
    );
    expect(await problems()).toEqual([
      {
        what: "revision",
        id: article.revisionId,
        message: `No block covers the words ${article.blocks.length === 2 ? "after" : "before"} ${(block?.end ?? 0) - 1}.`,
      },
    ]);
  });

  it("finds an approval without a review, and a review by the writer", async () => {
    const draft = await makeAnnotation(db, article, { author: annotator, quote: "two ships" });
    await damage(
      `UPDATE "annotation" SET "state" = 'approved' WHERE "id" = '${draft.id}'`,
      `UPDATE "annotation" SET "state" = 'draft' WHERE "id" = '${draft.id}'`,
    );
    const [{ id: reviewId } = { id: "" }] = await db.review.findMany({
      where: { annotationId: claim.id },
    });
    await damage(
      `UPDATE "review" SET "reviewer_id" = '${annotator.actor.userId}' WHERE "id" = '${reviewId}'`,
      `UPDATE "review" SET "reviewer_id" = '${reviewer.actor.userId}' WHERE "id" = '${reviewId}'`,
    );
    expect(await problems()).toEqual([
      {
        what: "annotation",
        id: draft.id,
        message: "It is approved without an approval of the version before.",
      },
      {
        what: "review",
        id: reviewId,
        message: "Its reviewer wrote an earlier version of the annotation.",
      },
    ]);
  });

  it("finds content that differs from what was kept, and originals that were changed", async () => {
    await damage(
      `UPDATE "annotation" SET "doubt" = 'hm' WHERE "id" = '${claim.id}'`,
      `UPDATE "annotation" SET "doubt" = NULL WHERE "id" = '${claim.id}'`,
    );
    const { originalHash } = await db.revision.findUniqueOrThrow({
      where: { id: article.revisionId },
    });
    await damage(
      `UPDATE "original" SET "bytes" = "bytes" || '\\x21' WHERE "hash" = '${originalHash}'`,
      `UPDATE "original" SET "bytes" = substring("bytes" FOR length("bytes") - 1) WHERE "hash" = '${originalHash}'`,
    );
    expect((await problems()).map(({ what, id }) => [what, id])).toEqual([
      ["original", originalHash],
      ["annotation", claim.id],
    ]);
  });

  it("finds articles that are merged in a circle", async () => {
    const { projectId } = claim;
    const [one, two] = [await makeArticle(db, { projectId }), await makeArticle(db, { projectId })];
    await damage(
      `UPDATE "article" SET "merged_into_id" = CASE "id" WHEN '${one.id}'::uuid THEN '${two.id}'::uuid ELSE '${one.id}'::uuid END
       WHERE "id" IN ('${one.id}', '${two.id}')`,
      `UPDATE "article" SET "merged_into_id" = NULL WHERE "id" IN ('${one.id}', '${two.id}')`,
    );
    expect((await problems()).map(({ id }) => id).sort()).toEqual([one.id, two.id].sort());
  });

  it("finds segments that overlap", async () => {
    const id = v7();
    await damage(
      `ALTER TABLE "segment" DROP CONSTRAINT "segment_apart"`,
      `ALTER TABLE "segment" ADD CONSTRAINT "segment_apart" EXCLUDE USING gist ("annotation_id" WITH =, int4range("start", "end") WITH &&)`,
    );
    await damage(
      `INSERT INTO "segment" ("id", "annotation_id", "role", "start", "end", "exact") VALUES ('${id}', '${claim.id}', 'content', 20, 24, 'ship')`,
      `DELETE FROM "segment" WHERE "id" = '${id}'`,
    );
    expect((await problems()).map(({ message }) => message)).toEqual([
      "Two of its segments overlap.",
      "It is not as its last kept version says.",
    ]);
  });
});
