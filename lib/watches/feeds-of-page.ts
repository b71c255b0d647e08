import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { addressOf, within } from "./feed-entries.ts";

const FEED_TYPES =
  /^application\/((rss|atom|rdf)\+xml|feed\+json|json|xml)\b|^text\/(rss\+)?xml\b/i;

/** The feeds that a page names in its head, those of comments last. */
export function feedsNamedBy(html: string, url: string): string[] {
  const found: { href: string; isOfComments: boolean }[] = [];
  let base = url;
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html.slice(0, 1_000_000))];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if ("tagName" in node) {
      const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
      const href = attributes.get("href");
      if (node.tagName === "base" && href) base = within(href, url);
      const isAlternate = /\balternate\b/i.test(attributes.get("rel") ?? "");
      const isFeed = FEED_TYPES.test(attributes.get("type")?.trim() ?? "");
      if (node.tagName === "link" && isAlternate && isFeed && href !== undefined) {
        const about = `${attributes.get("title") ?? ""} ${href}`;
        found.push({ href, isOfComments: /comment|kommentar|commentaire|comentario/i.test(about) });
      }
    }
    if ("childNodes" in node) for (const child of node.childNodes.toReversed()) open.push(child);
  }
  const ordered = found.toSorted((a, b) => Number(a.isOfComments) - Number(b.isOfComments));
  return [...new Set(ordered.flatMap(({ href }) => addressOf(href, base) ?? []))];
}
