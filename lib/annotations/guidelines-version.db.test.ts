import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { getGuidelines } from "#lib/projects/queries.ts";
import { paragraph, richText } from "#lib/projects/rich-text.ts";
import { saveGuidelines } from "#lib/projects/save-guidelines.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { putAnnotation } from "./put-annotation.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

it("keeps with every version the guidelines under which it was written", async () => {
  const projectId = team.project.id;
  const before = await getGuidelines(team.manager, projectId);
  const article = await makeArticle(client.db, { projectId, text: "It rained. It poured." });
  const id = uuidv7();
  const first = annotationInput(article, { quote: "It rained." });
  await putAnnotation(team.annotator, id, first, null);
  const document = richText([paragraph("Mark everything.")]);
  await saveGuidelines(team.manager, projectId, document, before.version);
  await putAnnotation(team.annotator, id, { ...first, doubt: "Did it?" }, 1);
  const versions = await client.db.annotationVersion.findMany({
    where: { annotationId: id },
    orderBy: { version: "asc" },
    select: { version: true, guidelinesVersion: true },
  });
  const was = before.version;
  expect(versions).toEqual([
    { version: 1, guidelinesVersion: was },
    { version: 2, guidelinesVersion: was + 1 },
  ]);
});
