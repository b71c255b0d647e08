import type { Context } from "#lib/context.ts";
import { DomainError, isDomainError } from "#lib/errors.ts";
import { extract } from "#lib/extraction/extract.ts";
import type { Extracted } from "#lib/extraction/extracted.ts";
import type { Fetched } from "#lib/fetch/fetch-address.ts";
import { fetchForProject, type FetchForProject } from "#lib/ingestion/fetch-for-project.ts";
import { refuseWall } from "#lib/ingestion/refuse-wall.ts";
import type { Feed } from "./feed.ts";
import type { Watch } from "./model.ts";
import { readFeedApart } from "./read-feed-apart.ts";

/** What was found at a source. */
export type Look =
  | { readonly kind: "same" }
  | { readonly kind: "page"; readonly page: Fetched; readonly extracted: Extracted }
  /** `url` is the feed's own address, where a page led to it. */
  | { readonly kind: "feed"; readonly page: Fetched; readonly feed: Feed; readonly url: string }
  | { readonly kind: "failed"; readonly problem: string; readonly retryAfterSeconds?: number }
  /** Nobody's failure: too many wait for the site, or this process is about to end. */
  | { readonly kind: "put-off" };

/** How a source is fetched, but for what is known of it. */
export type FetchSource = Omit<FetchForProject, "etag" | "lastModified">;

export type Known = { readonly etag: string | null; readonly lastModified: string | null };

/**
 * Fetch a source and read what stands there; nothing is written. Whatever a source can do wrong is an
 * answer with its sentence.
 */
export async function lookAtSource(
  ctx: Context,
  watch: Watch,
  known: Known,
  options: FetchSource,
): Promise<Look> {
  try {
    const answer = await fetchForProject(ctx, watch.projectId, watch.url, { ...options, ...known });
    if (answer.kind === "not-modified") return { kind: "same" };
    if (watch.kind === "page") return await readPage(answer, watch.url);
    return await readFeedAt(ctx, watch, answer, options);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { problem, retryAfterSeconds } = error.detail;
    if (problem === "busy" || problem === "stopped") return { kind: "put-off" };
    return {
      kind: "failed",
      problem: error.message,
      ...(typeof retryAfterSeconds === "number" && { retryAfterSeconds }),
    };
  }
}

async function readPage(page: Fetched, asked: string): Promise<Look> {
  refuseWall(page, asked);
  const { bytes, mediaType, charset } = page;
  const extracted = await extract({
    bytes,
    mediaType: mediaType ?? undefined,
    charset: charset ?? undefined,
  });
  return { kind: "page", page, extracted };
}

async function readFeedAt(
  ctx: Context,
  watch: Watch,
  page: Fetched,
  options: FetchSource,
): Promise<Look> {
  const first = await readFeedApart(page);
  if (first.kind === "feed") return { kind: "feed", page, feed: first.feed, url: watch.url };
  const [named] = first.kind === "page" ? first.feeds : [];
  if (named === undefined) throw noFeed(first.kind === "refused" ? first.message : NO_FEED_NAMED);
  const answer = await fetchForProject(ctx, watch.projectId, named, options);
  const second = answer.kind === "fetched" ? await readFeedApart(answer) : null;
  if (answer.kind === "fetched" && second?.kind === "feed") {
    return { kind: "feed", page: answer, feed: second.feed, url: named };
  }
  throw noFeed(NO_FEED_NAMED);
}

const NO_FEED_NAMED =
  "This address holds a page and no feed, and the page names none. Look for a link named RSS, Atom or Feed on the site, and give its address.";

function noFeed(message: string): DomainError {
  return new DomainError("invalid", message, { fields: { url: message } });
}
