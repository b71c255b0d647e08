import type { TableField } from "../model.ts";

/** Names by which tables call what we take, each without case, spaces and signs. */
const NAMES: Readonly<Record<TableField, readonly string[]>> = {
  text: [
    "text",
    "body",
    "bodytext",
    "content",
    "fulltext",
    "articletext",
    "articlebody",
    "maintext",
    "article",
    "story",
    "plaintext",
    "inhalt",
    "texte",
    "texto",
    "contenido",
  ],
  html: ["html", "rawhtml", "bodyhtml", "contenthtml", "pagehtml", "htmlcontent"],
  url: [
    "url",
    "link",
    "address",
    "weburl",
    "articleurl",
    "sourceurl",
    "pageurl",
    "permalink",
    "canonicalurl",
    "canonical",
    "href",
    "uri",
    "adresse",
  ],
  title: ["title", "headline", "heading", "articletitle", "name", "titel", "titre", "titulo"],
  publisher: [
    "publisher",
    "outlet",
    "source",
    "sourcename",
    "site",
    "sitename",
    "newspaper",
    "publication",
    "medium",
    "media",
    "domain",
  ],
  byline: ["byline", "author", "authors", "authorname", "creator", "writer", "autor", "auteur"],
  published: [
    "published",
    "publishedat",
    "publisheddate",
    "publishdate",
    "publicationdate",
    "datepublished",
    "date",
    "day",
    "pubdate",
    "pubday",
    "pubtime",
    "publishedon",
    "publishedtime",
    "publishtime",
    "publicationday",
    "dateofpublication",
    "dateposted",
    "posteddate",
    "postedat",
    "postedon",
    "releasedate",
    "articledate",
    "datetime",
    "time",
    "timestamp",
    "datum",
    "fecha",
  ],
  language: ["language", "lang", "locale", "languagecode", "sprache", "langue", "idioma"],
};

/** Days in the life of a row that say nothing of when the text was published. */
const OTHER_DAYS = /update|modif|change|crawl|scrape|fetch|retriev|access|collect|import|birth/;

/**
 * Which column probably holds what: by its name first, then, for the address and the text, by what
 * stands in it. A column whose name only speaks of a day counts as the day of publication when its cells
 * are dates. A guess for a person to look at; each column is used once.
 */
export function suggestMapping(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
): Partial<Record<TableField, string>> {
  const mapping: Partial<Record<TableField, string>> = {};
  const isFree = (column: string) => !Object.values(mapping).includes(column);
  for (const [field, names] of entriesOf(NAMES)) {
    const ranked = columns.filter((column) => isFree(column) && names.includes(plain(column)));
    const best = ranked.toSorted((a, b) => names.indexOf(plain(a)) - names.indexOf(plain(b)))[0];
    if (best !== undefined) mapping[field] = best;
  }
  const free = () => columns.filter(isFree);
  mapping.url ??= free().find((column) => share(rows, column, /^https?:\/\/\S+$/i) > 0.5);
  mapping.published ??= free().find(
    (column) =>
      /date|day|publish|posted/.test(plain(column)) &&
      !OTHER_DAYS.test(plain(column)) &&
      share(rows, column, /^\d{4}-\d\d-\d\d(?!\d)/) > 0.5,
  );
  if (mapping.text !== undefined && mapping.html === undefined && isHtml(rows, mapping.text)) {
    mapping.html = mapping.text;
    delete mapping.text;
  }
  if (mapping.text === undefined && mapping.html === undefined) {
    const longest = free().toSorted((a, b) => lengthOf(rows, b) - lengthOf(rows, a))[0];
    if (longest !== undefined && lengthOf(rows, longest) > 200) {
      mapping[isHtml(rows, longest) ? "html" : "text"] = longest;
    }
  }
  return Object.fromEntries(Object.entries(mapping).filter(([, column]) => column !== undefined));
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

function isHtml(rows: readonly Readonly<Record<string, string>>[], column: string): boolean {
  return share(rows, column, /<(?:p|div|html|article|body|h1)\b[^>]*>/i) > 0.5;
}

function share(
  rows: readonly Readonly<Record<string, string>>[],
  column: string,
  pattern: RegExp,
): number {
  const filled = rows.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
  return filled.length === 0
    ? 0
    : filled.filter((cell) => pattern.test(cell)).length / filled.length;
}

function lengthOf(rows: readonly Readonly<Record<string, string>>[], column: string): number {
  return rows.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / Math.max(1, rows.length);
}
