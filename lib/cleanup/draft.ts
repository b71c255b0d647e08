import type { BlockKind, Boilerplate } from "./block.ts";

/**
 * A block while the rules still work on it: offsets in UTF-16 units, so that rules can slice the
 * text at once. Rules return changed copies and never touch the text.
 */
export type Draft = {
  readonly kind: BlockKind;
  readonly boilerplate: Boilerplate | null;
  readonly start: number;
  readonly end: number;
};

/** A rule looks at all blocks of a text and returns them, divided or marked. */
export type Rule = (text: string, drafts: readonly Draft[]) => Draft[];

export function draftText(text: string, draft: Draft): string {
  return text.slice(draft.start, draft.end);
}

/** Marks a block unless an earlier rule has marked it: the first rule that knows a block keeps it. */
export function mark(draft: Draft, boilerplate: Boilerplate, kind: BlockKind = draft.kind): Draft {
  return draft.boilerplate ? draft : { ...draft, boilerplate, kind };
}

/** Belongs to the article as far as is known by now. */
export function isOpen(draft: Draft): boolean {
  return draft.boilerplate === null;
}

/** Cuts a block at offsets (UTF-16, in order) and drops white space at the edges of the pieces. */
export function cutDraft(text: string, draft: Draft, cuts: readonly number[]): Draft[] {
  const pieces: Draft[] = [];
  let start = draft.start;
  for (const cut of [...cuts, draft.end]) {
    if (cut <= start) continue;
    const piece = trimDraft(text, { ...draft, start, end: Math.min(cut, draft.end) });
    if (piece) pieces.push(piece);
    start = cut;
  }
  return pieces;
}

/** The block without white space at its ends; null when nothing is left. */
export function trimDraft(text: string, draft: Draft): Draft | null {
  let { start, end } = draft;
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (end > start && BLANK.test(text.charAt(end - 1))) end--;
  return start < end ? { ...draft, start, end } : null;
}

const BLANK = /[\s\u0085]/;
