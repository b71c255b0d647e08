import { readFile } from "node:fs/promises";
import { v7 as uuidv7 } from "uuid";
import type { AnnotationInput } from "#lib/annotations/model.ts";
import { putAnnotation } from "#lib/annotations/put-annotation.ts";
import { recallAnnotation } from "#lib/annotations/recall-annotation.ts";
import { submitAnnotation } from "#lib/annotations/submit-annotation.ts";
import { withdrawAnnotation } from "#lib/annotations/withdraw-annotation.ts";
import { addArticle } from "#lib/articles/add-article.ts";
import type { Article } from "#lib/articles/model.ts";
import { putWork } from "#lib/articles/put-work.ts";
import type { EvidenceInput } from "#lib/evidence/model.ts";
import { putEvidence } from "#lib/evidence/put-evidence.ts";
import { putLink } from "#lib/links/put-link.ts";
import { approveAnnotation } from "#lib/review/approve-annotation.ts";
import { putMissedPassage } from "#lib/review/put-missed-passage.ts";
import { rejectAnnotation } from "#lib/review/reject-annotation.ts";
import { reopenAnnotation } from "#lib/review/reopen-annotation.ts";
import { codePointLength, offsetMap } from "#lib/text/offsets.ts";
import type { UserContext } from "#prisma/factories.ts";
import { DEMO_ARTICLES, type DemoArticle } from "./articles.ts";
import { DEMO_EVIDENCE } from "./evidence.ts";
import { DEMO_LINKS } from "./links.ts";
import { locateOnce, locateSegments } from "./locate-segments.ts";
import type { DemoContent, DemoEvidence, DemoMark, DemoRound } from "./mark-types.ts";
import { DEMO_MARKS } from "./marks.ts";
import type { DemoPerson } from "./people.ts";

/** Somebody of the demo at the next moment of its story. */
export type DemoCast = (who: DemoPerson) => UserContext;

/**
 * Do everything that the demo's people have done, in its order, through the product's own operations:
 * articles come in, words are marked, submitted, sent back, mended and decided.
 */
export async function playDemo(projectId: string, at: DemoCast): Promise<void> {
  const articles = new Map<string, Article>();
  for (const demo of DEMO_ARTICLES) {
    articles.set(demo.file, await takeIn(projectId, at, demo));
  }
  const article = (file: string): Article => known(articles, file);
  const ids = new Map<string, string>();

  for (const { article: file, marks } of DEMO_MARKS) {
    for (const mark of marks) ids.set(mark.key, await write(article(file), mark, at));
  }
  const idOf = (key: string): string => known(ids, key);
  for (const { type, from, to, author = "annotator" } of DEMO_LINKS) {
    await putLink(at(author), uuidv7(), { type, from: idOf(from), to: idOf(to) }, null);
  }
  for (const evidence of DEMO_EVIDENCE) {
    const input = evidenceInput(evidence, { idOf, article, at });
    await putEvidence(at(evidence.by), uuidv7(), input, null);
  }
  for (const { article: file, work, marks, missed = [] } of DEMO_MARKS) {
    for (const { who, state } of work) await workOn(article(file), at, who, state);
    for (const mark of marks) await decide(article(file), mark, idOf(mark.key), at);
    for (const { quote, by, annotator, comment } of missed) {
      await putMissedPassage(at(by), uuidv7(), {
        ...wordsIn(article(file), quote),
        annotatorId: at(annotator).actor.userId,
        comment,
      });
    }
  }
}

async function takeIn(projectId: string, at: DemoCast, demo: DemoArticle): Promise<Article> {
  const { file, mediaType, ...details } = demo;
  const bytes = await readFile(new URL(`articles/${file}`, import.meta.url));
  const content = { bytes, mediaType };
  const { article } = await addArticle(at("manager"), projectId, {
    content,
    origin: { kind: "file", name: file },
    details,
  });
  return article;
}

