import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { getAnnotation } from "#lib/annotations/queries.ts";
import { receivedAnnotation } from "#lib/annotations/stored-annotation.ts";
import { getArticle } from "#lib/articles/queries.ts";
import type { Context } from "#lib/context.ts";
import { makeClient } from "#lib/db/client.ts";
import { execute } from "#lib/db/scratch-database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/template.ts";
import { getEvidence } from "#lib/evidence/queries.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { getLink } from "#lib/links/queries.ts";
import { sliceCodePoints } from "#lib/text/offsets.ts";
import {
  makeAnnotation,
  makeArticle,
  makeEvidence,
  makeLink,
  makeMember,
  makeProject,
  makeUser,
  contextFor,
  type UserContext,
} from "#prisma/factories.ts";
import { exportProject } from "./export-project.ts";
import {
  ExportRequest,
  type ExportAnnotation,
  type ExportArticle,
  type ExportHeader,
} from "./model.ts";

let database: TestDatabase;
let db: ReturnType<typeof makeClient>;
let projectId: string;
let annotator: UserContext;
let reviewer: UserContext;

beforeAll(async () => {
  database = await createTestDatabase();
  db = makeClient(database.url, 4);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  projectId = (await makeProject(db)).id;
  annotator = (await makeMember(db, { projectId, role: "annotator" })).ctx;
  reviewer = (await makeMember(db, { projectId, role: "reviewer" })).ctx;
});

type Row = ExportHeader | ExportArticle | ExportAnnotation;
const operator = (): Context => ({ actor: { kind: "operator" }, db, now: new Date() });
const schema = JSON.parse(
  readFileSync(new URL("../../docs/schemas/onrecord-1.schema.json", import.meta.url), "utf8"),
);
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
addFormats.default(ajv);
const isValid = ajv.compile(schema);

async function run(ctx: Context, request: object): Promise<string> {
  let written = "";
  await exportProject(
    ctx,
    projectId,
    ExportRequest.parse(request),
    (piece) => void (written += piece),
  );
  return written;
}

async function rows(ctx: Context, request: object = {}): Promise<Row[]> {
  const written = await run(ctx, { format: "jsonl", ...request });
  const lines = written.split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => {
    const row: Row = JSON.parse(line);
    expect(isValid(row), JSON.stringify(isValid.errors)).toBe(true);
    return row;
  });
}

function annotationsOf(all: readonly Row[]): ExportAnnotation[] {
  return all.filter((row) => row.record === "annotation");
}

/** Every quotation equals its text, counted either way, and is surrounded by what surrounds it. */
function expectTrue(all: readonly Row[]): void {
  const articles = new Map<string, ExportArticle>();
  for (const row of all) if (row.record === "article") articles.set(row.id, row);
  for (const { articleId, segments, revisionHash } of annotationsOf(all)) {
    const { text = "", hash } = articles.get(articleId) ?? {};
    expect(revisionHash).toBe(hash);
    for (const { start, end, exact, startUtf16, endUtf16, prefix, suffix } of segments) {
      expect([...text].slice(start, end).join("")).toBe(exact);
      expect(text.slice(startUtf16, endUtf16)).toBe(exact);
      expect(text.slice(0, startUtf16).endsWith(prefix)).toBe(true);
      expect(text.slice(endUtf16).startsWith(suffix)).toBe(true);
      expect([...prefix].length).toBe(Math.min(32, start));
      expect([...suffix].length).toBe(Math.min(32, [...text].length - end));
    }
  }
}

const TEXT =
  "😀 Veldora said on Monday: “No ship called.” The minister denied it.\r\n\r\nA cafe\u0301 owner saw two ships.\r\n";

