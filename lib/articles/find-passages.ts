import { z } from "zod";
import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { DomainError } from "#lib/errors.ts";
import { offsetMap } from "#lib/text/offsets.ts";
import { quoteOf } from "#lib/text/quote.ts";
import { span } from "#lib/text/span.ts";
import { findFolded, foldText } from "./fold-text.ts";
import { readTexts, type ArticleText } from "./read-texts.ts";

/** Words of an article's current revision, in code points, with up to 60 of them on each side. */
export type Passage = {
  articleId: string;
  title: string;
  revision: number;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
};

export type PassagePage = { items: Passage[]; next: string | null };

const QUERY_LIMIT = 1_000;
const CONTEXT_LENGTH = 60;
const PATIENCE_MS = 2_000;

/**
 * Where words stand in the project's articles, whatever their case, accents, quotation marks and line
 * breaks: articles in the order in which they came, places in reading order. A page ends after
 * `limit` places or about two seconds, whichever is first; `next` tells where to go on.
 */
export async function findPassages(
  ctx: Context,
  projectId: string,
  query: string,
  page: { after?: string | undefined; limit?: number | undefined } = {},
): Promise<PassagePage> {
  authorize(ctx.actor, "article.read", { projectId });
  if (query.length > QUERY_LIMIT) {
    throw new DomainError("invalid", `Search for at most ${QUERY_LIMIT} characters.`, {
      fields: { q: `Use at most ${QUERY_LIMIT} characters.` },
    });
  }
  const items: Passage[] = [];
  if (foldText(query.trim()).folded.trim() === "") return { items, next: null };

  const limit = page.limit ?? 50;
  const deadline = performance.now() + PATIENCE_MS;
  const from = readCursor(page.after);
  for await (const article of readTexts(ctx, projectId, from.articleId)) {
    const skip = article.id === from.articleId ? from.start : 0;
    const found = passagesOf(article, query, skip, limit - items.length + 1);
    for (const passage of found) {
      if (items.length === limit) return { items, next: cursor(passage.articleId, passage.start) };
      items.push(passage);
    }
    if (performance.now() > deadline)
      return { items, next: cursor(article.id, Number.MAX_SAFE_INTEGER) };
  }
  return { items, next: null };
}

function passagesOf(article: ArticleText, query: string, skip: number, limit: number): Passage[] {
  const folded = foldText(article.text);
  if (findFolded(folded, query, 1).length === 0) return [];
  const map = offsetMap(article.text);
  if (skip >= map.lengthCodePoints) return [];
  return findFolded(folded, query, limit, map.toUtf16(skip)).map((place) => {
    const [start, end] = [map.toCodePoint(place.start), map.toCodePoint(place.end)];
    const { exact, prefix, suffix } = quoteOf(article.text, span(start, end), CONTEXT_LENGTH, map);
    return {
      articleId: article.id,
      title: article.title,
      revision: article.revision,
      start,
      end,
      exact,
      prefix,
      suffix,
    };
  });
}

/** "ARTICLE.START": the first place that the next page may hold. */
function cursor(articleId: string, start: number): string {
  return `${articleId}.${start}`;
}

function readCursor(after: string | undefined): { articleId: string | null; start: number } {
  if (after === undefined) return { articleId: null, start: 0 };
  const [articleId, start] = after.split(".");
  if (!z.uuid().safeParse(articleId).success || !/^\d{1,16}$/.test(start ?? "")) {
    throw new DomainError("invalid", "This is no place in a search.", {
      fields: { after: "Use the `next` of the page before." },
    });
  }
  return { articleId: articleId ?? null, start: Number(start) };
}
