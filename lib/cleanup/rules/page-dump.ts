import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";
import { isTeaserHeading } from "./phrases.ts";

/**
 * A careless scraper gives all words of a page, menus and all. Where a text looks like that, the
 * article is the stretch with the best balance of sentences against scraps; what lies outside is
 * marked. A text without a crowd of scraps is left alone.
 */
export function foldPageAround(text: string, drafts: readonly Draft[]): Draft[] {
  const values = drafts.map((draft) =>
    isOpen(draft) ? lineValue(text, draft) : markedValue(draft),
  );
  const scraps = values.filter((value) => value < 0).length;
  if (scraps < 20 || scraps < drafts.length * 0.3) return [...drafts];
  const best = bestStretch(values);
  if (!best) return [...drafts];
  return drafts.map((draft, index) => {
    if (index < best.start) return mark(draft, "navigation");
    if (index >= best.end) return mark(draft, values[index] === SCRAP ? "navigation" : "teaser");
    return isBullet(text, draft) && (values[index] ?? 0) < 0 && !isListOfBody(values, index)
      ? mark(draft, "navigation")
      : draft;
  });
}

const SCRAP = -9;
const HEADING = -5;
const TEASERS = -25;

/** The comments are another text, with long sentences of its own; everything else marked is a scrap. */
const COMMENTS = -60;

function markedValue(draft: Draft): number {
  return draft.boilerplate === "comments" ? COMMENTS : SCRAP;
}

/** Sentences about the page itself: its cookies, its conditions, its forms. */
const HOUSEKEEPING =
  /\b(?:cookies?|privacy policy|data protection|terms (?:of (?:use|service)|and conditions)|personal data|your (?:browser|consent|account|e-?mail address)|all rights reserved|javascript|gdpr)\b/i;

/** What a line speaks for the article: its words when it is a sentence, less than nothing otherwise. */
function lineValue(text: string, draft: Draft): number {
  const words = draftText(text, draft);
  const count = wordCount(words);
  const isEnded = /[.!?。！？:…]["”’'»)\]]*$/.test(words);
  if (HOUSEKEEPING.test(words)) return SCRAP;
  if (isTeaserHeading(words)) return TEASERS;
  if (isBullet(text, draft)) return count >= 15 && isEnded ? Math.min(count, 30) : SCRAP;
  if (count >= 18 || (count >= 8 && isEnded)) return Math.min(count, 50);
  if (isEnded && count >= 4) return 2;
  return count >= 2 && count <= 12 ? HEADING : SCRAP;
}

/** Words, or about as much text in scripts that do not part them. */
function wordCount(words: string): number {
  const unparted =
    words.match(/[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f]/g)?.length ?? 0;
  const parted = words.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return parted + Math.floor(unparted / 2);
}

function isBullet(text: string, draft: Draft): boolean {
  return draft.kind === "list-item" || /^[*+•·o-]\s/.test(text.slice(draft.start, draft.start + 2));
}

/** Neighbours that are sentences keep a short list item in the article. */
function isListOfBody(values: readonly number[], index: number): boolean {
  return (values[index - 1] ?? 0) > 0 && (values[index + 1] ?? 0) > 0;
}

/** The stretch with the greatest sum. */
function bestStretch(values: readonly number[]): { start: number; end: number } | null {
  let best: { start: number; end: number } | null = null;
  let greatest = 0;
  let sum = 0;
  let start = 0;
  values.forEach((value, index) => {
    if (sum <= 0) {
      sum = 0;
      start = index;
    }
    sum += value;
    if (sum > greatest) {
      greatest = sum;
      best = { start, end: index + 1 };
    }
  });
  return best;
}
