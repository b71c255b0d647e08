import type { Draft } from "./draft.ts";
import { draftText, isOpen } from "./draft.ts";
import { guessLanguage } from "./language.ts";
import { frontMatter } from "./markdown-blocks.ts";
import type { Metadata } from "./metadata.ts";
import { statedDate, statedWords } from "./metadata.ts";

/** What a plain text or Markdown file states about itself: in its front matter and its first and last lines. */
export function textMetadata(text: string, drafts: readonly Draft[]): Metadata {
  const stated = frontMatter(text);
  const title = drafts.find((draft) => draft.kind === "title" && isOpen(draft));
  const bylines = drafts
    .filter((draft) => draft.boilerplate === "byline")
    .map((draft) => draftText(text, draft));
  return {
    title: statedWords(stated["title"]) ?? (title ? headlineOf(draftText(text, title)) : null),
    byline: statedWords(stated["author"]) ?? bylineName(bylines) ?? biographyName(text, drafts),
    publisher: statedWords(stated["publisher"] ?? stated["source"]),
    published:
      statedDate(stated["date"] ?? stated["published"]) ??
      bylines.map((words) => statedDate(dateWithin(words))).find((date) => date !== null) ??
      null,
    language:
      statedWords(stated["lang"] ?? stated["language"], 3) ?? guessLanguage(openText(text, drafts)),
  };
}

/** Longer lines may hold a headline, but more besides. */
const LONGEST_TITLE = 150;

function headlineOf(words: string): string | null {
  return statedWords(words.replace(/^#+\s*|\s*#+$/g, "").replace(/\n[=-]+$/, ""), LONGEST_TITLE);
}

function bylineName(bylines: readonly string[]): string | null {
  for (const words of bylines) {
    const name =
      /^(?:by|written by|posted by|reported by|story by|author|von|par|por)[: ]\s*(.+)$/i.exec(
        words,
      )?.[1];
    if (name) return statedWords(name.replace(/[,.]$/, ""), 120);
  }
  return null;
}

/** The author's card names the author in a line of its own. */
function biographyName(text: string, drafts: readonly Draft[]): string | null {
  const card = drafts.filter((draft) => draft.boilerplate === "biography");
  const first = card[0];
  if (!first || card.length < 2) return null;
  const name = draftText(text, first);
  return name.length <= 60 ? statedWords(name) : null;
}

function dateWithin(words: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(words)?.[0] ?? words;
}

function openText(text: string, drafts: readonly Draft[]): string {
  return drafts
    .filter(isOpen)
    .slice(0, 200)
    .map((draft) => draftText(text, draft))
    .join("\n");
}
