import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";
import { endsSentence, letters, wordCount } from "../measure.ts";
import { phraseOf } from "./phrases.ts";

/**
 * A headline that stands twice near the top: the first stays, the second is marked. What stands
 * before the first of two equal headlines belongs to the page around the article.
 */
export function markRepeatedHeadline(text: string, drafts: readonly Draft[]): Draft[] {
  const pair = headlinePair(text, drafts);
  if (!pair) return [...drafts];
  const [first, second] = pair;
  // An article stands below its headline. Two equal lines below an article are something else.
  if (prose(text, drafts.slice(0, first)) > prose(text, drafts.slice(first))) return [...drafts];
  return drafts.map((draft, index) => {
    if (index < first) return mark(draft, isShort(text, draft) ? "navigation" : "teaser");
    if (index === first) return isOpen(draft) ? { ...draft, kind: "title" } : draft;
    return index === second ? mark(draft, "repeated") : draft;
  });
}

/** How far apart the two may stand, in blocks, and how far down the text they may begin. */
const WITHIN = 4;
const FIRST_BLOCKS = 60;

/** Letters of sentences that are open. */
function prose(text: string, drafts: readonly Draft[]): number {
  return drafts.reduce((sum, draft) => {
    const words = isOpen(draft) ? draftText(text, draft) : "";
    return endsSentence(words) ? sum + letters(words) : sum;
  }, 0);
}

function headlinePair(text: string, drafts: readonly Draft[]): readonly [number, number] | null {
  for (let first = 0; first < Math.min(drafts.length, FIRST_BLOCKS); first++) {
    const draft = drafts[first];
    if (!draft || !isOpen(draft)) continue;
    const words = headlineWords(draftText(text, draft));
    if (!isHeadline(words) || phraseOf(draftText(text, draft)) !== null) continue;
    for (let second = first + 1; second <= Math.min(first + WITHIN, drafts.length - 1); second++) {
      const other = drafts[second];
      if (other && headlineWords(draftText(text, other)) === words) return [first, second];
    }
  }
  return null;
}

function headlineWords(words: string): string {
  return words
    .slice(0, 400)
    .replace(/^[\s*#>+-]+/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function isHeadline(words: string): boolean {
  return wordCount(words) >= 4 && letters(words) <= 200 && !/[.!…。！]["”’']?$/.test(words);
}

function isShort(text: string, draft: Draft): boolean {
  return letters(draftText(text, draft)) < 80;
}
