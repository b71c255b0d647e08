import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";
import { letters, SHORTEST_SENTENCE, STOPS, wordCount } from "../measure.ts";
import { isTeaserHeading, isUpdateStamp } from "./phrases.ts";

/**
 * Marks the blocks that lead to other stories: those under a heading such as "You may also like",
 * and cut-off sentences at the end of a text, with the headlines above them.
 */
export function findTeasers(text: string, drafts: readonly Draft[]): Draft[] {
  return markCutOffTail(text, markUnderHeadings(text, drafts));
}

function markUnderHeadings(text: string, drafts: readonly Draft[]): Draft[] {
  let isUnder = false;
  const isSaid = (draft?: Draft) =>
    draft !== undefined && isOpen(draft) && isSentence(draft, draftText(text, draft));
  const isBare = (draft?: Draft) => draft !== undefined && isOpen(draft) && !isSaid(draft);
  // Prose is a long paragraph, or sentences one behind another: in a list, headlines stand between.
  let lastProse = drafts.findLastIndex(
    (draft, index) =>
      (isOpen(draft) && isProse(draftText(text, draft))) ||
      (isSaid(draft) && isSaid(drafts[index - 1])) ||
      // One sentence behind several headlines, none of which had one: not the last one's summary.
      (isSaid(draft) &&
        isBare(drafts[index - 1]) &&
        isBare(drafts[index - 2]) &&
        isListTop(text, drafts, index) &&
        !isBare(drafts[index + 1])),
  );
  if (lastProse < 0) lastProse = drafts.length;
  return drafts.map((draft, index) => {
    const words = draftText(text, draft);
    if (isTeaserHeading(words)) {
      isUnder = true;
      return mark(draft, "teaser");
    }
    if (!isUnder) return draft;
    // A sentence of the article ends the list; behind the last paragraph everything belongs to it.
    const isBack = isSentence(draft, words) || draft.kind === "heading";
    if (index <= lastProse && isBack) {
      isUnder = false;
      return draft;
    }
    return mark(draft, "teaser");
  });
}

/** Nothing but headlines stands between the block and the heading of its list. */
function isListTop(text: string, drafts: readonly Draft[], index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - LONGEST_LIST); at--) {
    const draft = drafts[at];
    if (!draft) return false;
    const words = draftText(text, draft);
    if (isTeaserHeading(words)) return true;
    if (!isOpen(draft) || letters(words) > 90 || isSentence(draft, words)) return false;
  }
  return false;
}

const LONGEST_LIST = 9;

function isSentence(draft: Draft, words: string): boolean {
  return (
    draft.kind !== "list-item" &&
    letters(words) >= SHORTEST_SENTENCE &&
    wordCount(words) >= 4 &&
    SENTENCE_END.test(words)
  );
}

/** A source in brackets may follow the full stop. */
const SENTENCE_END = new RegExp(
  `[${STOPS}:：]["”’'»«」』)）\\]]*(?:\\s*[([（][^()[\\]（）]{1,80}[)\\]）])?$`,
  "u",
);

/** A whole sentence of some length; teasers are headlines and deks, often cut off. */
function isProse(words: string): boolean {
  return letters(words) > 140 && SENTENCE_END.test(words) && !isCutOff(words);
}

/**
 * A paragraph that breaks off with an ellipsis is a teaser when it stands behind the article:
 * several in a row at the end, or one with a headline of its own above it.
 */
function markCutOffTail(text: string, drafts: readonly Draft[]): Draft[] {
  const open = drafts.flatMap((draft, index) => (isOpen(draft) ? [index] : []));
  const words = (at: number | undefined) => {
    const draft = at === undefined ? undefined : drafts[at];
    return draft ? draftText(text, draft) : "";
  };
  const teasers = new Set<number>();
  let run: number[] = [];
  for (let at = open.length - 1; at > 0; at--) {
    const index = open[at];
    const above = open[at - 1];
    if (index === undefined || above === undefined) break;
    if (isCutOff(words(index))) {
      run.push(index);
      // What stands under a time is an update, however it ends.
      const isUpdate = isUpdateStamp(words(open[at - 2]));
      if (isHeadlineLike(words(above)) && at > 1 && !isUpdate) {
        run.push(above);
        at--;
      }
    } else if (run.length > 0 || isProse(words(index))) break;
  }
  const cutOff = run.filter((index) => isCutOff(words(index)));
  if (cutOff.length === 1 && run.length < 2) run = [];
  for (const index of run) teasers.add(index);
  return drafts.map((draft, index) => (teasers.has(index) ? mark(draft, "teaser") : draft));
}

/** Breaks off in the middle of a sentence: "as Russia…", "by a Russ…", not "He paused …." */
function isCutOff(words: string): boolean {
  return letters(words) > 40 && /[\p{L}\p{N},;:’'\s-](?:…|\.\.\.)$/u.test(words);
}

function isHeadlineLike(words: string): boolean {
  return letters(words) >= 15 && letters(words) <= 160 && !/[.!…:。！]["”’']?$/.test(words);
}
