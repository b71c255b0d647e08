import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestClient, type TestClient } from "#lib/db/testing/open-test-client.ts";
import { sliceCodePoints } from "#lib/text/offsets.ts";
import {
  makeAnnotation,
  makeArticle,
  makeEvidence,
  makeLink,
  makeMember,
  makeProject,
  type UserContext,
} from "#prisma/factories.ts";
import { exportProject } from "./export-project.ts";
import { ExportRequest } from "./model.ts";
import { parse as parseCsv } from "./testing/parse-csv.ts";

/* What leaves for people and their spreadsheets; for programs there is onrecord/1. */

let client: TestClient;
let db: TestClient["db"];
let projectId: string;
let annotator: UserContext;
let reviewer: UserContext;

beforeAll(async () => {
  client = await openTestClient();
  db = client.db;
});
afterAll(() => client.close());
beforeEach(async () => {
  projectId = (await makeProject(db)).id;
  annotator = (await makeMember(db, { projectId, role: "annotator" })).ctx;
  reviewer = (await makeMember(db, { projectId, role: "reviewer" })).ctx;
});

async function run(request: object): Promise<string> {
  let written = "";
  await exportProject(
    { actor: { kind: "operator" }, db, now: new Date() },
    projectId,
    ExportRequest.parse(request),
    (piece) => void (written += piece),
  );
  return written;
}

describe("an export in CSV", () => {
  it("has one row a segment, with every word as it stands", async () => {
    const article = await makeArticle(db, {
      projectId,
      text: '=1+1, "he said"\n\nnext; line',
      title: "@Title",
    });
    await makeAnnotation(db, article, {
      author: annotator,
      segments: [{ quote: '=1+1, "he said"\n\nnext' }, { quote: "line" }],
    });
    await makeAnnotation(db, article, {
      author: annotator,
      tag: "attribution",
      absent: ["cue"],
      segments: [{ role: "source", quote: "he" }],
      attributes: { who: "A, B", saidOn: "2031-05" },
    });
    const [columns = [], ...lines] = parseCsv(await run({ format: "csv" }));
    const table = lines.map((cells) =>
      Object.fromEntries(columns.map((column, index) => [column, cells[index]])),
    );
    expect(
      table.map(({ exact, role, segment, segments }) => [exact, role, segment, segments]),
    ).toEqual([
      ['=1+1, "he said"\n\nnext', "content", "1", "2"],
      ["line", "content", "2", "2"],
      ["he", "source", "1", "1"],
    ]);
    expect(table[2]).toMatchObject({
      who: "A, B",
      saidOn: "2031-05",
      absent: "cue",
      tag: "attribution",
      articleTitle: "@Title",
      links: "[]",
    });
    for (const { start, end, exact } of table)
      expect(sliceCodePoints(article.text, Number(start), Number(end))).toBe(exact);
  });
});

describe("an article in Markdown", () => {
  it("says who claimed, who denied, in whose words, with what evidence", async () => {
    const article = await makeArticle(db, {
      projectId,
      text: "Veldora said on Monday: “No ship called.” The minister denied it.",
      title: "Ships *of* Veldora",
    });
    const elsewhere = await makeArticle(db, {
      projectId,
      text: "Kreel said the report was groundless.",
      title: "Reply",
    });
    const claim = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "No ship called",
    });
    const said = await makeAnnotation(db, article, {
      author: annotator,
      tag: "attribution",
      segments: [
        { role: "source", quote: "Veldora" },
        { role: "cue", quote: "said" },
        { quote: "“No ship called.”" },
      ],
    });
    const denial = await makeAnnotation(db, elsewhere, {
      author: annotator,
      tag: "denial",
      quote: "the report was groundless",
    });
    const reply = await makeAnnotation(db, elsewhere, {
      author: annotator,
      tag: "attribution",
      segments: [
        { role: "source", quote: "Kreel" },
        { role: "cue", quote: "said" },
        { quote: "the report was groundless" },
      ],
    });
    await makeLink(annotator, { type: "attributes", from: said, to: claim });
    await makeLink(annotator, { type: "denies", from: denial, to: claim });
    await makeLink(annotator, { type: "attributes", from: reply, to: denial });
    await makeEvidence(annotator, claim, { note: "List of calls", reason: "It is empty." });
    const markdown = await run({ format: "markdown", article: article.id });
    expect(markdown).toContain("# Ships \\*of\\* Veldora\n");
    expect(markdown).toContain("### 1. “No ship called”");
    expect(markdown).toContain("- Who says so: **Veldora** (“said”)");
    expect(markdown).toContain(
      "- Denied: “the report was groundless” (in *Reply*), said by **Kreel** (“said”, in *Reply*)",
    );
    expect(markdown).toContain("- Evidence that supports it: List of calls It is empty.");
    expect(markdown).toContain(`approved by ${reviewer.actor.name}`);
  });

  it("is of one article", async () => {
    const one = await makeArticle(db, { projectId });
    expect(await run({ format: "markdown" })).toContain("Nothing is marked in it.");
    const two = await makeArticle(db, { projectId });
    await expect(run({ format: "markdown" })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(run({ format: "markdown", article: [one.id, two.id] })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});
