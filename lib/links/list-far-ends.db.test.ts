import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeAnnotation, makeArticle, makeLink } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { listFarEnds } from "./list-far-ends.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("gives the ends in other articles with their words and title, and none to strangers", async () => {
  const { db } = client;
  const { id: projectId } = team.project;
  const here = await makeArticle(db, { projectId, text: `The ferry was late. ${uuidv7()}` });
  const away = await makeArticle(db, { projectId, text: `The ferry was early. ${uuidv7()}` });
  const author = team.annotator;
  const near = await makeAnnotation(db, here, { author, quote: "The ferry was" });
  const far = await makeAnnotation(db, away, { author, quote: "The ferry was" });
  expect(await listFarEnds(team.annotator, here.id)).toEqual([]);
  await makeLink(author, { type: "same-claim", from: near, to: far });
  expect(await listFarEnds(team.annotator, here.id)).toMatchObject([
    {
      id: far.id,
      articleId: away.id,
      articleTitle: away.title,
      segments: [{ exact: "The ferry was" }],
    },
  ]);
  expect(await listFarEnds(team.stranger, here.id)).toEqual([]);
});