describe("an export in onrecord/1", () => {
  it("gives header, articles and annotations as the API gives them, and more", async () => {
    const article = await makeArticle(db, { projectId, text: TEXT, title: "Ships" });
    const other = await makeArticle(db, { projectId, text: "A list of calls: none on Monday." });
    const claim = await makeAnnotation(db, article, {
      author: annotator,
      reviewer,
      state: "approved",
      quote: "No ship called",
    });
    const denial = await makeAnnotation(db, article, {
      author: annotator,
      state: "draft",
      tag: "denial",
      quote: "denied it",
    });
    const said = await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      tag: "attribution",
      segments: [
        { role: "source", quote: "Veldora" },
        { role: "cue", quote: "said" },
        { quote: "“No ship called.”" },
      ],
    });
    const link = await makeLink(annotator, { type: "denies", from: denial, to: claim });
    const note = await makeEvidence(annotator, claim);
    const passage = (
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
          articleId: other.id,
          start: 18,
          end: 32,
        },
        null,
      )
    ).evidence;
    const all = await rows(operator());
    expectTrue(all);
    const [header, ...rest] = all;
    expect(header).toMatchObject({
      record: "export",
      format: "onrecord/1",
      project: { id: projectId },
    });
    expect(Object.keys(header ?? {})).toEqual(["record", "format", "project", "madeAt", "scope"]);
    expect(rest.map(({ record }) => record)).toEqual([
      "article",
      "annotation",
      "annotation",
      "annotation",
      "article",
    ]);
    const { revisionId: _, ...asRead } = await getArticle(operator(), article.id);
    expect(rest[0]).toEqual({ record: "article", ...asRead });
    const rowOf = (id: string) => annotationsOf(all).find((row) => row.id === id);
    for (const { id } of [claim, denial, said]) {
      const received = receivedAnnotation(await getAnnotation(operator(), id));
      const row = rowOf(id);
      expect(row).toMatchObject(received);
      expect(Object.keys(row ?? {})).toEqual(
        [
          "record",
          ...Object.keys(received),
          "revisionHash",
          "reviewer",
          "evidence",
          "links",
        ].toSorted((a, b) => Object.keys(row ?? {}).indexOf(a) - Object.keys(row ?? {}).indexOf(b)),
      );
    }
    expect(rowOf(claim.id)?.reviewer).toEqual({
      id: reviewer.actor.userId,
      name: reviewer.actor.name,
    });
    expect(rowOf(denial.id)?.reviewer).toBeNull();
    expect(rowOf(claim.id)?.evidence).toEqual(
      await Promise.all([note, passage].map(({ id }) => getEvidence(annotator, id))),
    );
    const asLinked = [await getLink(annotator, link.id)];
    expect(rowOf(claim.id)?.links).toEqual(asLinked);
    expect(rowOf(denial.id)?.links).toEqual(asLinked);
    expect(rowOf(said.id)?.links).toEqual([]);
  });

  it("leaves withdrawn annotations out unless their state is asked for, and links that lead to what is left out", async () => {
    const article = await makeArticle(db, { projectId, text: TEXT });
    const kept = await makeAnnotation(db, article, { author: annotator, quote: "No ship called" });
    const denial = await makeAnnotation(db, article, {
      author: annotator,
      tag: "denial",
      quote: "denied it",
    });
    await makeLink(annotator, { type: "denies", from: denial, to: kept });
    await makeAnnotation(db, article, {
      author: annotator,
      state: "withdrawn",
      quote: "two ships",
    });
    const submitted = await makeAnnotation(db, article, {
      author: annotator,
      state: "submitted",
      quote: "saw two ships",
    });
    const states = async (state?: string) =>
      annotationsOf(await rows(operator(), state ? { state } : {}))
        .map((row) => row.state)
        .toSorted();
    expect(await states()).toEqual(["draft", "draft", "submitted"]);
    expect(await states("withdrawn")).toEqual(["withdrawn"]);
    expect(await states("submitted,withdrawn")).toEqual(["submitted", "withdrawn"]);
    await makeLink(annotator, { type: "same-claim", from: kept, to: submitted });
    const onlySubmitted = annotationsOf(await rows(operator(), { state: "submitted" }));
    expect(onlySubmitted.map(({ links }) => links.length)).toEqual([0]);
    expect(annotationsOf(await rows(operator())).flatMap(({ links }) => links)).toHaveLength(4);
  });

  it("keeps confidential evidence back unless it is named by somebody who may see it", async () => {
    const article = await makeArticle(db, { projectId, text: TEXT });
    const claim = await makeAnnotation(db, article, { author: annotator });
    const secret = await makeEvidence(annotator, claim, {
      confidential: true,
      note: "SECRET-NOTE",
    });
    expect(await run(operator(), { format: "jsonl" })).not.toContain("SECRET-NOTE");
    expect(await run(operator(), { format: "csv" })).not.toContain("SECRET-NOTE");
    expect(await run(operator(), { format: "markdown" })).not.toContain("SECRET-NOTE");
    expect(await run(annotator, { format: "jsonl" })).not.toContain("SECRET-NOTE");
    expect(await run(annotator, { format: "jsonl", evidence: secret.id })).toContain("SECRET-NOTE");
    await expect(run(reviewer, { format: "jsonl", evidence: secret.id })).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("exports chosen articles, and refuses those of another project", async () => {
    const [one, two] = [await makeArticle(db, { projectId }), await makeArticle(db, { projectId })];
    await makeArticle(db, { projectId });
    const ids = async (article: unknown) =>
      (await rows(operator(), { article })).flatMap((row) =>
        row.record === "article" ? [row.id] : [],
      );
    expect(await ids([one.id, two.id])).toEqual([one.id, two.id]);
    expect(await ids(`${two.id},${two.id}`)).toEqual([two.id]);
    const foreign = await makeArticle(db, { projectId: (await makeProject(db)).id });
    await expect(ids(foreign.id)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is for members, whatever their role", async () => {
    const reader = (await makeMember(db, { projectId, role: "reader" })).ctx;
    expect((await rows(reader))[0]).toMatchObject({ record: "export" });
    const stranger = await contextFor(db, await makeUser(db));
    await expect(rows(stranger)).rejects.toMatchObject({ code: "not-found" });
    await expect(rows({ actor: { kind: "visitor" }, db, now: new Date() })).rejects.toMatchObject({
      code: "signed-out",
    });
  });

  it("gives back every span of texts of every kind", async () => {
    const pieces = [
      "😀",
      "👩‍👩‍👧",
      "e\u0301",
      "é",
      "ש",
      "ל",
      "\r\n",
      "\r",
      " ",
      "word",
      "“",
      "ﬁ",
      "한",
      "\u2028",
      "𝒜",
      ".",
      "\n\n",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...pieces), { minLength: 3, maxLength: 60 }),
        fc.nat(),
        fc.nat(),
        async (parts, a, b) => {
          const article = await makeArticle(db, { projectId, text: `x${parts.join("")}y ${v7()}` });
          const points = [...article.text];
          const start = a % points.length;
          const end = start + 1 + (b % (points.length - start));
          const exact = points.slice(start, end).join("");
          fc.pre(/\S/u.test(exact) && !/^[\s\u0085]*$/u.test(exact));
          await putAnnotation(
            annotator,
            v7(),
            {
              articleId: article.id,
              tag: "claim",
              segments: [{ role: "content", start, end }],
              absent: [],
              attributes: {},
              doubt: null,
            },
            null,
          );
          const all = await rows(operator(), { article: article.id });
          expect(annotationsOf(all)).toHaveLength(1);
          expect(annotationsOf(all)[0]?.segments[0]?.exact).toBe(
            sliceCodePoints(article.text, start, end),
          );
          expectTrue(all);
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  it("goes through pages of annotations and batches of articles without losing or doubling any", async () => {
    const text = Array.from({ length: 700 }, (_, index) => `word${index}`).join(" ");
    const big = await makeArticle(db, { projectId, text });
    for (let index = 0; index < 12; index++) await makeArticle(db, { projectId });
    await fillWithClaims(big, 700);
    const small = await makeArticle(db, { projectId, text: TEXT });
    await makeAnnotation(db, small, { author: annotator });
    const all = await rows(operator());
    expectTrue(all);
    expect(new Set(annotationsOf(all).map(({ id }) => id)).size).toBe(701);
    expect(all.filter(({ record }) => record === "article")).toHaveLength(14);
    let current = "";
    for (const row of all) {
      if (row.record === "article") current = row.id;
      if (row.record === "annotation") expect(row.articleId).toBe(current);
    }
  });

  it("shows one moment, whatever changes while it runs", async () => {
    const [first] = [await makeArticle(db, { projectId }), await makeArticle(db, { projectId })];
    let written = "";
    const request = ExportRequest.parse({ format: "jsonl" });
    let isChanged = false;
    await exportProject({ ...operator() }, projectId, request, async (piece) => {
      written += piece;
      if (isChanged) return;
      isChanged = true;
      await makeAnnotation(db, first, { author: annotator });
      await makeArticle(db, { projectId });
    });
    expect(written.match(/"record":"article"/g)).toHaveLength(2);
    expect(written).not.toContain('"record":"annotation"');
  });

  it("stops at a quotation that does not stand in its text, and names the row", async () => {
    const article = await makeArticle(db, { projectId, text: TEXT });
    const claim = await makeAnnotation(db, article, { author: annotator, quote: "No ship called" });
    await execute(database.url, `ALTER TABLE "segment" DISABLE TRIGGER USER`);
    await db.segment.updateMany({
      where: { annotationId: claim.id },
      data: { exact: "A ship called!" },
    });
    await execute(database.url, `ALTER TABLE "segment" ENABLE TRIGGER USER`);
    await expect(run(operator(), { format: "csv" })).rejects.toMatchObject({
      code: "state",
      message: expect.stringContaining(claim.id),
    });
  });
});

/** Claims on the first words of an article, written at once. */
async function fillWithClaims(
  article: { id: string; revisionId: string; text: string },
  count: number,
): Promise<void> {
  const words = [...article.text.matchAll(/\S+/g)].slice(0, count);
  const made = words.map((match) => ({ id: v7(), start: match.index, exact: match[0] }));
  const { userId } = annotator.actor;
  await db.$transaction([
    db.annotation.createMany({
      data: made.map(({ id }) => ({
        id,
        projectId,
        articleId: article.id,
        revisionId: article.revisionId,
        revision: 1,
        authorId: userId,
        tag: "claim",
        attributes: {},
        signature: id,
      })),
    }),
    db.annotationVersion.createMany({
      data: made.map(({ id }) => ({ annotationId: id, version: 1, writerId: userId, content: {} })),
    }),
    db.segment.createMany({
      data: made.map(({ id, start, exact }) => ({
        id: v7(),
        annotationId: id,
        role: "content",
        start,
        end: start + exact.length,
        exact,
      })),
    }),
  ]);
}
