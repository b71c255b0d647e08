import { sentencesIn } from "#lib/text/sentences.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import type { Draft } from "../draft.ts";
import { cutDraft, isOpen } from "../draft.ts";

/**
 * Divides an endless paragraph into groups of sentences that can be read, tagged and painted.
 * Nothing is cut inside a sentence, nor before a word that leans on the sentence before it.
 */
export function divideLongParagraphs(text: string, drafts: readonly Draft[]): Draft[] {
  const isOneLine = drafts.filter(isOpen).length <= 3;
  const limit = isOneLine ? 1_000 : 2_500;
  return drafts.flatMap((draft) => {
    if (!isOpen(draft) || draft.end - draft.start <= limit) return [draft];
    return cutDraft(text, draft, groupStarts(text, draft));
  });
}

/** Groups end at the first sentence end beyond this many characters. */
const GROUP = 400;

function groupStarts(text: string, draft: Draft): number[] {
  const starts: number[] = [];
  let open = draft.start;
  for (const sentence of sentencesIn(text, {
    start: draft.start as Utf16,
    end: draft.end as Utf16,
  })) {
    const isLeaning = LEANS.test(text.slice(sentence.start, sentence.start + 20));
    const length = sentence.start - open;
    if ((length >= GROUP && !isLeaning) || length >= GROUP * 3) {
      starts.push(sentence.start);
      open = sentence.start;
    }
  }
  return starts;
}

const LEANS =
  /^(?:He|She|It|They|This|That|These|Those|But|And|So|Then|However|Since then|Therefore)\b/;
