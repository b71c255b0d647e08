import { parseFragment } from "parse5";

export type LinkedData = Readonly<Record<string, unknown>>;

/** What JSON-LD states about the article of a page, in its own words. */
export type LinkedArticle = {
  readonly headline: unknown;
  readonly authors: string | null;
  readonly publisher: string | null;
  readonly published: unknown;
  readonly language: unknown;
  readonly addresses: readonly unknown[];
};

/**
 * Reads the JSON-LD of a page: one object, lists, graphs, objects within objects, several types for
 * one object, people by name or by reference. Broken JSON is mended where that is simple, else
 * passed over. Null when nothing describes an article or a page.
 */
export function linkedArticle(scripts: readonly string[]): LinkedArticle | null {
  const all = scripts.flatMap((json) => objectsIn(parseLoosely(json)));
  const byId = new Map<unknown, LinkedData>();
  for (const each of all) {
    const id = each["@id"];
    if (typeof id === "string" && Object.keys(each).length > (byId.has(id) ? 3 : 1))
      byId.set(id, each);
  }
  const article =
    all.find((each) => ARTICLE.test(typesOf(each)) && each["headline"] !== undefined) ??
    all.find((each) => ARTICLE.test(typesOf(each))) ??
    all.find((each) => /\bWebPage\b/.test(typesOf(each)));
  if (!article) return null;
  const page = all.find((each) => /\bWebPage\b/.test(typesOf(each)));
  const site = all.find((each) => /\bWebSite\b/.test(typesOf(each)));
  const main = article["mainEntityOfPage"];
  return {
    headline: plainWords(article["headline"] ?? (article === page ? null : article["name"])),
    authors: nameOf(article["author"] ?? article["creator"], byId),
    publisher:
      nameOf(article["publisher"] ?? article["sourceOrganization"], byId) ?? nameOf(site, byId),
    published: article["datePublished"] ?? article["dateCreated"] ?? page?.["datePublished"],
    language: languageOf(article["inLanguage"] ?? page?.["inLanguage"]),
    addresses: [
      isRecord(main) ? (main["@id"] ?? main["url"]) : main,
      article["url"],
      article["@id"],
    ],
  };
}

const ARTICLE = /\b\w*(?:Article|BlogPosting|Report|Review|NewsItem|LiveBlogPosting)\b/;

/** All objects of a document with those that stand in their lists, to a depth that no page needs. */
function objectsIn(data: unknown): LinkedData[] {
  const found: LinkedData[] = [];
  let level: unknown[] = [data];
  for (let depth = 0; depth < 8 && level.length > 0 && found.length < 2_000; depth++) {
    const next: unknown[] = [];
    for (const each of level) {
      if (Array.isArray(each)) next.push(...each.slice(0, 500));
      else if (isRecord(each)) {
        found.push(each);
        for (const key of NESTING) if (each[key] !== undefined) next.push(each[key]);
      }
    }
    level = next;
  }
  return found;
}

/** Lists of other stories (itemListElement) are none of these. */
const NESTING = ["@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "publisher"];

function parseLoosely(json: string): unknown {
  const plain = json
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>|;)\s*$/, "")
    // Line breaks inside strings are the most common fault, commas before a bracket the next.
    .replace(/\p{Cc}+/gu, " ");
  for (const attempt of [plain, plain.replace(/,(?=\s*[}\]])/g, "")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      continue;
    }
  }
  return null;
}

export function isRecord(value: unknown): value is LinkedData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function typesOf(data: LinkedData): string {
  const types = data["@type"];
  return Array.isArray(types) ? types.join(" ") : typeof types === "string" ? types : "";
}

/** A person's or an organisation's name, or several names joined as a byline joins them. */
function nameOf(value: unknown, byId: ReadonlyMap<unknown, LinkedData>, depth = 0): string | null {
  if (depth > 4) return null;
  if (Array.isArray(value)) {
    const names = value.slice(0, 20).map((each) => nameOf(each, byId, depth + 1));
    const stated = [...new Set(names.filter((name) => name !== null))];
    return stated.length > 0 ? stated.join(", ") : null;
  }
  if (isRecord(value)) {
    const referred = value["name"] === undefined ? byId.get(value["@id"]) : undefined;
    return nameOf(value["name"] ?? referred?.["name"], byId, depth + 1);
  }
  const words = plainWords(value);
  return words && !/^(?:https?:|\/|#)/i.test(words) ? words : null;
}

function languageOf(value: unknown): unknown {
  if (Array.isArray(value)) return languageOf(value[0]);
  return isRecord(value) ? (value["alternateName"] ?? value["name"]) : value;
}

/** JSON-LD should hold plain words, but often holds character references and tags. */
function plainWords(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2_000) return null;
  if (!/[<&]/.test(value)) return value.trim() || null;
  const fragment = parseFragment(value.replace(/<[^<>]*>/g, " "));
  const words = fragment.childNodes.map((node) => ("value" in node ? node.value : "")).join("");
  return words.replace(/\s+/g, " ").trim() || null;
}
