import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";
import { endsClause, letters, wordCount } from "../measure.ts";
import { HOUSEKEEPING } from "../phrases/page-words.ts";
import { within } from "../phrases/phrase-table.ts";
import { stretchOverBoxes } from "./boxes-in-body.ts";
import { isTeaserHeading, isUpdateStamp } from "./phrases.ts";

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
  if (scraps < 8 || scraps < drafts.length * 0.3) return [...drafts];
  announceLists(text, drafts, values);
  trustLongData(values);
  const found = bestStretch(values);
  if (!found) return [...drafts];
  let data = 0;
  while (values[found.end + data] === DATA) data++;
  if (data >= 3) found.end += data;
  const isAboutPage = (index: number) => values[index] === SCRAP;
  const best = stretchOverBoxes(text, drafts, isAboutPage, found);
  const title = headlineOf(text, drafts, best);
  let isThread = false;
  return drafts.map((each, index) => {
    if (index === title) return { ...each, kind: "title" };
    // There is one headline: what was taken for it before is part of a menu.
    const isMistaken = title !== null && isOpen(each) && each.kind === "title";
    const draft: Draft = isMistaken ? { ...each, kind: "paragraph" } : each;
    if (draft.kind === "caption" && index > (title ?? best.start) && index < best.end) return draft;
    if (index < best.start) return mark(draft, "navigation");
    if (index >= best.end) {
      if (draft.boilerplate) isThread = draft.boilerplate === "comments";
      else if (isTeaserHeading(draftText(text, draft))) isThread = false;
      if (isThread) return mark(draft, "comments");
      return mark(draft, values[index] === SCRAP ? "navigation" : "teaser");
    }
    return isBullet(text, draft) && (values[index] ?? 0) < 0 && !isListOfBody(values, index)
      ? mark(draft, "navigation")
      : draft;
  });
}

/** How far above the article its headline may stand: byline, date and buttons come between. */
const ABOVE = 12;

/** The line that heads the article: its first, or the nearest above it that reads like a headline. */
function headlineOf(
  text: string,
  drafts: readonly Draft[],
  best: { readonly start: number },
): number | null {
  const isHeadline = (index: number, fewest: number) => {
    const draft = drafts[index];
    if (!draft || !isOpen(draft) || draft.kind === "caption" || isBullet(text, draft)) return false;
    const words = draftText(text, draft);
    const count = wordCount(words);
    if (draft.kind === "title" && (count >= 3 || index >= best.start - 3)) return true;
    return (
      count >= fewest && letters(words) <= 160 && !endsClause(words) && !isTeaserHeading(words)
    );
  };
  const top = Math.max(0, best.start - ABOVE);
  let nearest: number | null = null;
  for (let index = best.start; index >= top; index--) {
    // Right above the author stands the headline; what comes between author and text may be a
    // caption without any credit.
    if (drafts[index]?.boilerplate === "byline" && index > 0 && isHeadline(index - 1, 3))
      return index - 1;
    if (nearest === null && isHeadline(index, 4)) nearest = index;
  }
  return nearest;
}

const ABOUT_PAGE = within(HOUSEKEEPING);

const SCRAP = -9;
const HEADING = -5;
const DATA = -1;
const TEASERS = -25;

/** The comments are another text, with long sentences of its own; everything else marked is a scrap. */
const COMMENTS = -60;

function markedValue(draft: Draft): number {
  return draft.boilerplate === "comments" ? COMMENTS : SCRAP;
}

/** What a line speaks for the article: its words when it is a sentence, less than nothing otherwise. */
function lineValue(text: string, draft: Draft): number {
  const words = draftText(text, draft);
  const count = wordCount(words);
  const isEnded = endsClause(words);
  if (isUpdateStamp(words)) return 0;
  if (ABOUT_PAGE.test(words)) return SCRAP;
  if (isTeaserHeading(words)) return TEASERS;
  if (isBullet(text, draft)) return count >= 15 && isEnded ? Math.min(count, 30) : SCRAP;
  if (count >= 18 || (count >= 8 && isEnded)) return Math.min(count, 50);
  if (isEnded && count >= 4) return 2;
  // Places, times and numbers in a row belong to a list or a table of the article more often.
  if (count >= 6 && /\p{N}/u.test(words) && /[,،、–—;|\t]/.test(words)) return DATA;
  return count >= 2 && count <= 12 ? HEADING : SCRAP;
}

function isBullet(text: string, draft: Draft): boolean {
  return draft.kind === "list-item" || /^[*+•·o-]\s/.test(text.slice(draft.start, draft.start + 2));
}

/** Many lines of data in a row are a table or a list that somebody made: an article's own. */
function trustLongData(values: number[]): void {
  for (let start = 0; start < values.length; start++) {
    let end = start;
    while (values[end] === DATA) end++;
    if (end - start >= 6) values.fill(DATA_OF_BODY, start, end);
    start = Math.max(start, end);
  }
}

/** A line of data has six words at least. */
const DATA_OF_BODY = 6;

/** The items behind a line that ends with a colon are what it announces, short as they may be. */
function announceLists(text: string, drafts: readonly Draft[], values: number[]): void {
  let isAnnounced = false;
  drafts.forEach((draft, index) => {
    if (!isOpen(draft)) isAnnounced = false;
    else if (isBullet(text, draft)) {
      if (isAnnounced) values[index] = Math.max(1, values[index] ?? 0);
    } else
      isAnnounced =
        /[:：]$/.test(text.slice(draft.end - 1, draft.end)) &&
        wordCount(draftText(text, draft)) >= 3;
  });
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
