import type { Draft } from "../draft.ts";
import { draftText, isOpen } from "../draft.ts";
import { endsClause, letters, wordCount } from "../measure.ts";

/**
 * Takes a text's first open block for its headline when it reads like one: short, without a full
 * stop, and paragraphs come after it. In Markdown the first heading of the highest rank.
 */
export function findTitle(text: string, drafts: readonly Draft[]): Draft[] {
  if (drafts.some((draft) => draft.kind === "title" && isOpen(draft))) return [...drafts];
  const first = drafts.findIndex(isOpen);
  const draft = drafts[first];
  if (!draft || !isHeadline(text, draft, drafts.slice(first + 1))) return [...drafts];
  const title = isBelowLabel(text, drafts, first) ? first + 1 : first;
  return drafts.map((each, index) => {
    if (index === title) return { ...each, kind: "title" };
    return index === first ? { ...each, kind: "heading" } : each;
  });
}

/** A word or two over a real headline name the section: "Coast", then "Minister denies …". */
function isBelowLabel(text: string, drafts: readonly Draft[], label: number): boolean {
  const [above, below] = [drafts[label], drafts[label + 1]];
  if (!above || !below || !isOpen(below) || above.kind !== "paragraph") return false;
  return (
    wordCount(draftText(text, above)) <= 2 &&
    wordCount(draftText(text, below)) >= 4 &&
    isHeadline(text, below, drafts.slice(label + 2))
  );
}

function isHeadline(text: string, draft: Draft, rest: readonly Draft[]): boolean {
  const words = draftText(text, draft);
  const hasProse = rest.some((each) => isOpen(each) && letters(draftText(text, each)) > 80);
  if (!hasProse || !/\p{L}/u.test(words)) return false;
  if (draft.kind === "heading") return /^#\s|\n=+$/.test(words) || !words.startsWith("#");
  const isSingleLine = !words.includes("\n");
  const next = rest.find(isOpen);
  return (
    draft.kind === "paragraph" &&
    isSingleLine &&
    letters(words) <= 200 &&
    !endsClause(words) &&
    !words.endsWith(",") &&
    next !== undefined &&
    (next.end - next.start > words.length || rest.length > 2)
  );
}
