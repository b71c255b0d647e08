import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { makeAnnotation, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { listNames } from "./list-names.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("lists who is meant in a project, the commonest first, and nothing of other projects", async () => {
  const { db } = client;
  const article = await makeArticle(db, {
    projectId: team.project.id,
    text: "He said no. She said so. They left.",
  });
  const other = await makeArticle(db, {
    projectId: team.elsewhere.id,
    text: "He said no.",
  });
  const by = async (quote: string, who: string | null, more = {}) =>
    makeAnnotation(db, article, {
      tag: "attribution",
      quote,
      attributes: who === null ? {} : { who },
      ...more,
    });
  await by("He said no", "Tomas Brekk");
  await by("no", "Tomas Brekk");
  await by("She said so", "Ansa Kreel");
  await by("so", null);
  await by("They left", "Milo Dane", { state: "withdrawn" });
  await makeAnnotation(db, other, { tag: "attribution", attributes: { who: "Ida Voss" } });
  const names = async (beginning: string) =>
    await listNames(team.annotator, team.project.id, beginning);
  expect(await names("")).toEqual([
    { name: "Tomas Brekk", count: 2 },
    { name: "Ansa Kreel", count: 1 },
  ]);
  expect(await names("ansa k")).toEqual([{ name: "Ansa Kreel", count: 1 }]);
  await expect(listNames(team.stranger, team.project.id, "")).rejects.toMatchObject({
    code: "not-found",
  });
});

it("tells nobody in a blind project whom others mean", async () => {
  const blind = await makeSmallTeam(client.db, { layers: "blind" });
  const article = await makeArticle(client.db, {
    projectId: blind.project.id,
    text: "He said no. She said so.",
  });
  const mark = async (author: SmallTeam["annotator"], quote: string, who: string) =>
    makeAnnotation(client.db, article, { author, tag: "attribution", quote, attributes: { who } });
  await mark(blind.annotator, "He said no", "Tomas Brekk");
  await mark(blind.annotator2, "She said so", "Ansa Kreel");
  const seen = async (who: SmallTeam["annotator"]) =>
    (await listNames(who, blind.project.id, "")).map(({ name }) => name);
  expect(await seen(blind.annotator)).toEqual(["Tomas Brekk"]);
  expect(await seen(blind.reviewer)).toHaveLength(2);
});