/** Write a mark with all its earlier rounds, up to where it waits for its decision. */
async function write(article: Article, mark: DemoMark, at: DemoCast): Promise<string> {
  const id = uuidv7();
  let version: number | null = null;
  const put = async (content: DemoContent): Promise<void> => {
    const input = annotationInput(article, content);
    version = (await putAnnotation(at(mark.author), id, input, version)).annotation.version;
  };
  for (const round of mark.history ?? []) {
    await put(round.content);
    await submitAnnotation(at(mark.author), id, null);
    version = (await endRound(id, round, mark, at)).version;
  }
  const wasReopened = mark.history?.at(-1)?.end.step === "approved and reopened";
  if (wasReopened && mark.state === "submitted") return id;
  await put(mark);
  if (mark.state === "withdrawn") await withdrawAnnotation(at(mark.author), id, null);
  else if (mark.state !== "draft") await submitAnnotation(at(mark.author), id, null);
  return id;
}

async function endRound(id: string, { end }: DemoRound, mark: DemoMark, at: DemoCast) {
  switch (end.step) {
    case "recalled":
      return await recallAnnotation(at(mark.author), id, null);
    case "rejected":
      return await rejectAnnotation(
        at(end.by),
        id,
        { reason: end.reason, comment: end.comment },
        null,
      );
    case "approved and reopened":
      await approveAnnotation(at(end.by), id, {}, null);
      return await reopenAnnotation(at(end.by), id, { comment: end.comment }, null);
  }
}

/** The decision in force, where there is one. */
async function decide(article: Article, { review }: DemoMark, id: string, at: DemoCast) {
  if (review === undefined) return;
  const reviewer = at(review.by);
  const { comment } = review;
  if (review.decision === "reject") {
    await rejectAnnotation(reviewer, id, { reason: review.reason, comment }, null);
  } else if (review.decision === "correct") {
    const annotation = annotationInput(article, review.corrected);
    await approveAnnotation(reviewer, id, { annotation, comment }, null);
  } else {
    await approveAnnotation(reviewer, id, { comment }, null);
  }
}

async function workOn(
  article: Article,
  at: DemoCast,
  who: DemoPerson,
  state: "begun" | "finished" | "reopened",
): Promise<void> {
  if (state === "begun") await putWork(at(who), article.id, "begun");
  else await putWork(at(who), article.id, "finished");
  if (state === "reopened") await putWork(at(who), article.id, "reopened");
}

function annotationInput(article: Article, content: DemoContent): AnnotationInput {
  return {
    articleId: article.id,
    tag: content.tag,
    segments: locateSegments(article.text, content),
    absent: [...(content.absent ?? [])],
    attributes: { ...content.attributes },
    doubt: content.doubt ?? null,
  };
}

function evidenceInput(
  demo: DemoEvidence,
  story: { idOf: (key: string) => string; article: (file: string) => Article; at: DemoCast },
): EvidenceInput {
  const base = {
    annotationId: story.idOf(demo.on),
    stance: demo.stance,
    reason: demo.reason,
    confidential: demo.confidentialTo !== undefined,
    viewers: (demo.confidentialTo ?? []).map((who) => story.at(who).actor.userId),
  };
  switch (demo.kind) {
    case "passage":
      return { ...base, kind: "passage", ...wordsIn(story.article(demo.article), demo.quote) };
    case "web":
      return { ...base, kind: "web", url: demo.url, quotation: demo.quotation };
    case "note":
      return { ...base, kind: "note", note: demo.note };
  }
}

function wordsIn(article: Article, quote: string) {
  const start = offsetMap(article.text).toCodePoint(locateOnce(article.text, quote));
  return { articleId: article.id, start, end: start + codePointLength(quote), exact: quote };
}

function known<T>(things: ReadonlyMap<string, T>, name: string): T {
  const thing = things.get(name);
  if (thing === undefined) throw new Error(`The demo has no ${name}.`);
  return thing;
}
