import { listAnnotationHistory } from "#lib/annotations/list-annotation-history.ts";
import type { StoredAnnotation } from "#lib/annotations/model.ts";
import {
  getAnnotation,
  listByIds,
  listVersions,
  type WrittenVersion,
} from "#lib/annotations/queries.ts";
import type { HistoryItem } from "#lib/audit/audit-event.ts";
import type { Context } from "#lib/context.ts";
import type { Evidence } from "#lib/evidence/model.ts";
import { listEvidenceOn } from "#lib/evidence/queries.ts";
import type { Link } from "#lib/links/model.ts";
import { listLinksOf } from "#lib/links/queries.ts";
import type { Review } from "./model.ts";
import { listReviews } from "./queries.ts";

/** A link of an annotation with the annotation at its other end. */
export type LinkWithWords = { link: Link; other: StoredAnnotation; otherTitle: string };

/** All that a decision on an annotation should know, besides the article itself. */
export type Background = {
  annotation: StoredAnnotation;
  /** Every content that it has had, oldest first. */
  versions: WrittenVersion[];
  /** Oldest first, those taken back too. */
  reviews: Review[];
  /** Oldest first; the first thousand steps. */
  history: HistoryItem[];
  links: LinkWithWords[];
  /** What the caller may see of it. */
  evidence: Evidence[];
};

const MOST_STEPS = 1_000;

/** What is known of an annotation: its contents so far, decisions, history, links and evidence. */
export async function readBackground(ctx: Context, id: string): Promise<Background> {
  const annotation = await getAnnotation(ctx, id);
  const [versions, reviews, history, links, evidence] = await Promise.all([
    listVersions(ctx, annotation.id),
    listReviews(ctx, annotation.id),
    listAnnotationHistory(ctx, annotation.id, { limit: MOST_STEPS }),
    listLinksOf(ctx, annotation.id),
    listEvidenceOn(ctx, [annotation.id]),
  ]);
  return {
    annotation,
    versions,
    reviews,
    history: history.items,
    links: await withWords(ctx, annotation.id, links),
    evidence,
  };
}

async function withWords(
  ctx: Context,
  id: string,
  links: readonly Link[],
): Promise<LinkWithWords[]> {
  const others = await listByIds(ctx, [...new Set(links.map((link) => otherEnd(link, id)))]);
  const articles = await ctx.db.article.findMany({
    where: { id: { in: [...new Set(others.map(({ articleId }) => articleId))] } },
    select: { id: true, title: true },
  });
  const titles = new Map(articles.map((article) => [article.id, article.title]));
  return links.flatMap((link) => {
    const other = others.find((one) => one.id === otherEnd(link, id));
    return other ? [{ link, other, otherTitle: titles.get(other.articleId) ?? "" }] : [];
  });
}

function otherEnd({ from, to }: Link, id: string): string {
  return from === id ? to : from;
}
