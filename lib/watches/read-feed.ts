import { parseFeed } from "feedsmith";
import { decode } from "#lib/cleanup/decode.ts";
import { isDomainError } from "#lib/errors.ts";
import type { Feed, FeedAnswer, FeedInput } from "./feed.ts";
import { entriesOf, plain, within } from "./feed-entries.ts";
import { feedsNamedBy } from "./feeds-of-page.ts";

/**
 * Reads RSS, Atom, RDF and JSON Feed, in whatever encoding they are declared. A page of HTML answers
 * with the feeds that it names. Everything else is refused with a sentence.
 */
export function readFeed({ bytes, charset, url }: FeedInput): FeedAnswer {
  const text = decodeOrNull(bytes, charset);
  if (text === null) return refused("There is nothing at this address.");
  if (isPage(text)) return { kind: "page", feeds: feedsNamedBy(text, url) };
  try {
    return { kind: "feed", feed: toFeed(parseFeed(withoutDoctype(text)), url) };
  } catch {
    return refused(
      "There is no feed at this address, or one that cannot be read. Look for a link named RSS, Atom or Feed on the site, and give its address.",
    );
  }
}

function refused(message: string): FeedAnswer {
  return { kind: "refused", message };
}

function decodeOrNull(bytes: Uint8Array, charset: string | null): string | null {
  const head = Buffer.from(bytes.subarray(0, 300)).toString("latin1");
  const declared = /<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  try {
    return decode(bytes, { charset: charset ?? declared }).text.replace(/^\uFEFF/, "");
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

function isPage(text: string): boolean {
  const head = text.slice(0, 3_000).replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, "");
  return /^\s*(<!doctype\s+html\b|<html\b|<head\b|<body\b)/i.test(head);
}

/** A document type can define what its text unfolds to, without end, or name files. Feeds need none. */
function withoutDoctype(text: string): string {
  return text.replace(/<!DOCTYPE[^>[]*(\[[\s\S]*?\]\s*)?>/i, "");
}

function toFeed(parsed: ReturnType<typeof parseFeed>, url: string): Feed {
  switch (parsed.format) {
    case "rss": {
      const { feed } = parsed;
      const base = within(feed.link, url);
      return {
        title: plain(feed.title),
        language: feed.language ?? feed.dc?.languages?.[0] ?? null,
        entries: entriesOf(
          (feed.items ?? []).map((item) => ({
            id: item.guid?.value,
            // An id is an address, too, unless it says that it is none.
            link:
              item.link ??
              (item.guid?.isPermaLink === false ? undefined : webAddress(item.guid?.value)),
            base,
            title: item.title,
            published: item.pubDate ?? item.dc?.dates?.[0],
            byline: item.dc?.creators?.[0] ?? item.authors?.[0]?.name,
            content: item.content?.encoded ?? item.description,
          })),
        ),
      };
    }
    case "rdf": {
      const { feed } = parsed;
      const base = within(feed.link, url);
      return {
        title: plain(feed.title),
        language: feed.dc?.languages?.[0] ?? null,
        entries: entriesOf(
          (feed.items ?? []).map((item) => ({
            id: item.rdf?.about,
            link: item.link ?? webAddress(item.rdf?.about),
            base,
            title: item.title,
            published: item.dc?.dates?.[0],
            byline: item.dc?.creators?.[0],
            content: item.content?.encoded ?? item.description,
          })),
        ),
      };
    }
    case "atom": {
      const { feed } = parsed;
      const base = within(feed.xml?.base, url);
      return {
        title: plain(feed.title?.value),
        language: feed.xml?.lang ?? null,
        entries: entriesOf(
          (feed.entries ?? []).map((entry) => ({
            id: entry.id,
            link: (
              entry.links?.find(({ rel = "alternate" }) => rel === "alternate") ??
              entry.links?.find(({ rel }) => rel === "related")
            )?.href,
            base: within(entry.xml?.base, base),
            title: entry.title?.value,
            published: entry.published ?? entry.updated,
            byline: entry.authors?.[0]?.name ?? feed.authors?.[0]?.name,
            content: entry.content?.value ?? entry.summary?.value,
          })),
        ),
      };
    }
    case "json": {
      const { feed } = parsed;
      const base = within(feed.home_page_url, url);
      return {
        title: plain(feed.title),
        language: feed.language ?? null,
        entries: entriesOf(
          (feed.items ?? []).map((item) => ({
            id: item.id,
            link: item.url ?? item.external_url ?? webAddress(item.id),
            base,
            title: item.title,
            published: item.date_published ?? item.date_modified,
            byline: item.authors?.[0]?.name,
            content: item.content_html ?? item.content_text ?? item.summary,
          })),
        ),
      };
    }
  }
}

function webAddress(text: string | undefined): string | undefined {
  return text !== undefined && /^\s*https?:\/\/\S+\s*$/i.test(text) ? text : undefined;
}
