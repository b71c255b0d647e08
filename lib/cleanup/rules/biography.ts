import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";

/**
 * Marks the author's card behind an article: a name by itself, a job by itself, and the paragraph
 * that begins with the name and tells a life.
 */
export function findBiographies(text: string, drafts: readonly Draft[]): Draft[] {
  const firstProse = drafts.findIndex((draft) => isOpen(draft) && draft.end - draft.start > 200);
  const marked = new Map<number, "biography" | "byline">();
  drafts.forEach((draft, index) => {
    if (!isOpen(draft) || index <= firstProse) return;
    const words = draftText(text, draft);
    const name = NAME_FIRST.exec(words)?.[0];
    if (!name || !LIFE.test(words.slice(name.length, name.length + 60))) return;
    const card = cardAbove(text, drafts, index, name);
    const isAtEnd = drafts.slice(index + 1).filter(isOpen).length <= 2;
    const tells = words.match(LIFE_DETAILS)?.length ?? 0;
    if (card.length === 0 && !(isAtEnd && tells >= 2)) return;
    marked.set(index, "biography");
    for (const each of card) marked.set(each, "biography");
  });
  return drafts.map((draft, index) => {
    const found = marked.get(index);
    return found ? mark(draft, found) : draft;
  });
}

/** The name and the job on lines of their own, right above the life. */
function cardAbove(text: string, drafts: readonly Draft[], life: number, name: string): number[] {
  for (let above = life - 1; above >= Math.max(0, life - 3); above--) {
    const draft = drafts[above];
    if (!draft || draft.end - draft.start > 80) return [];
    if (draftText(text, draft).trim().toLowerCase() === name.toLowerCase()) {
      return Array.from({ length: life - above }, (_, step) => above + step);
    }
  }
  return [];
}

const NAME_FIRST = /^\p{Lu}[\p{L}.’'-]+(?: (?:\p{Lu}[\p{L}.’'-]*|de|van|von|der|al|bin)){1,3}/u;
const LIFE =
  /^,?\s+(?:is|was|has been|has|writes|wrote|covers|covered|reports|works|worked|joined|holds|studied|serves|lives)\b/;
const LIFE_DETAILS =
  /\b(?:reporter|editor|journalist|correspondent|columnist|author|writer|covers|covering|writes about|based in|degree|studied|graduated|university|previously|works on|freelance|contributor|his work|her work|their work|can be reached|follow (?:him|her|them)|twitter|@\w+)\b/gi;
