import type { Boilerplate } from "../block.ts";
import type { Draft } from "../draft.ts";
import { bylineName } from "../bylines.ts";
import { draftText, isOpen, mark } from "../draft.ts";
import { endsSentence, wordCount } from "../measure.ts";
import { ASKING, COMMENTS, CREDITS, OFFERS } from "../phrases/asking-words.ts";
import { BUTTONS, LABELS, PUBLISHED, RIGHTS_RESERVED } from "../phrases/page-words.ts";
import { atStart, startsWith, wholly, within } from "../phrases/phrase-table.ts";
import { TEASER_HEADINGS, TEASER_LEADS } from "../phrases/teaser-words.ts";
import { datePlace } from "../stated-date.ts";

/** Marks short blocks that say only what a page says about itself. */
export function markPhrases(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    if (!isOpen(draft) || draft.end - draft.start > LONGEST) return draft;
    const found = phraseOf(draftText(text, draft));
    return found ? mark(draft, found) : draft;
  });
}

/** What a short block is by its words alone; null when they may belong to an article. */
export function phraseOf(words: string): Boilerplate | null {
  const said = words.replace(/^[\s*+•·>|#_–—-]+|[\s|»›>*_→]+$/g, "").replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(said)) return "other";
  if (isBreadcrumb(said)) return "navigation";
  return PHRASES.find(([, limit, isPhrase]) => said.length <= limit && isPhrase(said))?.[0] ?? null;
}

/** Where a page stands in its site: "Home > Coast > Interviews". */
function isBreadcrumb(said: string): boolean {
  return said.length <= 120 && /^(?:[^>›»]{1,30} [>›»] ){2,6}[^>›»]{1,60}$/u.test(said);
}

/** A headline over links to other stories. */
export function isTeaserHeading(words: string): boolean {
  if (words.length > 140) return false;
  const said = words.replace(/^[\s*+•·>|#_-]+/, "").replace(/[\s:.…»›>*_-]+$/, "");
  return said.length <= 70 && TEASER_HEADING.test(said);
}

/** A time that stands alone above an update of a live blog: "14:05 GMT", "12 minutes ago". */
export function isUpdateStamp(words: string): boolean {
  if (words.length > 80) return false;
  return /^(?:\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?|\d{1,3} (?:min(?:ute)?s?|hours?|hrs?) ago)\b.{0,30}$/i.test(
    words.trim(),
  );
}

const LONGEST = 320;

/** A line that gives a date, with a time or with words such as "Published", and nothing more. */
function isDateLine(said: string): boolean {
  const place = said.length <= 140 ? datePlace(said) : null;
  // In some languages the full stop belongs to the day: "2026. március 3."
  if (!place || (endsSentence(said) && place.end - place.start < said.length - 1)) return false;
  const before = said.slice(0, place.start).trim();
  const after = said.slice(place.end).trim();
  const isLabelled = DATE_LABEL.test(before);
  if (!isLabelled && (before.length > 16 || (before.match(/\p{L}+/gu)?.length ?? 0) > 1))
    return false;
  if (isLabelled && before.length > 40) return false;
  return (
    after.length <= (isLabelled ? 60 : 30) &&
    (after.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) <= (isLabelled ? 8 : 3)
  );
}

/** One short block that names something to sign up for and tells the reader to do it. */
function isAppeal(said: string): boolean {
  return OFFER.test(said) && ASKS.test(said) && !/["“”«»„「『]/.test(said);
}

function isByline(said: string): boolean {
  const date = datePlace(said);
  // "By Ilva Odo, 3 March 2026, 09:15": the name without its date is a byline, and little follows.
  if (date && date.start > 0) {
    const behind = said.slice(date.end);
    const after = behind.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
    const isEnded = after > 0 && endsSentence(said);
    const before = said.slice(0, date.start).replace(BEFORE_DATE, "");
    if (after > 4 || isEnded) return false;
    return BYLINE.test(before) || (wordCount(before) <= 6 && bylineName(said) !== null);
  }
  return (
    BYLINE.test(said) || (wordCount(said) <= 6 && !endsSentence(said) && bylineName(said) !== null)
  );
}

/** What parts a name from the date behind it. */
const BEFORE_DATE = /(?:[\s,;|•·–—-]|(?<=\s)(?:on|am|le|el|em|il|op|den|на))+$/u;
const DATE_LABEL = atStart(PUBLISHED, ".{0,40}$");
const OFFER = within(OFFERS);
const ASKS = within(ASKING);
const TEASER_HEADING = wholly(TEASER_HEADINGS);
const BYLINE =
  /^(?:[Bb]y|BY|Written by|Posted by|Reported by|Story by|Author|Text|Words|Von|Par|Por)[: ] ?(?:\p{Lu}[\p{L}.'’-]+|and|,|&|de|van|von|der|al|\|)(?:[ ,]+(?:\p{Lu}[\p{L}.'’-]*|and|&|de|van|von|der|al|for|in|of|the|\|))*(?:, (?:[\p{L}-]+ ){0,3}(?:correspondent|editor|reporter|writer|columnist|staff))?[,.]?$/u;
const CREDIT = startsWith(CREDITS, " ?[^ ].{1,120}$");
const AGENCY =
  /^(?:©.{2,100}|copyright (?:©|\d{4}).{0,120}|(?:getty images|reuters|associated press|ap photo|afp|epa|shutterstock|istock|alamy)(?:\/.{2,60}| via .{2,40})?|all rights reserved.{0,80})$/i;
const RIGHTS = within(RIGHTS_RESERVED);
const TEASER_LEAD = atStart(TEASER_LEADS, " ?[:：|»›>–—] ?[^ ].{0,280}$");
const LABEL = wholly(LABELS);
const BUTTON = wholly(BUTTONS);
const COMMENT = wholly(COMMENTS);
/** How many comments there are, in any language. */
const COUNT = /\s*(?:[(（[]\s?\d{1,6}\s?[)）\]]|:?\s\d{1,6})$/u;

/** Each with the longest block it may stand for, in characters. */
const PHRASES: readonly (readonly [Boilerplate, number, (said: string) => boolean])[] = [
  ["navigation", 20, (said) => LABEL.test(said)],
  ["navigation", 60, (said) => BUTTON.test(said)],
  ["comments", 240, (said) => COMMENT.test(said) || COMMENT.test(said.replace(COUNT, ""))],
  ["credit", 160, (said) => CREDIT.test(said) && !endsSentence(said)],
  ["credit", 160, (said) => AGENCY.test(said)],
  ["credit", 120, (said) => RIGHTS.test(said)],
  ["byline", 140, isDateLine],
  ["byline", 110, isByline],
  ["teaser", 320, (said) => TEASER_LEAD.test(said)],
  ["appeal", 240, isAppeal],
];
