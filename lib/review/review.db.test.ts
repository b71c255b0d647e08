import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAnnotationHistory } from "#lib/annotations/list-annotation-history.ts";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { getAnnotation, listVersions } from "#lib/annotations/queries.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle, type UserContext } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { approveAnnotation } from "./approve-annotation.ts";
import { findLastReview, listReturned, listReviews } from "./queries.ts";
import { countQueue } from "./queue.ts";
import { rejectAnnotation } from "./reject-annotation.ts";
import { reopenAnnotation } from "./reopen-annotation.ts";
import { undoReview } from "./undo-review.ts";

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
async function submitted(given: { author?: UserContext; quote?: string } = {}) {
  const article = await ownArticle();
  const annotation = await makeAnnotation(db, article, {
    author: team.annotator,
    quote: "late",
    ...given,
    state: "submitted",
  });
  return { article, annotation };
}

describe("approveAnnotation", () => {
  it("approves what another person submitted, once, and writes the decision down", async () => {
    const { annotation } = await submitted();
    const approved = await approveAnnotation(
      team.reviewer,
      annotation.id,
      { comment: "Good." },
      annotation.version,
    );
    expect(approved).toMatchObject({ state: "approved", version: 3, author: annotation.author });
    expect(await approveAnnotation(team.reviewer, annotation.id, {}, annotation.version)).toEqual(
      approved,
    );
    expect(await listReviews(team.reader, annotation.id)).toMatchObject([
      {
        decision: "approve",
        version: 2,
        comment: "Good.",
        reviewer: { id: team.reviewer.actor.userId },
        correctedVersion: null,
      },
    ]);
    const history = await listAnnotationHistory(team.reader, annotation.id, { limit: 10 });
    expect(history.items.at(-1)).toMatchObject({ type: "annotation.approved", why: "Good." });
  });

  it("refuses one's own work, a small role, a stranger, a stale version and a draft", async () => {
    const { annotation } = await submitted({ author: team.reviewer });
    await expect(approveAnnotation(team.reviewer, annotation.id, {}, null)).rejects.toMatchObject({
      code: "own-work",
    });
    await expect(approveAnnotation(team.annotator, annotation.id, {}, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(approveAnnotation(team.stranger, annotation.id, {}, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(approveAnnotation(team.reviewer2, annotation.id, {}, 1)).rejects.toMatchObject({
      code: "stale",
    });
    const draft = await makeAnnotation(db, await ownArticle(), { author: team.annotator });
    await expect(approveAnnotation(team.reviewer, draft.id, {}, null)).rejects.toMatchObject({
      code: "state",
    });
  });

  it("corrects and approves in one step; both names stay", async () => {
    const { article, annotation } = await submitted();
    const input = annotationInput(article, {
      quote: "the ferry was late",
      attributes: { kind: "event" },
    });
    const corrected = await approveAnnotation(
      team.reviewer,
      annotation.id,
      { annotation: input, comment: "Wider." },
      2,
    );
    expect(corrected).toMatchObject({
      state: "approved",
      version: 3,
      author: annotation.author,
      segments: [{ exact: "the ferry was late" }],
    });
    expect(await getAnnotation(team.reader, annotation.id)).toEqual(corrected);
    expect(await listVersions(team.reader, annotation.id)).toMatchObject([
      { version: 1, writer: { id: team.annotator.actor.userId } },
      { version: 3, writer: { id: team.reviewer.actor.userId } },
    ]);
    expect(await findLastReview(team.reader, annotation.id)).toMatchObject({
      version: 2,
      correctedVersion: 3,
    });
    // The same request again is a repeat, although the reviewer has written a version by now.
    expect(await approveAnnotation(team.reviewer, annotation.id, { annotation: input }, 2)).toEqual(
      corrected,
    );
    // Reopened, it has to go to other eyes.
    await reopenAnnotation(team.reviewer, annotation.id, {}, null);
    await expect(approveAnnotation(team.reviewer, annotation.id, {}, null)).rejects.toMatchObject({
      code: "own-work",
    });
    expect(await approveAnnotation(team.reviewer2, annotation.id, {}, null)).toMatchObject({
      state: "approved",
    });
  });

  it("refuses a correction that does not fit, and changes nothing", async () => {
    const { article, annotation } = await submitted();
    const input = annotationInput(article, { quote: "late" });
    const wrong = {
      ...input,
      segments: [{ role: "content" as const, start: 0, end: 4, exact: "late" }],
    };
    await expect(
      approveAnnotation(team.reviewer, annotation.id, { annotation: wrong }, null),
    ).rejects.toMatchObject({
      code: "invalid",
    });
    const twin = await makeAnnotation(db, article, { author: team.annotator, quote: "Monday" });
    const same = annotationInput(article, { quote: "Monday" });
    await expect(
      approveAnnotation(team.reviewer, annotation.id, { annotation: same }, null),
    ).rejects.toMatchObject({
      code: "duplicate",
      detail: { id: twin.id },
    });
    const elsewhere = annotationInput(await ownArticle(), { quote: "late" });
    await expect(
      approveAnnotation(team.reviewer, annotation.id, { annotation: elsewhere }, null),
    ).rejects.toMatchObject({
      code: "state",
    });
    expect(await getAnnotation(team.reader, annotation.id)).toEqual(annotation);
    expect(await listReviews(team.reader, annotation.id)).toEqual([]);
  });
});

describe("rejectAnnotation", () => {
  it("sends it back with reason and comment, into the author's own queue", async () => {
    const { article, annotation } = await submitted();
    const input = { reason: "wrong-boundary", comment: "The whole clause." } as const;
    const rejected = await rejectAnnotation(
      team.reviewer,
      annotation.id,
      input,
      annotation.version,
    );
    expect(rejected).toMatchObject({ state: "rejected", version: 3 });
    expect(await rejectAnnotation(team.reviewer, annotation.id, input, annotation.version)).toEqual(
      rejected,
    );
    await putAnnotation(
      team.annotator,
      annotation.id,
      annotationInput(article, { quote: "was late" }),
      3,
    );
    const returned = await listReturned(team.annotator, team.project.id, { articleId: article.id });
    expect(returned).toMatchObject([
      {
        annotation: { id: annotation.id, segments: [{ exact: "was late" }] },
        review: { ...input, reviewer: { id: team.reviewer.actor.userId } },
        judged: { segments: [{ exact: "late" }] },
      },
    ]);
    expect(await listReturned(team.annotator2, team.project.id)).toEqual([]);
    await submitAnnotation(team.annotator, annotation.id, null);
    expect(await listReturned(team.annotator, team.project.id, { articleId: article.id })).toEqual(
      [],
    );
    expect(await approveAnnotation(team.reviewer, annotation.id, {}, null)).toMatchObject({
      state: "approved",
    });
  });

  it("refuses one's own work, a small role, a stranger and a stale version", async () => {
    const { annotation } = await submitted({ author: team.reviewer });
    const input = { reason: "other" } as const;
    await expect(rejectAnnotation(team.reviewer, annotation.id, input, null)).rejects.toMatchObject(
      { code: "own-work" },
    );
    await expect(
      rejectAnnotation(team.annotator, annotation.id, input, null),
    ).rejects.toMatchObject({ code: "forbidden" });
    await expect(rejectAnnotation(team.stranger, annotation.id, input, null)).rejects.toMatchObject(
      { code: "not-found" },
    );
    await expect(rejectAnnotation(team.reviewer2, annotation.id, input, 9)).rejects.toMatchObject({
      code: "stale",
    });
  });
});

describe("two reviewers at once", () => {
  it("the second is told who decided, and nothing is overwritten", async () => {
    for (const expected of [2, null]) {
      const { annotation } = await submitted();
      const answers = await Promise.allSettled([
        approveAnnotation(team.reviewer, annotation.id, {}, expected),
        rejectAnnotation(team.reviewer2, annotation.id, { reason: "other" }, expected),
      ]);
      const refused = answers.flatMap((answer): unknown[] =>
        answer.status === "rejected" ? [answer.reason] : [],
      );
      expect(refused).toHaveLength(1);
      const [winner] = await listReviews(team.reader, annotation.id);
      expect(refused[0]).toMatchObject({
        code: expected === null ? "state" : "stale",
        message: expect.stringContaining(winner?.reviewer.name ?? "?"),
        detail: { decidedBy: winner?.reviewer },
      });
      expect(await listReviews(team.reader, annotation.id)).toHaveLength(1);
    }
  });

  it("also when both approve", async () => {
    const { annotation } = await submitted();
    await approveAnnotation(team.reviewer, annotation.id, {}, 2);
    await expect(approveAnnotation(team.reviewer2, annotation.id, {}, 2)).rejects.toMatchObject({
      code: "stale",
    });
    await expect(approveAnnotation(team.reviewer2, annotation.id, {}, null)).rejects.toMatchObject({
      code: "state",
    });
  });

  it("and a decision at the moment when the author changes it: one of the two is told", async () => {
    const { article, annotation } = await submitted();
    const answers = await Promise.allSettled([
      approveAnnotation(team.reviewer, annotation.id, {}, 2),
      putAnnotation(
        team.annotator,
        annotation.id,
        annotationInput(article, { quote: "was late" }),
        2,
      ),
    ]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("reopenAnnotation", () => {
  it("puts an approved one back to the submitted ones, once", async () => {
    const { annotation } = await submitted();
    await approveAnnotation(team.reviewer, annotation.id, {}, null);
    const reopened = await reopenAnnotation(
      team.reviewer2,
      annotation.id,
      { comment: "New facts." },
      3,
    );
    expect(reopened).toMatchObject({ state: "submitted", version: 4 });
    expect(await reopenAnnotation(team.reviewer2, annotation.id, {}, 3)).toEqual(reopened);
    const history = await listAnnotationHistory(team.reader, annotation.id, { limit: 10 });
    expect(history.items.at(-1)).toMatchObject({ type: "annotation.reopened", why: "New facts." });
  });

  it("refuses an annotator, a stranger, a stale version and a draft", async () => {
    const article = await ownArticle();
    const approved = await makeAnnotation(db, article, {
      author: team.annotator,
      state: "approved",
    });
    await expect(reopenAnnotation(team.annotator, approved.id, {}, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(reopenAnnotation(team.stranger, approved.id, {}, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(reopenAnnotation(team.reviewer, approved.id, {}, 1)).rejects.toMatchObject({
      code: "stale",
    });
    const draft = await makeAnnotation(db, article, { author: team.annotator, quote: "Monday" });
    await expect(reopenAnnotation(team.reviewer, draft.id, {}, null)).rejects.toMatchObject({
      code: "state",
    });
  });
});

describe("undoReview", () => {
  it("takes an approval or a rejection back, once, and the same reviewer may decide anew", async () => {
    const { annotation } = await submitted();
    await rejectAnnotation(team.reviewer, annotation.id, { reason: "other" }, null);
    const undone = await undoReview(team.reviewer, annotation.id, 3);
    expect(undone).toMatchObject({ state: "submitted", version: 4 });
    expect(await undoReview(team.reviewer, annotation.id, 3)).toEqual(undone);
    expect(await listReviews(team.reader, annotation.id)).toMatchObject([
      { undoneAt: expect.any(String) },
    ]);
    expect(await findLastReview(team.reader, annotation.id)).toBeNull();
    await approveAnnotation(team.reviewer, annotation.id, {}, null);
    expect(await undoReview(team.reviewer, annotation.id, null)).toMatchObject({
      state: "submitted",
      version: 6,
    });
  });

  it("puts the words back that a correction had changed, as their writer's", async () => {
    const { article, annotation } = await submitted();
    const input = annotationInput(article, { quote: "the ferry was late" });
    await approveAnnotation(team.reviewer, annotation.id, { annotation: input }, null);
    const undone = await undoReview(team.reviewer, annotation.id, null);
    expect(undone).toMatchObject({ state: "submitted", version: 4, segments: annotation.segments });
    expect((await listVersions(team.reader, annotation.id)).at(-1)).toMatchObject({
      version: 4,
      writer: { id: team.annotator.actor.userId },
    });
    expect(await countQueue(team.reviewer, team.project.id, article.id)).toBe(1);
    expect(await approveAnnotation(team.reviewer, annotation.id, {}, null)).toMatchObject({
      state: "approved",
      version: 5,
    });
  });

  it("refuses others' decisions, a changed annotation, strangers, and when the old words are taken", async () => {
    const { article, annotation } = await submitted();
    await rejectAnnotation(team.reviewer, annotation.id, { reason: "other" }, null);
    await expect(undoReview(team.reviewer2, annotation.id, null)).rejects.toMatchObject({
      code: "state",
    });
    await expect(undoReview(team.annotator, annotation.id, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(undoReview(team.stranger, annotation.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(undoReview(team.reviewer, annotation.id, 2)).rejects.toMatchObject({
      code: "stale",
    });
    await putAnnotation(
      team.annotator,
      annotation.id,
      annotationInput(article, { quote: "was late" }),
      3,
    );
    await expect(undoReview(team.reviewer, annotation.id, null)).rejects.toMatchObject({
      code: "state",
    });

    const other = await submitted();
    const input = annotationInput(other.article, { quote: "Monday" });
    await approveAnnotation(team.reviewer, other.annotation.id, { annotation: input }, null);
    await makeAnnotation(db, other.article, { author: team.annotator, quote: "late" });
    await expect(undoReview(team.reviewer, other.annotation.id, null)).rejects.toMatchObject({
      code: "state",
    });
  });
});
