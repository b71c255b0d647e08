import type { Draft } from "../draft.ts";
import { draftText, isOpen } from "../draft.ts";
import { isUpdateStamp } from "./phrases.ts";

/**
 * Recognises a live blog, by its announcement at the top or by times that stand alone between the
 * paragraphs, and calls its paragraphs updates. Each time is the heading of what comes below it.
 */
export function findUpdates(text: string, drafts: readonly Draft[]): Draft[] {
  const stamps = drafts.filter((draft) => isUpdateStamp(draftText(text, draft)));
  const first = drafts.findIndex(
    (draft) => isOpen(draft) && ANNOUNCEMENT.test(draftText(text, draft).slice(0, 1_200)),
  );
  const open = drafts.filter(isOpen).length;
  const isAnnounced = first >= 0 && first <= 3 && open >= 5;
  if (stamps.length < 3 && !isAnnounced) return [...drafts];
  const start = isAnnounced
    ? first
    : drafts.findIndex((draft) => isUpdateStamp(draftText(text, draft)));
  return drafts.map((draft, index) => {
    if (isOpen(draft) && isUpdateStamp(draftText(text, draft)))
      return { ...draft, kind: "heading" };
    return index > start && draft.kind === "paragraph" ? { ...draft, kind: "update" } : draft;
  });
}

const ANNOUNCEMENT =
  /\b(?:[Ff]ollow (?:the latest|(?:our )?live|along)\b.{0,100}\b(?:here|below|updates)\b|[Ll]ive updates?\b|live blog\b.{0,60}\b(?:closed|ended|here)\b)/;
