import type { Draft } from "../draft.ts";
import { draftText } from "../draft.ts";
import { endsClause, endsSentence, letters, SHORTEST_SENTENCE, wordCount } from "../measure.ts";
import { isTeaserHeading } from "./phrases.ts";

/** The article's stretch, in blocks. */
export type Stretch = { readonly start: number; readonly end: number };

/**
 * A box of links in the middle of a short article outweighs the few sentences before or behind it.
 * They are the article's all the same: in a list of stories, headlines stand between the sentences.
 */
export function stretchOverBoxes(
  text: string,
  drafts: readonly Draft[],
  isAboutPage: (index: number) => boolean,
  { start, end }: Stretch,
): Stretch {
  const lines = drafts.map((draft, index) => {
    const line = lineOf(text, draft);
    return line === "said" && isAboutPage(index) ? "other" : line;
  });
  let before = start;
  for (let next = startBeforeBox(lines, before); next < before; next = startBeforeBox(lines, next))
    before = next;
  let behind = end;
  for (let next = endBehindBox(lines, behind); next > behind; next = endBehindBox(lines, next))
    behind = next;
  return { start: before, end: behind };
}

/** A box has so many links at most. */
const LONGEST_BOX = 8;

type Line = "heading" | "bare" | "said" | "marked" | "other";

function lineOf(text: string, draft: Draft): Line {
  const words = draftText(text, draft);
  if (isTeaserHeading(words)) return "heading";
  if (draft.boilerplate) return draft.boilerplate === "comments" ? "other" : "marked";
  if (draft.kind === "caption") return "marked";
  if (!endsClause(words)) return letters(words) <= 120 ? "bare" : "other";
  const isBullet = draft.kind === "list-item" || /^[*+•·o-]\s/.test(words);
  const isSaid = endsSentence(words) && letters(words) >= SHORTEST_SENTENCE;
  return isSaid && wordCount(words) >= 4 && !isBullet ? "said" : "other";
}

/** Where the sentences behind the box end that begins here; `end` itself where there is none. */
function endBehindBox(lines: readonly Line[], end: number): number {
  let at = end;
  while (lines[at] === "marked" && at - end < MOST_MARKED) at++;
  if (lines[at] !== "heading") return end;
  const first = ++at;
  let links = 0;
  for (; lines[at] === "bare" || lines[at] === "marked"; at++) if (lines[at] === "bare") links++;
  if (links < 1 || at - first > LONGEST_BOX) return end;
  let behind = at;
  while (lines[behind] === "said") behind++;
  const sentences = behind - at;
  // One sentence may be the summary of the last story, unless no other story has one.
  const isClosed = lines[behind] === undefined || lines[behind] === "marked";
  return sentences >= 2 || (sentences === 1 && links >= 2 && isClosed) ? behind : end;
}

/** Where the sentences before the box begin that ends here; `start` itself where there is none. */
function startBeforeBox(lines: readonly Line[], start: number): number {
  let at = start;
  while (lines[at - 1] === "bare" || lines[at - 1] === "marked") at--;
  if (start - at < 1 || start - at > LONGEST_BOX || lines[at - 1] !== "heading") return start;
  at--;
  while (lines[at - 1] === "marked" && start - at < LONGEST_BOX + MOST_MARKED) at--;
  const last = at;
  while (lines[at - 1] === "said") at--;
  return last - at >= 1 ? at : start;
}

/** Buttons and credits between a sentence and a box. */
const MOST_MARKED = 3;
