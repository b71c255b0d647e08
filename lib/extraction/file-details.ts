import type { Cleaned } from "#lib/cleanup/clean.ts";
import type { DetailName, Metadata, Stated } from "#lib/cleanup/metadata.ts";
import { firstStated, statedWords } from "#lib/cleanup/metadata.ts";

/** What a file states of itself beside its text; null where it states nothing. */
export type FileDetails = {
  readonly title?: string | null;
  readonly byline?: string | null;
  readonly published?: string | null;
  readonly language?: string | null;
  readonly url?: string | null;
  readonly retrieved?: string | null;
};

/**
 * The details of a text with those of its file. A file's title and language are somebody's word and go
 * first; its author and its date are often only those of the program that saved it, and stand in for
 * what the text does not say.
 */
export function withFileDetails(cleaned: Cleaned, file: FileDetails): Metadata {
  const ofFile = (name: keyof FileDetails): Stated => ({
    value: file[name] ?? null,
    source: "file",
  });
  const ofText = (name: DetailName): Stated => ({
    value: cleaned[name],
    source: cleaned.from[name] ?? "text",
  });
  return firstStated({
    title: [ofFile("title"), ofText("title")],
    byline: [ofText("byline"), ofFile("byline")],
    publisher: [ofText("publisher")],
    published: [ofText("published"), ofFile("published")],
    language: [ofFile("language"), ofText("language")],
    url: [ofText("url"), ofFile("url")],
    retrieved: [ofText("retrieved"), ofFile("retrieved")],
  });
}

/** A title that a person gave; null for what programs write there by themselves. */
export function personsTitle(value: unknown): string | null {
  const title = statedWords(value);
  if (!title || title.length < 3 || !/\p{L}{2}/u.test(title)) return null;
  return PROGRAMS_TITLE.test(title) ? null : title;
}

const PROGRAMS_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b|untitled|unbenannt|sans titre|sin título|document ?\d*$|dokument ?\d*$|slide 1$|powerpoint|about:blank|https?:\/\/|title$|print(?:ing)?$)|\.(?:docx?|odt|rtf|pdf|indd|qxp|pages|html?|tmp|txt|ai|ppt|xls)$/i;

/** A name that a person has; null for what programs and their makers call themselves. */
export function personsName(value: unknown): string | null {
  const name = statedWords(value, 200);
  if (!name || !/\p{L}{2}/u.test(name)) return null;
  return PROGRAMS_NAME.test(name) ? null : name;
}

const PROGRAMS_NAME =
  /^(?:admin(?:istrator)?|user|owner|author|anonymous|unknown|un-named|default|python-docx|apache poi|microsoft(?: office)?(?: user)?|libreoffice|openoffice(?:\.org)?|root|guest|hp|dell|lenovo|pc|\d+)$/i;
