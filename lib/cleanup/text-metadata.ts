import { bylineName } from "./bylines.ts";
import type { Draft } from "./draft.ts";
import { draftText, isOpen } from "./draft.ts";
import { guessLanguage } from "./language.ts";
import { frontMatter } from "./markdown-blocks.ts";
import type { Metadata, Stated } from "./metadata.ts";
import { firstStated, statedAddress, statedLanguage, statedWords } from "./metadata.ts";
import { headerFields } from "./rules/header-fields.ts";
import { dateWithin, statedDate } from "./stated-date.ts";

/** What a plain text or Markdown file states about itself: in its front matter and its own words. */
export function fileMetadata(text: string, drafts: readonly Draft[]): Metadata {
  const matter = frontMatter(text);
  const header = headerFields(text, drafts);
  const field = (...names: string[]): unknown =>
    names.map((name) => matter[name] ?? header[name]).find((value) => value !== undefined);
  const isStated = Object.keys(matter).length > 0;
  const own = (value: string | null): Stated[] => [{ value, source: isStated ? "file" : "text" }];
  return firstStated({
    title: own(statedWords(field("title"))),
    byline: own(statedWords(field("author", "authors", "byline"))),
    publisher: own(statedWords(field("publisher", "site", "source"))),
    published: own(statedDate(field("date", "published", "publishdate"))),
    language: own(statedLanguage(field("lang", "language"))),
    url: own(statedAddress(field("url", "link", "canonical", "source"))),
    retrieved: own(statedDate(field("retrieved", "accessed", "saved"))),
  });
}

/** What the words of an article state about it, for whatever its file or its page leaves open. */
export function wordsMetadata(text: string, drafts: readonly Draft[]): Metadata {
  const title = drafts.find((draft) => draft.kind === "title" && isOpen(draft));
  const bylines = drafts
    .filter((draft) => draft.boilerplate === "byline" && draft.end - draft.start <= 400)
    .map((draft) => draftText(text, draft));
  const found = (value: string | null): Stated[] => [{ value, source: "text" }];
  return firstStated({
    title: found(title ? headlineOf(draftText(text, title)) : null),
    byline: found(first(bylines, nameIn) ?? biographyName(text, drafts)),
    published: found(first(bylines, dateWithin)),
    language: found(guessLanguage(openText(text, drafts))),
  });
}

function first(lines: readonly string[], read: (line: string) => string | null): string | null {
  for (const line of lines) {
    const found = read(line);
    if (found !== null) return found;
  }
  return null;
}

function nameIn(words: string): string | null {
  return first(words.split(/\n|\s[|•·]\s/).slice(0, 6), bylineName);
}

/** Longer lines may hold a headline, but more besides. */
const LONGEST_TITLE = 150;

function headlineOf(words: string): string | null {
  return statedWords(words.replace(/^#+\s*|\s*#+$/g, "").replace(/\n[=-]+$/, ""), LONGEST_TITLE);
}

/** The author's card names the author in a line of its own. */
function biographyName(text: string, drafts: readonly Draft[]): string | null {
  const card = drafts.filter((draft) => draft.boilerplate === "biography");
  const first = card[0];
  if (!first || card.length < 2) return null;
  const name = draftText(text, first);
  return name.length <= 60 ? statedWords(name) : null;
}

function openText(text: string, drafts: readonly Draft[]): string {
  return drafts
    .filter(isOpen)
    .slice(0, 200)
    .map((draft) => draftText(text, draft).slice(0, 20_000))
    .join("\n");
}
