import type { DefaultTreeAdapterTypes } from "parse5";
import { bylineName } from "../bylines.ts";
import type { DetailSource, Metadata, Stated } from "../metadata.ts";
import { firstStated, statedAddress, statedLanguage, statedWords } from "../metadata.ts";
import { statedDate } from "../stated-date.ts";
import { linkedArticle } from "./linked-data.ts";
import type { PageHead } from "./page-head.ts";
import { readHead } from "./page-head.ts";
import { savedFrom } from "./saved-page.ts";

/**
 * What a page states about itself in its head and its markup: JSON-LD first, then Open Graph, the
 * meta elements that publishing systems write, and microdata, links and times among the words.
 */
export function pageMetadata(document: DefaultTreeAdapterTypes.Document): Metadata {
  const head = readHead(document);
  const article = linkedArticle(head.linkedData);
  const saved = savedFrom(head);
  const siteName =
    article?.publisher ??
    statedWords(head.metas.get("og:site_name") ?? head.metas.get("application-name"));
  const find = finder(head);
  const base = statedAddress(head.base) ?? saved.url;
  const title = (value: string | null) => withoutSiteName(statedWords(value), siteName, false);

  return firstStated({
    title: [
      { value: title(statedWords(article?.headline)), source: "json-ld" },
      ...find(["og:title"], title),
      ...find(META_TITLES, title),
      ...properties(head, ["headline"], title),
      { value: withoutSiteName(head.title, siteName, true), source: "markup" },
    ],
    byline: [
      { value: statedWords(article?.authors), source: "json-ld" },
      ...find(["article:author", "og:article:author", "og:author"], personName),
      ...find(META_AUTHORS, personName),
      { value: joined(properties(head, ["author", "creator"], personName)), source: "markup" },
      {
        value: joined(head.authors.map((each) => ({ value: personName(each), source: "markup" }))),
        source: "markup",
      },
    ],
    publisher: [
      { value: statedWords(article?.publisher), source: "json-ld" },
      ...find(["og:site_name"], statedWords),
      ...find(META_PUBLISHERS, personName),
    ],
    published: [
      { value: statedDate(article?.published), source: "json-ld" },
      ...find(
        ["article:published_time", "og:article:published_time", "og:published_time"],
        statedDate,
      ),
      ...find(META_DATES, statedDate),
      ...properties(head, ["datepublished"], statedDate),
      { value: statedDate(head.time), source: "markup" },
    ],
    language: [
      { value: statedLanguage(article?.language), source: "json-ld" },
      { value: statedLanguage(head.language), source: "markup" },
      ...find(["content-language", "language", "dc.language", "dcterms.language"], statedLanguage),
      ...find(["og:locale"], statedLanguage),
    ],
    url: [
      { value: statedAddress(head.canonical, base), source: "markup" },
      ...find(["og:url"], (value) => statedAddress(value, base)),
      ...(article?.addresses ?? []).map((value): Stated => ({
        value: statedAddress(value),
        source: "json-ld",
      })),
      ...find(
        ["twitter:url", "parsely-link", "citation_public_url", "dc.identifier"],
        statedAddressOf,
      ),
      { value: saved.url, source: "file" },
    ],
    retrieved: [{ value: saved.retrieved, source: "file" }],
  });
}

const META_TITLES =
  "twitter:title parsely-title sailthru.title citation_title dc.title dcterms.title headline title".split(
    " ",
  );
const META_AUTHORS =
  "author authors parsely-author sailthru.author citation_author dc.creator dcterms.creator dc.author byl byline article.author twitter:data1".split(
    " ",
  );
const META_PUBLISHERS =
  "publisher dc.publisher dcterms.publisher citation_publisher citation_journal_title application-name copyright".split(
    " ",
  );
const META_DATES =
  "datepublished pubdate publishdate publish-date publish_date publication_date parsely-pub-date sailthru.date citation_publication_date citation_date citation_online_date dc.date dc.date.issued dc.date.created dcterms.issued dcterms.created dcterms.date article.published article_date_original cxenseparse:recs:publishtime displaydate date".split(
    " ",
  );

type Read = (value: string) => string | null;

/** Candidates from the meta elements of these names, in this order. */
function finder({ metas }: PageHead) {
  return (names: readonly string[], read: Read): Stated[] =>
    names.flatMap((name) => {
      const value = metas.get(name);
      const source: DetailSource =
        name.startsWith("og:") || name.startsWith("article:") ? "open-graph" : "meta";
      return value === undefined ? [] : [{ value: read(value), source }];
    });
}

function properties(head: PageHead, names: readonly string[], read: Read): Stated[] {
  return names.flatMap((name) =>
    (head.properties.get(name) ?? []).map((value): Stated => ({
      value: read(value),
      source: "markup",
    })),
  );
}

/** Several authors, each in an element of its own; the same name stands on a page many times. */
function joined(names: readonly Stated[]): string | null {
  const each = [...new Set(names.flatMap(({ value }) => (value === null ? [] : [value])))];
  return each.length === 0 || each.length > 6 ? (each[0] ?? null) : statedWords(each.join(", "));
}

function statedAddressOf(value: string): string | null {
  return statedAddress(value);
}

/** A name, without "By"; null for an address and for what is none. */
function personName(value: string): string | null {
  const words = statedWords(value, 160);
  if (!words || /^(?:https?:|\/|@)|\S+@\S+\.\S+/i.test(words) || !/\p{L}{2}/u.test(words))
    return null;
  if (/^(?:admin|administrator|author|editor|staff|unknown|null|undefined|none)$/i.test(words))
    return null;
  return bylineName(words) ?? words;
}

/** "Port closed | The Ilm Courier" without the paper's name, where the name is known or short. */
function withoutSiteName(
  title: string | null,
  siteName: string | null,
  isGuessing: boolean,
): string | null {
  const parts = title?.split(/(\s+[|–—»·•:-]\s+|\s*[｜_]\s*)/) ?? [];
  const [first, last] = [parts[0], parts.at(-1)];
  if (!title || !first || !last || parts.length < 3) return title;
  const isSite = (words: string) => siteName !== null && fold(words) === fold(siteName);
  if (isSite(last)) return parts.slice(0, -2).join("");
  if (isSite(first)) return parts.slice(2).join("");
  const isShort = last.split(" ").length <= 3 && last.length <= 30;
  const isColon = /:/.test(parts.at(-2) ?? "");
  return isGuessing && isShort && !isColon ? parts.slice(0, -2).join("") : title;
}

function fold(words: string): string {
  return words
    .toLowerCase()
    .replace(/^the |\.(?:com|org|net|co\.uk|de|fr)$/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
}
