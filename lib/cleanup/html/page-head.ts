import type { DefaultTreeAdapterTypes } from "parse5";
import { statedWords } from "../metadata.ts";
import { attribute, classWords } from "./elements.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** What a page says of itself outside its words: gathered once, weighed by page-metadata. */
export type PageHead = {
  readonly title: string | null;
  readonly language: string | null;
  /** By name in lower case; the first of each name. */
  readonly metas: ReadonlyMap<string, string>;
  readonly canonical: string | null;
  readonly base: string | null;
  /** The text of each script that holds JSON-LD. */
  readonly linkedData: readonly string[];
  /** Values of itemprop attributes by name: content, datetime or the words themselves. */
  readonly properties: ReadonlyMap<string, readonly string[]>;
  /** The words of links to the author (rel=author), and of hCards. */
  readonly authors: readonly string[];
  /** The first `<time>` that says it is the date of publication, else the first that has a date. */
  readonly time: string | null;
  /** Comments before the page's own: where a browser or a tool notes what it has saved. */
  readonly comments: readonly string[];
};

const LIMIT = 40;

export function readHead(document: DefaultTreeAdapterTypes.Document): PageHead {
  const properties = new Map<string, string[]>();
  const metas = new Map<string, string>();
  const linkedData: string[] = [];
  const authors: string[] = [];
  const comments: string[] = [];
  const times: { isStated: boolean; date: string }[] = [];
  let title: string | null = null;
  let language: string | null = null;
  let canonical: string | null = null;
  let base: string | null = null;

  const read = (element: Element) => {
    const tag = element.tagName;
    const property = attribute(element, "itemprop");
    const rel = attribute(element, "rel")?.toLowerCase() ?? "";
    if (tag === "html")
      language = attribute(element, "lang") ?? attribute(element, "xml:lang") ?? null;
    else if (tag === "title") title ??= statedWords(wordsOf(element));
    else if (tag === "base") base ??= attribute(element, "href") ?? null;
    else if (tag === "link" && /\bcanonical\b/.test(rel))
      canonical ??= attribute(element, "href") ?? null;
    else if (tag === "meta") readMeta(element, metas);
    else if (tag === "script" && /ld\+json/i.test(attribute(element, "type") ?? "")) {
      if (linkedData.length < LIMIT) linkedData.push(wordsOf(element));
    } else if (tag === "time" && times.length < LIMIT) {
      const date = attribute(element, "datetime") ?? wordsOf(element);
      times.push({ isStated: isPublication(element), date });
    } else if (isAuthor(tag, rel, element) && authors.length < LIMIT)
      authors.push(wordsOf(element));
    if (property && tag !== "meta") addProperty(properties, property, valueOf(element));
    else if (property) addProperty(properties, property, attribute(element, "content") ?? "");
  };

  const waiting: DefaultTreeAdapterTypes.Node[] = [document];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ("tagName" in node) read(node);
    else if (node.nodeName === "#comment" && "data" in node && comments.length < 10)
      comments.push(node.data.slice(0, 2_000));
    if (!("childNodes" in node)) continue;
    for (let index = node.childNodes.length - 1; index >= 0; index--) {
      const child = node.childNodes[index];
      if (child && child.nodeName !== "#text") waiting.push(child);
    }
  }
  const time = times.find((each) => each.isStated) ?? times[0];
  return {
    title,
    language,
    metas,
    canonical,
    base,
    linkedData,
    properties,
    authors,
    time: time?.date ?? null,
    comments,
  };
}

function readMeta(element: Element, metas: Map<string, string>): void {
  const content = attribute(element, "content");
  if (!content?.trim()) return;
  for (const by of ["property", "name", "itemprop", "http-equiv"]) {
    const name = attribute(element, by)?.toLowerCase();
    if (name && !metas.has(name) && metas.size < 500) metas.set(name, content);
  }
}

function addProperty(properties: Map<string, string[]>, names: string, value: string): void {
  const words = value.trim();
  if (words === "") return;
  for (const name of names.toLowerCase().split(/\s+/, 4)) {
    const values = properties.get(name);
    if (!values) properties.set(name, [words]);
    else if (values.length < LIMIT) values.push(words);
  }
}

function valueOf(element: Element): string {
  return (
    attribute(element, "content") ??
    attribute(element, "datetime") ??
    (KEEPS_WORDS.has(element.tagName) ? wordsOf(element) : "")
  );
}

/** Only small elements are read for their words; a property of a whole section is none. */
const KEEPS_WORDS = new Set("a span b strong em p h1 h2 div time cite address li".split(" "));

function isPublication(time: Element): boolean {
  const names = `${classWords(time)} ${attribute(time, "itemprop") ?? ""}`.toLowerCase();
  return (
    attribute(time, "pubdate") !== undefined ||
    /\b(?:pub\w*|datepublished|entry date|posted)\b/.test(names)
  );
}

function isAuthor(tag: string, rel: string, element: Element): boolean {
  if (tag === "a" && /\bauthor\b/.test(rel)) return true;
  return (
    /^(?:a|span|p|div|strong|b)$/.test(tag) && /\bfn\b/.test(attribute(element, "class") ?? "")
  );
}

/** The words of an element, a few of its descendants deep. */
function wordsOf(element: Element): string {
  let words = "";
  let seen = 0;
  const waiting: DefaultTreeAdapterTypes.Node[] = [element];
  for (let node = waiting.pop(); node && seen < 60; node = waiting.pop(), seen++) {
    if (node.nodeName === "#text" && "value" in node) words += node.value;
    else if ("childNodes" in node) waiting.push(...node.childNodes.slice(0, 60).reverse());
  }
  return words;
}
