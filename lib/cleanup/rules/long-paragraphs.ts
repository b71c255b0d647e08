import { sentencesIn } from "#lib/text/sentences.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import type { Draft } from "../draft.ts";
import { cutDraft, draftText, isOpen } from "../draft.ts";
import { letters } from "../measure.ts";

/**
 * Divides an endless paragraph into groups of sentences that can be read, tagged and painted.
 * Nothing is cut inside a sentence, nor before a word that leans on the sentence before it; a run of
 * words without any end of a sentence is cut behind a comma or between words.
 */
export function divideLongParagraphs(text: string, drafts: readonly Draft[]): Draft[] {
  const isOneLine = drafts.filter(isOpen).length <= 3;
  const limit = isOneLine ? 1_000 : 2_500;
  return drafts.flatMap((draft) => {
    // A wide character counts for two and a half letters at most: no need to count short ones.
    if (!isOpen(draft) || (draft.end - draft.start) * 2.5 <= limit) return [draft];
    const words = draftText(text, draft);
    const size = letters(words);
    if (size <= limit) return [draft];
    return cutDraft(text, draft, groupStarts(text, draft, (GROUP * words.length) / size));
  });
}

/** Groups end at the first sentence end beyond this many letters. */
const GROUP = 400;
/** A sentence of this many groups is no sentence. */
const ENDLESS = 5;

function groupStarts(text: string, draft: Draft, group: number): number[] {
  const starts: number[] = [];
  let open = draft.start;
  for (const start of placesToCut(text, draft, group)) {
    const isLeaning = LEANS.test(text.slice(start, start + 20));
    const length = start - open;
    if ((length >= group && !isLeaning) || length >= group * 3) {
      starts.push(start);
      open = start;
    }
  }
  return starts;
}

/** Where lines begin; in long lines also where sentences do, and in endless ones where words do. */
function* placesToCut(text: string, draft: Draft, group: number): Generator<number> {
  for (let start = draft.start; start < draft.end;) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 || newline > draft.end ? draft.end : newline;
    if (start > draft.start) yield start;
    if (end - start > group) {
      for (const sentence of sentencesIn(text, { start: start as Utf16, end: end as Utf16 })) {
        if (sentence.start > start) yield sentence.start;
        if (sentence.end - sentence.start > group * ENDLESS)
          yield* wordStarts(text, sentence.start, sentence.end, group);
      }
    }
    start = end + 1;
  }
}

/** Behind the last comma of each stretch of about two groups, else behind its last space. */
function* wordStarts(text: string, start: number, end: number, group: number): Generator<number> {
  const stretch = Math.max(40, Math.ceil(group * 2));
  for (let from = start; from + stretch * 1.5 < end;) {
    const piece = text.slice(from + Math.floor(stretch / 2), from + stretch);
    const comma = Math.max(...COMMAS.map((sign) => piece.lastIndexOf(sign)));
    const place = comma >= 0 ? comma : piece.lastIndexOf(" ");
    if (place >= 0) yield from + Math.floor(stretch / 2) + place + 1;
    from += place >= 0 ? Math.floor(stretch / 2) + place + 1 : stretch;
  }
}

const COMMAS = [", ", "; ", "，", "、", "；", "، "];

const LEANS =
  /^(?:He|She|It|They|This|That|These|Those|But|And|So|Then|However|Since then|Therefore)\b/;
