import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";

/**
 * A headline that stands twice near the top: the first stays, the second is marked. What stands
 * before the first of two equal headlines belongs to the page around the article.
 */
export function markRepeatedHeadline(text: string, drafts: readonly Draft[]): Draft[] {
  const pair = headlinePair(text, drafts);
  if (!pair) return [...drafts];
  const [first, second] = pair;
  return drafts.map((draft, index) => {
    if (index < first) return mark(draft, isShort(draft) ? "navigation" : "teaser");
    if (index === first) return isOpen(draft) ? { ...draft, kind: "title" } : draft;
    return index === second ? mark(draft, "repeated") : draft;
  });
}

/** How far apart the two may stand, in blocks, and how far down the text they may begin. */
const WITHIN = 4;
const FIRST_BLOCKS = 60;

function headlinePair(text: string, drafts: readonly Draft[]): readonly [number, number] | null {
  for (let first = 0; first < Math.min(drafts.length, FIRST_BLOCKS); first++) {
    const draft = drafts[first];
    if (!draft || !isOpen(draft)) continue;
    const words = headlineWords(draftText(text, draft));
    if (!isHeadline(words)) continue;
    for (let second = first + 1; second <= Math.min(first + WITHIN, drafts.length - 1); second++) {
      const other = drafts[second];
      if (other && headlineWords(draftText(text, other)) === words) return [first, second];
    }
  }
  return null;
}

function headlineWords(words: string): string {
  return words
    .replace(/^[\s*#>+-]+/, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function isHeadline(words: string): boolean {
  const count = words.split(" ").length;
  return count >= 4 && words.length <= 200 && !/[.!…]["”’']?$/.test(words);
}

function isShort(draft: Draft): boolean {
  return draft.end - draft.start < 80;
}
