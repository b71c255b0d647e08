import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";
import { letters } from "../measure.ts";
import { ABOUT_AUTHOR } from "../phrases/page-words.ts";
import { wholly } from "../phrases/phrase-table.ts";

/**
 * Marks the author's card behind an article: a name by itself, a job by itself, and the paragraph
 * that begins with the name and tells a life.
 */
export function findBiographies(text: string, drafts: readonly Draft[]): Draft[] {
  const firstProse = drafts.findIndex(
    (draft) => isOpen(draft) && letters(draftText(text, draft)) > 200,
  );
  const marked = new Map<number, "biography" | "byline">();
  drafts.forEach((draft, index) => {
    if (!isOpen(draft) || index <= firstProse) return;
    const words = draftText(text, draft);
    if (isCardHeading(text, drafts, index)) {
      marked.set(index, "biography");
      const life = drafts[index + 1];
      if (life && isOpen(life) && life.kind !== "heading") marked.set(index + 1, "biography");
      return;
    }
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

/** "About the author", in many languages, or "About Ilva Odo" in the last blocks of a text. */
function isCardHeading(text: string, drafts: readonly Draft[], index: number): boolean {
  const draft = drafts[index];
  if (!draft || draft.end - draft.start > 60) return false;
  const words = draftText(text, draft).replace(/[\s:：]+$/, "");
  if (ABOUT.test(words)) return true;
  if (!ABOUT_NAME.test(words)) return false;
  return drafts.slice(index + 1).filter(isOpen).length <= 3;
}

const ABOUT = wholly(ABOUT_AUTHOR);
const ABOUT_NAME =
  /^(?:[Aa]bout|ABOUT|[Üü]ber|[Ss]obre|[ÀA] propos de|Chi è|Om|Over|O) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,3}$/u;

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
