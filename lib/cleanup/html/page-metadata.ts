import type { DefaultTreeAdapterTypes } from "parse5";
import type { Metadata } from "../metadata.ts";
import { statedDate, statedWords } from "../metadata.ts";
import { attribute } from "./html-to-text.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** What a page states about itself in its head: meta elements, OpenGraph, JSON-LD, `<html lang>`. */
export function pageMetadata(document: DefaultTreeAdapterTypes.Document): Metadata {
  const head = readHead(document);
  const article = head.linked.find((each) => ARTICLE_TYPES.test(typesOf(each)));
  const meta = (...names: string[]) =>
    names.map((name) => statedWords(head.metas.get(name))).find((words) => words !== null) ?? null;

  const siteName = nameOf(article?.["publisher"]) ?? meta("og:site_name", "application-name");
  return {
    title:
      statedWords(article?.["headline"]) ??
      meta("og:title", "twitter:title", "dc.title", "headline") ??
      withoutSiteName(head.title, siteName),
    byline:
      nameOf(article?.["author"]) ??
      notAddress(
        meta("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl"),
      )?.replace(/^by /i, "") ??
      null,
    publisher: siteName,
    published: firstDate(
      article?.["datePublished"],
      ...[
        "article:published_time",
        "datepublished",
        "pubdate",
        "date",
        "dc.date",
        "dc.date.issued",
        "parsely-pub-date",
        "sailthru.date",
        "publish-date",
        "og:published_time",
      ].map((name) => head.metas.get(name)),
      head.time,
    ),
    language: /^([a-z]{2,3})(?:[-_]|$)/i.exec(head.language ?? "")?.[1]?.toLowerCase() ?? null,
  };
}

type LinkedData = Readonly<Record<string, unknown>>;

type Head = {
  title: string | null;
  language: string | undefined;
  metas: Map<string, string>;
  linked: LinkedData[];
  time: string | undefined;
};

function readHead(document: DefaultTreeAdapterTypes.Document): Head {
  const head: Head = {
    title: null,
    language: undefined,
    metas: new Map(),
    linked: [],
    time: undefined,
  };
  const waiting: DefaultTreeAdapterTypes.ParentNode[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("tagName" in node) readElement(node, head);
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child && "childNodes" in child) waiting.push(child);
    }
  }
  return head;
}

function readElement(element: Element, head: Head): void {
  const tag = element.tagName;
  if (tag === "html") head.language = attribute(element, "lang") ?? attribute(element, "xml:lang");
  else if (tag === "title") head.title ??= statedWords(wordsOf(element));
  else if (tag === "time" && attribute(element, "datetime"))
    head.time ??= attribute(element, "datetime");
  else if (tag === "meta") {
    const name =
      attribute(element, "property") ??
      attribute(element, "name") ??
      attribute(element, "itemprop");
    const content = attribute(element, "content");
    if (name && content && !head.metas.has(name.toLowerCase()))
      head.metas.set(name.toLowerCase(), content);
  } else if (tag === "script" && attribute(element, "type") === "application/ld+json") {
    head.linked.push(...linkedData(wordsOf(element)));
  }
}

function wordsOf(element: Element): string {
  return element.childNodes
    .map((node) => (node.nodeName === "#text" && "value" in node ? node.value : ""))
    .join("");
}

/** Publishers write JSON-LD as one object, a list, or a graph; broken JSON is passed over. */
function linkedData(json: string): LinkedData[] {
  try {
    const data: unknown = JSON.parse(json.replace(/\s+/g, " "));
    const list = Array.isArray(data) ? data : [data];
    return list.filter(isRecord).flatMap((each) => {
      const graph = each["@graph"];
      return Array.isArray(graph) ? [each, ...graph.filter(isRecord)] : [each];
    });
  } catch {
    return [];
  }
}

function isRecord(value: unknown): value is LinkedData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ARTICLE_TYPES = /\b\w*(?:Article|BlogPosting|Report|Review)\b/;

function typesOf(data: LinkedData): string {
  const types = data["@type"];
  return Array.isArray(types) ? types.join(" ") : String(types ?? "");
}

/** A person's or an organisation's name, or several names joined as a byline joins them. */
function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter((name) => name !== null);
    return names.length > 0 ? statedWords([...new Set(names)].join(", ")) : null;
  }
  return notAddress(isRecord(value) ? nameOf(value["name"]) : statedWords(value));
}

function notAddress(words: string | null): string | null {
  return words && /^https?:/i.test(words) ? null : words;
}

function firstDate(...values: unknown[]): string | null {
  return values.map(statedDate).find((date) => date !== null) ?? null;
}

/** "Port closed | The Ilm Courier" without the paper's name, where the name is known or short. */
function withoutSiteName(title: string | null, siteName: string | null): string | null {
  const parts = title?.split(/\s+[|–—»-]\s+/) ?? [];
  const last = parts.at(-1);
  if (!title || !last || parts.length < 2) return title;
  const isSite = siteName !== null && last.toLowerCase() === siteName.toLowerCase();
  return isSite || last.split(" ").length <= 3
    ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—»-]\s+$/, "")
    : title;
}
