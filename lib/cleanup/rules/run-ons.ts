import type { Draft } from "../draft.ts";
import { cutDraft, draftText, isOpen } from "../draft.ts";

/**
 * Divides lines where a button's words run straight into a paragraph: "… the difference. Read more
 * The ministry denied …". Only words that no sentence of an article would begin with divide.
 */
export function divideRunOns(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.flatMap((draft) => {
    if (!isOpen(draft) || draft.kind === "title") return [draft];
    const words = draftText(text, draft);
    const cuts = [...words.matchAll(BUTTONS)].flatMap((found) => {
      const start = found.index + (found[1]?.length ?? 0);
      const end = start + (found[2]?.length ?? 0);
      return [draft.start + start, draft.start + end];
    });
    return cuts.length > 0 ? cutDraft(text, draft, cuts) : [draft];
  });
}

/** Behind the end of a sentence or at the start, and before a capital letter, a quotation or the end. */
const BUTTONS =
  /((?:^|[.!?…)]["”’']?)\s{0,8})((?:Read more|Show more|Show More|Read More|Open image in gallery|open image in gallery|Continue reading|Advertisement|ADVERTISEMENT|Share this article|Sign up here|Comments are closed\.|You May Also Like|You may also like|\d+ min read))(?=\s+["“‘(]?\p{Lu}|\s*$)/gmu;
