import { addArticle } from "#lib/articles/add-article.ts";
import type { ArticleDetails } from "#lib/articles/model.ts";
import type { Origin } from "#lib/articles/save-revision.ts";
import type { DetailsSource } from "#lib/articles/settle-details.ts";
import type { Context } from "#lib/context.ts";
import { extract } from "#lib/extraction/extract.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import { noteLikenesses } from "#lib/likeness/note-likenesses.ts";
import { reviseArticle } from "#lib/revisions/revise-article.ts";
import { inTransaction } from "#lib/transaction.ts";
import { findByAddress, ownAddress } from "./known-address.ts";
import type { ItemDetails, TakenState } from "./model.ts";

/** Bytes that are to become an article, and what is known of them. */
export type Arrival = {
  readonly bytes: Uint8Array;
  /** A file's name, whose ending is a hint; null where there is none. */
  readonly name: string | null;
  readonly mediaType?: string | undefined;
  readonly charset?: string | undefined;
  readonly origin: Origin;
  /** Where it stands on the web, as whoever brought it knows; null when they do not. */
  readonly url: string | null;
  /** The address that was asked for, where it led somewhere else. */
  readonly asked?: string | undefined;
  /** Whether this is what stands at the address now; a table's text may be of any day. */
  readonly isLive: boolean;
  /** When it was fetched from there; null for what was brought. */
  readonly retrievedAt: Date | null;
  readonly details: ItemDetails;
  readonly detailsFrom: DetailsSource;
};

export type Read = Arrival & { readonly extracted: Extracted };

export type Taken = { readonly state: TakenState; readonly articleId: string };

/** Read the text out of what arrived. Takes as long as it takes, so outside of any transaction. */
export async function readArrival(arrival: Arrival): Promise<Read> {
  const { bytes, name, mediaType, charset } = arrival;
  const extracted = await extract({ bytes, name: name ?? undefined, mediaType, charset });
  return { ...arrival, extracted };
}

/**
 * Take a text into a project, in one transaction: what stands at a known address is the next revision
 * of the article there; the very same text is there already; all else is a new article. Then those that
 * are nearly the same are noted.
 */
export async function takeIn(ctx: Context, projectId: string, read: Read): Promise<Taken> {
  const { url, asked, isLive, extracted } = read;
  const own = url !== null && isLive ? ownAddress(url, extracted.url) : url;
  // What the page says of itself needs nobody else to say it.
  const isSaid = own === null || own === extracted.url;
  const details = isSaid ? read.details : { ...read.details, url: own };
  return inTransaction(ctx, async (ctx) => {
    const addresses = [own, url, asked].flatMap((one) => one ?? []);
    const known = isLive ? await findByAddress(ctx, projectId, addresses) : null;
    return known === null
      ? add(ctx, projectId, { ...read, details })
      : revise(ctx, known, { ...read, details });
  });
}

type Settled = Read & { readonly details: ArticleDetails };

async function add(ctx: Context, projectId: string, read: Settled): Promise<Taken> {
  const { bytes, extracted, origin, retrievedAt, details, detailsFrom } = read;
  const { article, isNew } = await addArticle(ctx, projectId, {
    content: { bytes },
    extracted,
    origin,
    retrievedAt,
    details,
    detailsFrom,
  });
  if (!isNew) return { state: "duplicate", articleId: article.id };
  const alike = await noteLikenesses(ctx, article.id);
  return { state: alike.length > 0 ? "near-duplicate" : "added", articleId: article.id };
}

async function revise(ctx: Context, articleId: string, read: Settled): Promise<Taken> {
  const { bytes, extracted, origin, retrievedAt, details, detailsFrom } = read;
  const { isNew } = await reviseArticle(ctx, articleId, {
    content: { bytes },
    extracted,
    origin,
    retrievedAt,
    details,
    detailsFrom,
  });
  if (!isNew) return { state: "duplicate", articleId };
  await noteLikenesses(ctx, articleId);
  return { state: "revision", articleId };
}
