import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { onrecordJson } from "#e2e/support/command-line.ts";
import { findCorpus, readReference } from "#e2e/support/corpus.ts";
import { misquotations, readExport } from "#e2e/support/exported.ts";
import { expect, test } from "#e2e/support/fixtures.ts";
import { scriptWith } from "#e2e/support/script.ts";

const DENIAL = "we have never had ‘arms dealings’ with Russia";
const CLAIM = "North Korea is selling military equipment and weapons to Russia";

const Ingested = z.object({ input: z.string(), status: z.literal("added"), articleId: z.string() });
const Article = z.looseObject({ id: z.string(), text: z.string() });
const Annotation = z.looseObject({ id: z.string(), state: z.string(), version: z.int() });

const corpus = findCorpus();

test("five real articles, from their files to an export whose every quotation equals its text", async ({
  newsroom,
  installation,
}) => {
  test.skip(corpus === null, "The five real articles are not on this machine.");
  if (corpus === null) return;
  const annotator = await newsroom.member("annotator", "Tove Oakes");
  const reviewer = await newsroom.member("reviewer", "Lena Kask");
  const script = scriptWith(installation.url, await newsroom.tokenFor(annotator));
  const colleague = scriptWith(installation.url, await newsroom.tokenFor(reviewer));
  const decide = (id: string, action: string, body: object) =>
    colleague.send("POST", `/annotations/${id}/${action}`, body, Annotation);
  const submit = (id: string) =>
    script.send("POST", `/annotations/${id}/submit`, undefined, Annotation);

  const printed = await onrecordJson(["ingest", "--project", newsroom.project.name, corpus]);
  const articleIds = new Map(
    printed.map((value) => {
      const { input, articleId } = Ingested.parse(value);
      return [basename(input), articleId];
    }),
  );
  expect([...articleIds.keys()].sort()).toEqual([
    "arms-denial.txt",
    "lavrov-thanks.txt",
    "live-blog.txt",
    "recognition.txt",
    "weapons-sale.txt",
  ]);
  for (const [file, id] of articleIds) {
    const { text } = await script.get(`/articles/${id}`, Article);
    const raw = await readFile(join(corpus, file), "utf8");
    expect(text, file).toBe(raw.replace(/\r\n?/g, "\n").normalize("NFC"));
  }

  const reference = readReference();
  const marks = reference.articles.flatMap(({ article, annotations }) =>
    annotations.map((annotation) => ({
      ...annotation,
      mark: uuidv7(),
      articleId: articleIds.get(article) ?? "",
    })),
  );
  const markOf = new Map(marks.map(({ id, mark }) => [id, mark]));
  const contentOf = ({ articleId, tag, segments, attributes }: (typeof marks)[number]) => ({
    articleId,
    tag,
    segments,
    attributes,
    absent:
      tag === "attribution" && !segments.some(({ role }) => role === "content") ? ["content"] : [],
  });
  for (const mark of marks) {
    const answer = await script.ask("PUT", `/annotations/${mark.mark}`, { body: contentOf(mark) });
    expect(answer, mark.id).toMatchObject({ status: 201 });
  }
  const links = [
    ...reference.links,
    ...marks.flatMap(({ id, links }) => links.map((link) => ({ ...link, from: id }))),
  ];
  for (const { type, from, to } of links) {
    const body = { type, from: markOf.get(from), to: markOf.get(to) };
    const answer = await script.ask("PUT", `/links/${uuidv7()}`, { body });
    expect(answer, `${from} ${type} ${to}`).toMatchObject({ status: 201 });
  }

  const saying = (words: string) => {
    const found = marks.find(({ segments }) =>
      segments.some(({ exact }) => exact.startsWith(words)),
    );
    if (found === undefined) throw new Error(`Nobody marked “${words}”.`);
    return found;
  };
  const denial = saying(DENIAL);
  const claim = saying(CLAIM);
  expect(links).toContainEqual({ type: "denies", from: denial.id, to: claim.id });
  await script.send(
    "PUT",
    `/evidence/${uuidv7()}`,
    {
      annotationId: claim.mark,
      kind: "passage",
      articleId: denial.articleId,
      start: denial.segments[0]?.start,
      end: denial.segments[0]?.end,
      stance: "refutes",
      reason: "The vice director says that there were no such dealings.",
      confidential: false,
    },
    z.looseObject({ id: z.string() }),
  );

  for (const { mark } of marks) await submit(mark);
  const rejected = await decide(claim.mark, "reject", {
    reason: "wrong-attribute",
    comment: "Is this worth checking?",
  });
  expect(rejected.state).toBe("rejected");
  const mended = { ...contentOf(claim), attributes: { kind: "event", worthChecking: "yes" } };
  const fixed = await script.ask("PUT", `/annotations/${claim.mark}`, {
    body: mended,
    ifMatch: rejected.version,
  });
  expect(fixed).toMatchObject({ status: 200, body: { state: "rejected" } });
  await submit(claim.mark);
  for (const { mark } of marks) await decide(mark, "approve", {});

  const folder = await mkdtemp(join(tmpdir(), "onrecord-corpus-"));
  try {
    const out = join(folder, "affair.jsonl");
    const command = ["export", "--project", newsroom.project.id, "--format", "jsonl"];
    expect(await onrecordJson([...command, "--state", "approved", "--out", out])).toEqual([
      { out, articles: 5, annotations: marks.length },
    ]);
    const jsonl = await readFile(out, "utf8");
    expect(misquotations(jsonl)).toEqual([]);
    const { annotations } = readExport(jsonl);
    expect(annotations).toHaveLength(marks.length);
    const row = annotations.find(({ id }) => id === claim.mark);
    expect(row).toMatchObject({
      state: "approved",
      author: { name: "Tove Oakes" },
      reviewer: { name: "Lena Kask" },
      segments: [{ exact: CLAIM }],
      attributes: { worthChecking: "yes" },
      evidence: [{ kind: "passage", stance: "refutes" }],
    });
    expect(row?.links).toContainEqual(
      expect.objectContaining({ type: "denies", from: denial.mark, to: claim.mark }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
