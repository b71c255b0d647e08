import { v7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Context } from "#lib/context.ts";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { examine, type Problem } from "#lib/doctor/examine.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import { textHash } from "#lib/text/hash.ts";
import { sliceCodePoints } from "#lib/text/offsets.ts";
import { annotationInput } from "#prisma/annotation-input.ts";
import { makeAnnotation, makeArticle } from "#prisma/factories.ts";
import { makeSmallTeam, type SmallTeam } from "#prisma/scenarios/small-team.ts";
import { exportProject } from "./export-project.ts";
import { ExportRequest, type ExportAnnotation, type ExportArticle } from "./model.ts";

let client: TestClient;
let team: SmallTeam;

beforeAll(async () => {
  client = await openTestClient();
  team = await makeSmallTeam(client.db);
});
afterAll(() => client.close());

const TEXT =
  "😀 Minister Ansa Kreel denied on Monday that the ferry was late.\n\nEleven ships waited outside the harbour, the institute said.";

async function written(format: "jsonl" | "csv" | "markdown", articleId: string): Promise<string> {
  let text = "";
  const request = ExportRequest.parse({ format, article: [articleId] });
  await exportProject(team.reader, team.project.id, request, (piece) => void (text += piece));
  return text;
}

/** An article of two revisions, with annotations and evidence on both. */
async function revised() {
  const { annotator, reviewer } = team;
  const { db } = client;
  const first = await makeArticle(db, { projectId: team.project.id, text: `${TEXT} ${v7()}.` });
  const stays = await makeAnnotation(db, first, {
    author: annotator,
    reviewer,
    state: "approved",
    quote: "the ferry was late",
  });
  const waits = await makeAnnotation(db, first, {
    author: annotator,
    reviewer,
    state: "approved",
    quote: "Eleven ships waited",
  });
  const { start = 0, end = 1 } =
    annotationInput(first, { quote: "Eleven ships" }).segments[0] ?? {};
  await putEvidence(
    annotator,
    v7(),
    {
      kind: "passage",
      annotationId: stays.id,
      stance: "context",
      reason: "",
      confidential: false,
      viewers: [],
      articleId: first.id,
      start,
      end,
    },
    null,
  );
  const { article: second } = await reviseArticle(annotator, first.id, {
    content: {
      text: `😀😀 Update.\n\n${first.text.replace("Eleven", "Twelve")}`,
      mediaType: "text/plain",
    },
    origin: { kind: "paste", name: null },
  });
  return { first, second, stays, waits };
}

it("is true to the text of each annotation's own revision", async () => {
  const { first, second, stays, waits } = await revised();
  const rows = (await written("jsonl", first.id))
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
  const [, article, ...annotations] = rows as [unknown, ExportArticle, ...ExportAnnotation[]];
  expect(article).toMatchObject({ revision: 2, text: second.text, hash: second.hash });
  expect(annotations.map(({ id, revision }) => [id, revision])).toEqual([
    [stays.id, 2],
    [waits.id, 1],
  ]);
  for (const { revision, revisionHash, segments } of annotations) {
    const { text } = revision === 1 ? first : second;
    expect(revisionHash).toBe(textHash(text));
    for (const { start, end, exact, prefix, suffix, startUtf16, endUtf16 } of segments) {
      expect(sliceCodePoints(text, start, end)).toBe(exact);
      expect(text.slice(startUtf16, endUtf16)).toBe(exact);
      expect(text).toContain(prefix + exact + suffix);
    }
  }
  expect(annotations[0]?.evidence).toMatchObject([
    { kind: "passage", revision: 1, exact: "Eleven ships" },
  ]);
  expect(await written("csv", first.id)).toContain(textHash(first.text));
  expect(await written("markdown", first.id)).toContain("In revision 1 of the text");
});

it("leaves the doctor nothing to find", async () => {
  await revised();
  const ctx: Context = { actor: { kind: "operator" }, db: client.db, now: new Date() };
  const found: Problem[] = [];
  await examine(ctx, (problem) => found.push(problem));
  expect(found).toEqual([]);
});
