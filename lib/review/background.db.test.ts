import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle, makeEvidence, makeLink } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { approveAnnotation } from "./approve-annotation.ts";
import { readBackground } from "./background.ts";
import { rejectAnnotation } from "./reject-annotation.ts";
import { whyNotInQueue } from "./why-not-in-queue.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

const TEXT =
  "Eleven ships called at Lund Bay, the institute said. The ministry denied that ships had called.";

async function rejectedAndChanged() {
  const { db } = client;
  const { annotator, reviewer } = team;
  const article = await makeArticle(db, {
    projectId: team.project.id,
    text: `${TEXT} ${Math.random()}`,
    title: "Ships at Lund Bay",
  });
  const claim = await makeAnnotation(db, article, {
    author: annotator,
    state: "submitted",
    quote: "Eleven ships called",
  });
  const rejection = { reason: "wrong-boundary", comment: "Add the place." } as const;
  const rejected = await rejectAnnotation(reviewer, claim.id, rejection, null);
  const { annotation: changed } = await putAnnotation(
    annotator,
    claim.id,
    annotationInput(article, { quote: "Eleven ships called at Lund Bay" }),
    rejected.version,
  );
  return { article, claim, changed };
}

describe("the background of an annotation", () => {
  it("holds its contents, decisions, history, links with their words, and evidence", async () => {
    const { annotator, reviewer } = team;
    const { article, claim } = await rejectedAndChanged();
    const denial = await makeAnnotation(client.db, article, {
      author: annotator,
      tag: "denial",
      quote: "denied that ships had called",
    });
    await makeLink(annotator, { type: "denies", from: denial, to: claim });
    await makeEvidence(annotator, claim);
    await makeEvidence(annotator, claim, { confidential: true });

    const background = await readBackground(reviewer, claim.id);
    expect(background.annotation.segments[0]?.exact).toBe("Eleven ships called at Lund Bay");
    expect(background.versions.map(({ content }) => content.segments[0]?.exact)).toEqual([
      "Eleven ships called",
      "Eleven ships called at Lund Bay",
    ]);
    expect(background.reviews).toMatchObject([{ decision: "reject", comment: "Add the place." }]);
    expect(background.history.map(({ type }) => type)).toEqual([
      "annotation.created",
      "annotation.submitted",
      "annotation.rejected",
      "annotation.changed",
    ]);
    expect(background.links).toMatchObject([
      { link: { type: "denies" }, other: { id: denial.id }, otherTitle: "Ships at Lund Bay" },
    ]);
    expect(background.evidence, "without the confidential item").toHaveLength(1);
    expect((await readBackground(annotator, claim.id)).evidence).toHaveLength(2);
  });

  it("does not exist for somebody of another project", async () => {
    const { claim } = await rejectedAndChanged();
    await expect(readBackground(team.stranger, claim.id)).rejects.toMatchObject({
      code: "not-found",
    });
  });
});

describe("why an annotation is not in the queue", () => {
  it("is that it is one's own work, decided, or not submitted; in a sentence", async () => {
    const { annotator, reviewer, reviewer2, project } = team;
    const { changed } = await rejectedAndChanged();
    expect(await whyNotInQueue(reviewer2, project.id, changed.id)).toMatch(/has rejected/);
    await submitAnnotation(annotator, changed.id, null);
    expect(await whyNotInQueue(annotator, project.id, changed.id)).toMatch(/somebody else/);
    expect(await whyNotInQueue(reviewer, project.id, changed.id)).toBeNull();
    await approveAnnotation(reviewer, changed.id, {}, null);
    expect(await whyNotInQueue(reviewer, project.id, changed.id)).toBe(
      "You have approved this annotation already.",
    );
    expect(await whyNotInQueue(reviewer2, project.id, changed.id)).toBe(
      `${reviewer.actor.name} has approved this annotation already.`,
    );
  });

  it("is nothing that is told of another project's", async () => {
    const { changed } = await rejectedAndChanged();
    expect(await whyNotInQueue(team.stranger, team.elsewhere.id, changed.id)).toBeNull();
    expect(await whyNotInQueue(team.reviewer, team.elsewhere.id, changed.id)).toBeNull();
  });
});
