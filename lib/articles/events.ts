import type { Boilerplate } from "#lib/cleanup/block.ts";
import type { ArticleSummary } from "./model.ts";

/** What happened to articles, as the record of events keeps it. */
export function articleAdded(
  article: ArticleSummary,
  origin: { kind: string; name: string | null },
) {
  return {
    type: "article.added",
    projectId: article.projectId,
    subject: { type: "article", id: article.id },
    after: {
      ...details(article),
      hash: article.hash,
      origin: origin.kind,
      originName: origin.name,
    },
  } as const;
}

export function articleEdited(before: ArticleSummary, after: ArticleSummary) {
  return {
    type: "article.edited",
    projectId: after.projectId,
    subject: { type: "article", id: after.id },
    before: details(before),
    after: details(after),
  } as const;
}

/** A block was folded away or restored by a person. */
export function blockCorrected(
  article: { id: string; projectId: string },
  block: { revision: number; index: number },
  before: Boilerplate | null,
  after: Boilerplate | null,
) {
  return {
    type: "block.corrected",
    projectId: article.projectId,
    subject: { type: "article", id: article.id },
    before: { ...block, boilerplate: before },
    after: { ...block, boilerplate: after },
  } as const;
}

function details({ title, url, publisher, byline, published, language }: ArticleSummary) {
  return { title, url, publisher, byline, published, language };
}
