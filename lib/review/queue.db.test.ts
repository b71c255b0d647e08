import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle, type UserContext } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { approveAnnotation } from "./approve-annotation.ts";
import { countQueue, listQueue } from "./queue.ts";
import { reopenAnnotation } from "./reopen-annotation.ts";

let client: TestClient;
let db: TestClient["db"];
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
  team = await makeSmallTeam(db);
});
afterAll(() => client.close());

describe("listQueue", () => {
  it("holds what the caller may decide on, the longest waiting first, in pages", async () => {
    const article = await makeArticle(db, {
      projectId: team.project.id,
      text: "Minister Ansa Kreel denied on Monday that the ferry was late.",
    });
    const made = (author: UserContext, quote: string) =>
      makeAnnotation(db, article, { author, quote, state: "submitted" });
    const first = await made(team.annotator, "Minister");
    const own = await made(team.reviewer, "Ansa");
    const corrected = await made(team.annotator, "Kreel");
    const last = await made(team.annotator2, "Monday");
    await makeAnnotation(db, article, { author: team.annotator, quote: "ferry" });
    const wider = annotationInput(article, { quote: "Ansa Kreel" });
    await approveAnnotation(team.reviewer, corrected.id, { annotation: wider }, null);
    await reopenAnnotation(team.manager, corrected.id, {}, null);

    const ids = async (who: UserContext) => {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await listQueue(who, team.project.id, {
          limit: 1,
          articleId: article.id,
          after,
        });
        seen.push(...page.items.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      return seen;
    };
    expect(await ids(team.reviewer)).toEqual([first.id, last.id]);
    expect(await ids(team.reviewer2)).toEqual([first.id, own.id, last.id, corrected.id]);
    expect(await countQueue(team.reviewer2, team.project.id, article.id)).toBe(4);
    const [item] = (
      await listQueue(team.reviewer2, team.project.id, { limit: 1, articleId: article.id })
    ).items;
    expect(item).toMatchObject({
      ...first,
      articleTitle: article.title,
      submittedAt: expect.any(String),
    });
  });

  it("is for reviewers of the project, and takes its own cursors only", async () => {
    const page = { limit: 10 };
    await expect(listQueue(team.annotator, team.project.id, page)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(listQueue(team.stranger, team.project.id, page)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(
      listQueue(team.reviewer, team.project.id, { ...page, after: "x" }),
    ).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
