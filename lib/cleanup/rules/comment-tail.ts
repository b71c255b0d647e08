import type { Draft } from "../draft.ts";
import { draftText, mark } from "../draft.ts";
import { letters } from "../measure.ts";

/**
 * Readers' comments: behind a heading such as "34 comments" names and dates alternate with what was
 * written. All of it is comments, as long as the dates go on.
 */
export function findCommentTail(text: string, drafts: readonly Draft[]): Draft[] {
  const isTail = drafts.map(() => false);
  for (let index = 0; index < drafts.length; index++) {
    if (drafts[index]?.boilerplate !== "comments") continue;
    const end = threadEnd(text, drafts, index);
    for (; index < end; index++) isTail[index] = true;
  }
  return drafts.map((draft, index) => (isTail[index] ? mark(draft, "comments") : draft));
}

/** How many blocks may lie between two dates: few until there is a thread, more once there is one. */
const USUAL_COMMENT = 6;
const LONGEST_COMMENT = 20;
const FEWEST = 3;

/** Behind the last date of the thread and the comment under it; the heading itself for none. */
function threadEnd(text: string, drafts: readonly Draft[], heading: number): number {
  let last = heading;
  let dates = 0;
  for (let index = heading + 1; index < drafts.length; index++) {
    if (index - last > (dates < FEWEST ? USUAL_COMMENT : LONGEST_COMMENT)) break;
    const draft = drafts[index];
    if (draft?.boilerplate !== "byline" || letters(draftText(text, draft)) > 80) continue;
    // Dates right under each other are a list, not a thread.
    if (index - last > 1) dates++;
    last = index;
  }
  return dates >= FEWEST ? Math.min(drafts.length, last + 2) : heading;
}
