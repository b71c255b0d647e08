import type { DetailSource } from "#lib/cleanup/metadata.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import type { ArticleDetails } from "./model.ts";
import { titleFromWords } from "./title-from-words.ts";

/** Who states a detail besides the file itself. */
export type DetailsSource = Exclude<DetailSource, "person">;

/** Every detail of an article, as its row holds them. */
export type SettledDetails = {
  title: string;
  url: string | null;
  publisher: string | null;
  byline: string | null;
  published: string | null;
  language: string | null;
};

/**
 * What an article is said to be: what is given goes before what the file states of itself, and each
 * detail keeps who said it.
 */
export function settleDetails(
  extracted: Extracted,
  given: { details: ArticleDetails; from: DetailsSource },
): { details: SettledDetails; detailsFrom: Partial<Record<keyof SettledDetails, DetailSource>> } {
  const { details: said, from } = given;
  const details = {
    title: said.title ?? labelFrom(extracted),
    url: said.url || extracted.url,
    publisher: said.publisher || extracted.publisher,
    byline: said.byline || extracted.byline,
    published: said.published || extracted.published,
    language: said.language || extracted.language,
  };
  const detailsFrom: Partial<Record<(typeof FIELDS)[number], DetailSource>> = {};
  for (const field of FIELDS) {
    const source = said[field] ? from : extracted.from[field];
    if (source !== undefined && details[field] !== null) detailsFrom[field] = source;
  }
  return { details, detailsFrom };
}

const FIELDS = ["title", "url", "publisher", "byline", "published", "language"] as const;

/** Up to a thousand characters, as any label. */
function labelFrom(extracted: Extracted): string {
  const stated = extracted.title?.trim().replace(/\s+/gu, " ").slice(0, 1_000).toWellFormed();
  return stated || titleFromWords(extracted.bodyText || extracted.text);
}
