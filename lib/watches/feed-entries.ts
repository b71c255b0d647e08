import { createHash } from "node:crypto";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { statedDate } from "#lib/cleanup/stated-date.ts";
import type { Entry } from "./feed.ts";

/** An entry as one of the formats states it. */
export type Told = {
  id?: string | undefined;
  link?: string | undefined;
  base: string;
  title?: string | undefined;
  published?: unknown;
  byline?: string | undefined;
  content?: string | undefined;
};

/** A feed's entries, each once, in its order. An id that stands for several addresses is none. */
export function entriesOf(told: readonly Told[]): Entry[] {
  const rows = told.map((one) => ({ ...one, url: addressOf(one.link, one.base) }));
  const urlsOf = new Map<string, Set<string | null>>();
  for (const { id, url } of rows) {
    if (id) urlsOf.set(id, (urlsOf.get(id) ?? new Set()).add(url));
  }
  const found = new Map<string, Entry>();
  const urls = new Set<string>();
  for (const { id, url, content = "", ...rest } of rows) {
    const title = plain(rest.title);
    if (url === null && content.trim() === "") continue;
    const isOwn = id !== undefined && id !== "" && urlsOf.get(id)?.size === 1;
    const key = short(isOwn ? id : (url ?? `words:${hash(`${title}\n${content}`)}`));
    if (found.has(key) || (url !== null && urls.has(sameAddress(url)))) continue;
    if (url !== null) urls.add(sameAddress(url));
    found.set(key, {
      key,
      url,
      title,
      published: dateOf(rest.published),
      byline: plain(rest.byline),
      content: url === null ? content : null,
    });
  }
  return [...found.values()];
}

/** An address without what counts who came from where: two that differ in nothing else are one. */
export function sameAddress(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_\w+|fbclid|gclid|mc_[ce]id|at_(medium|campaign\w*))$/i.test(name))
      url.searchParams.delete(name);
  }
  return url.href;
}

/** An address of the web in full, without its fragment; null for any other. */
export function addressOf(link: string | undefined, base: string): string | null {
  const written = link?.trim() ?? "";
  if (written === "" || written.length > 4_000 || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  url.hash = "";
  const isWeb = ["http:", "https:"].includes(url.protocol) && url.username + url.password === "";
  return isWeb ? url.href : null;
}

/** Where relative addresses start: an address that is stated, within the one known so far. */
export function within(address: string | undefined, base: string): string {
  return addressOf(address, base) ?? base;
}

function dateOf(text: unknown): string | null {
  const written = typeof text === "string" ? text.trim() : "";
  if (/^\d{4}(-(0[1-9]|1[0-2]))?$/.test(written)) return written;
  const at = Date.parse(written);
  if (/:\d{2}/.test(written) && !Number.isNaN(at)) return new Date(at).toISOString();
  return statedDate(written);
}

/** One line of words, whether the feed gave them as text or as HTML. */
export function plain(text: string | undefined): string | null {
  const words = /<[a-z/!]|&[a-z#0-9]+;/i.test(text ?? "") ? textIn(text ?? "") : (text ?? "");
  const line = words.replaceAll("\0", "").replace(/\s+/g, " ").trim().normalize("NFC");
  return line === "" ? null : line.slice(0, 1_000).toWellFormed();
}

function textIn(html: string): string {
  let text = "";
  const open: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.nodeName === "#text" && "value" in node) text += node.value;
    else if ("childNodes" in node)
      for (const child of node.childNodes.toReversed()) open.push(child);
  }
  return text;
}

function short(key: string): string {
  return key.length <= 500 ? key.replaceAll("\0", "").toWellFormed() : `hash:${hash(key)}`;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
