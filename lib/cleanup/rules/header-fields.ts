import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";

/**
 * Scrapers often write what they know above a text, a field a line: "Title: …", "URL: https://…".
 * Two such lines among the first ten are a header; one alone may be the article's own.
 */
export function findHeaderFields(text: string, drafts: readonly Draft[]): Draft[] {
  const header = headerBlocks(text, drafts);
  return drafts.map((draft, index) => (header.has(index) ? mark(draft, "byline") : draft));
}

/** The fields of the header by their names in lower case; none for a text without a header. */
export function headerFields(
  text: string,
  drafts: readonly Draft[],
): Readonly<Record<string, string>> {
  const fields: Record<string, string> = {};
  for (const [name, value] of headerBlocks(text, drafts).values()) fields[name] ??= value;
  return fields;
}

function headerBlocks(
  text: string,
  drafts: readonly Draft[],
): ReadonlyMap<number, readonly [string, string]> {
  const found = new Map<number, readonly [string, string]>();
  for (const [index, draft] of drafts.slice(0, 10).entries()) {
    if ((!isOpen(draft) && draft.boilerplate !== "byline") || draft.end - draft.start > 400)
      continue;
    const [, name, value] = FIELD.exec(draftText(text, draft)) ?? [];
    if (name && value) found.set(index, [name.toLowerCase(), value.trim()]);
  }
  const isHeader = found.size >= 2 && [...found.keys()].every((index) => index < found.size + 2);
  return isHeader ? found : new Map();
}

const FIELD =
  /^(title|authors?|byline|publisher|site|source|date|published|publishdate|url|link|canonical|lang|language|retrieved|accessed|saved)\s*[:：=]\s*(\S.*)$/i;
