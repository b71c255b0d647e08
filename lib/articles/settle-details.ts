import type { Extracted } from "#lib/extraction/extracted.ts";
import type { ArticleDetails } from "./model.ts";
import { titleFromWords } from "./title-from-words.ts";

/** Who states a detail besides the file itself. */
export type DetailsSource = "sender" | "feed" | "table" | "file";

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
): { details: SettledDetails; detailsFrom: Record<string, string> } {
  const { details: said, from } = given;
  const details = {
    title: said.title ?? labelFrom(extracted),
    url: said.url ?? null,
    publisher: said.publisher || extracted.publisher,
    byline: said.byline || extracted.byline,
    published: said.published || extracted.published,
    language: said.language || extracted.language,
  };
  const detailsFrom: Record<string, string> = {};
  for (const field of FIELDS) if (said[field]) detailsFrom[field] = from;
  return { details, detailsFrom };
}

const FIELDS = ["title", "url", "publisher", "byline", "published", "language"] as const;

/** Up to a thousand characters, as any label. */
function labelFrom(extracted: Extracted): string {
  const stated = extracted.title?.trim().replace(/\s+/gu, " ").slice(0, 1_000).toWellFormed();
  return stated || titleFromWords(extracted.bodyText || extracted.text);
}
