import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle, makeLink, makeMember } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { deleteLink } from "./delete-link.ts";
import { putLink } from "./put-link.ts";
import { getLink, listLinks, listLinksOf } from "./queries.ts";

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

/** A denial and two claims, the second in another article. */
async function marks() {
  const article = await makeArticle(db, {
    projectId: team.project.id,
    text: `${TEXT} ${uuidv7()}`,
  });
  const other = await makeArticle(db, { projectId: team.project.id, text: `${TEXT} ${uuidv7()}` });
  const author = team.annotator;
  return {
    article,
    other,
    denial: await makeAnnotation(db, article, {
      author,
      tag: "denial",
      quote: "denied on Monday that the ferry was late",
    }),
    claim: await makeAnnotation(db, article, { author, quote: "the ferry was late" }),
    far: await makeAnnotation(db, other, { author: team.annotator2, quote: "the ferry was late" }),
  };
}

describe("putLink", () => {
  it("ties marks of two articles, once, and both articles list it", async () => {
    const { article, other, denial, far } = await marks();
    const id = uuidv7();
    const input = { type: "denies", from: denial.id, to: far.id } as const;
    const { link, isNew } = await putLink(team.annotator, id, input, null);
    expect(isNew).toBe(true);
    expect(link).toMatchObject({
      id,
      ...input,
      version: 1,
      author: { id: team.annotator.actor.userId },
    });
    expect(await putLink(team.annotator2, id, input, 9)).toEqual({ link, isNew: false });
    expect(await getLink(team.reader, id)).toEqual(link);
    for (const { id: of } of [article, other]) {
      expect((await listLinks(team.reader, of, { limit: 10 })).items).toEqual([link]);
      expect((await listLinks(team.stranger, of, { limit: 10 })).items).toEqual([]);
    }
    await expect(getLink(team.stranger, id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("refuses tags that do not fit, itself, readers, strangers, and what is not there", async () => {
    const { denial, claim } = await marks();
    const put = (
      ctx = team.annotator,
      from = denial.id,
      to = claim.id,
      type: "denies" | "narrows" = "denies",
    ) => putLink(ctx, uuidv7(), { type, from, to }, null);
    await expect(put(team.annotator, denial.id, claim.id, "narrows")).rejects.toMatchObject({
      fields: { type: expect.any(String) },
    });
    await expect(put(team.annotator, claim.id, denial.id)).rejects.toMatchObject({
      fields: { type: expect.any(String) },
    });
    await expect(put(team.annotator, denial.id, denial.id)).rejects.toMatchObject({
      fields: { to: expect.any(String) },
    });
    await expect(put(team.reader)).rejects.toMatchObject({ code: "forbidden" });
    await expect(put(team.stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(put(team.annotator, denial.id, uuidv7())).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("refuses an end in another project, also to somebody who is in both", async () => {
    const { denial } = await marks();
    const { ctx } = await makeMember(db, { projectId: team.project.id });
    const both = await makeMember(db, {
      projectId: team.elsewhere.id,
      user: { id: ctx.actor.userId, name: "", email: "" },
    });
    const article = await makeArticle(db, { projectId: team.elsewhere.id, text: TEXT });
    const foreign = await makeAnnotation(db, article, { author: both.ctx, quote: "late" });
    await expect(
      putLink(both.ctx, uuidv7(), { type: "denies", from: denial.id, to: foreign.id }, null),
    ).rejects.toMatchObject({ code: "not-found" });
  });

  it("refuses the same link twice; without direction also the other way round; also at the same moment", async () => {
    const { claim, far } = await marks();
    const there = await makeLink(team.annotator, { type: "same-claim", from: claim, to: far });
    for (const [from, to] of [
      [claim.id, far.id],
      [far.id, claim.id],
    ] as const) {
      await expect(
        putLink(team.annotator2, uuidv7(), { type: "same-claim", from, to }, null),
      ).rejects.toMatchObject({
        code: "duplicate",
        detail: { id: there.id },
      });
    }
    await makeLink(team.annotator, { type: "narrows", from: claim, to: far });
    await makeLink(team.annotator, { type: "narrows", from: far, to: claim });
    const answers = await Promise.allSettled(
      [
        [claim.id, far.id],
        [far.id, claim.id],
      ].map(([from = "", to = ""]) =>
        putLink(team.annotator, uuidv7(), { type: "contradicts", from, to }, null),
      ),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const answer of answers) {
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "duplicate" });
    }
  });

  it("changes one's own with the version that it names", async () => {
    const { claim, far } = await marks();
    const link = await makeLink(team.annotator, { type: "same-claim", from: claim, to: far });
    const input = { type: "contradicts", from: claim.id, to: far.id } as const;
    await expect(putLink(team.annotator, link.id, input, null)).rejects.toMatchObject({
      code: "version-needed",
    });
    await expect(putLink(team.annotator, link.id, input, 2)).rejects.toMatchObject({
      code: "stale",
      detail: { current: link },
    });
    await expect(putLink(team.reviewer, link.id, input, 1)).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await putLink(team.annotator, link.id, input, 1)).link).toMatchObject({
      ...input,
      version: 2,
    });
  });

  it("refuses a withdrawn end; links of a withdrawn annotation are not listed until it is back", async () => {
    const { article, denial, claim, far } = await marks();
    const link = await makeLink(team.annotator, { type: "denies", from: denial, to: claim });
    const withdrawn = await withdrawAnnotation(team.annotator, claim.id, null);
    await expect(
      putLink(team.annotator, uuidv7(), { type: "narrows", from: far.id, to: claim.id }, null),
    ).rejects.toMatchObject({ code: "state" });
    expect((await listLinks(team.reader, article.id, { limit: 10 })).items).toEqual([]);
    await putAnnotation(
      team.annotator,
      claim.id,
      annotationInput(article, { quote: "the ferry was late" }),
      withdrawn.version,
    );
    expect(await listLinksOf(team.reader, claim.id)).toEqual([link]);
  });
});

describe("an annotation's links", () => {
  it("hold its tag where another would break them", async () => {
    const { article, denial, claim } = await marks();
    const link = await makeLink(team.annotator, { type: "denies", from: denial, to: claim });
    const asClaim = annotationInput(article, {
      quote: "denied on Monday that the ferry was late",
      tag: "claim",
    });
    await expect(putAnnotation(team.annotator, denial.id, asClaim, 1)).rejects.toMatchObject({
      code: "state",
      detail: { links: [{ id: link.id, type: "denies", from: denial.id, to: claim.id }] },
    });
    const asAttribution = annotationInput(article, {
      quote: "the ferry was late",
      tag: "attribution",
    });
    expect((await putAnnotation(team.annotator, claim.id, asAttribution, 1)).annotation.tag).toBe(
      "attribution",
    );
  });

  it("and its tag never part, also when both change at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { article, denial, claim } = await marks();
      const asClaim = annotationInput(article, {
        quote: "denied on Monday that the ferry was late",
        tag: "claim",
      });
      const answers = await Promise.allSettled([
        putAnnotation(team.annotator, denial.id, asClaim, 1),
        putLink(team.annotator, uuidv7(), { type: "denies", from: denial.id, to: claim.id }, null),
      ]);
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });
});

describe("deleteLink", () => {
  it("is done by whoever made it or a reviewer, once", async () => {
    const { denial, claim, far } = await marks();
    const own = await makeLink(team.annotator, { type: "denies", from: denial, to: claim });
    const other = await makeLink(team.annotator, { type: "denies", from: denial, to: far });
    await expect(deleteLink(team.annotator2, own.id, null)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(deleteLink(team.stranger, own.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(deleteLink(team.annotator, own.id, 4)).rejects.toMatchObject({ code: "stale" });
    expect(await deleteLink(team.annotator, own.id, 1)).toEqual(own);
    expect(await deleteLink(team.annotator, own.id, 1)).toBeNull();
    await expect(deleteLink(team.stranger, own.id, null)).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await deleteLink(team.reviewer, other.id, null)).toEqual(other);
    await expect(deleteLink(team.annotator, uuidv7(), null)).rejects.toMatchObject({
      code: "not-found",
    });
    const events = await db.auditEvent.findMany({
      where: { subjectType: "link", subjectId: own.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ type }) => type)).toEqual(["link.created", "link.deleted"]);
    expect(events[1]?.before).toEqual(own);
  });
});
