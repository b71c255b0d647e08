import { sentencesIn } from "#lib/text/sentences.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import type { Draft } from "../draft.ts";
import { cutDraft, draftText, isOpen, mark } from "../draft.ts";

/**
 * Finds where a page asks its reader for money, an address or a click. An appeal begins at a
 * sentence that asks, and takes in the sentences around it in which the publisher speaks of itself.
 * What somebody says in quotation marks is never an appeal.
 */
export function findAppeals(text: string, drafts: readonly Draft[]): Draft[] {
  const divided = drafts.flatMap((draft) =>
    isOpen(draft) && asks(draftText(text, draft)) ? divide(text, draft) : [draft],
  );
  return divided.map((draft, index) => {
    const isBetween =
      divided[index - 1]?.boilerplate === "appeal" && divided[index + 1]?.boilerplate === "appeal";
    return isBetween && draft.end - draft.start < 400 ? mark(draft, "appeal") : draft;
  });
}

function divide(text: string, draft: Draft): Draft[] {
  const sentences = sentencesIn(text, { start: draft.start as Utf16, end: draft.end as Utf16 });
  const verdicts = sentences.map((each) => {
    const words = text.slice(each.start, each.end);
    return asks(words) ? "asks" : speaksOfItself(words) ? "we" : "no";
  });
  const isAppeal = verdicts.map((verdict, index) => {
    if (verdict !== "we") return verdict === "asks";
    const before = verdicts.slice(0, index).findLast((each) => each !== "we");
    const after = verdicts.slice(index + 1).find((each) => each !== "we");
    return before === "asks" || after === "asks";
  });
  const asked = sentences.reduce(
    (sum, each, index) => sum + (isAppeal[index] ? each.end - each.start : 0),
    0,
  );
  if (asked === 0) return [draft];
  if (asked > (draft.end - draft.start) * 0.6) return [mark(draft, "appeal")];
  const cuts = sentences.flatMap((each, index) =>
    index > 0 && isAppeal[index] !== isAppeal[index - 1] ? [each.start] : [],
  );
  return cutDraft(text, draft, cuts).map((piece) => {
    const at = sentences.findIndex((each) => each.start >= piece.start);
    return isAppeal[at] ? mark(piece, "appeal") : piece;
  });
}

function asks(words: string): boolean {
  return APPEALS.test(words) && !REPORTED.test(words);
}

function speaksOfItself(words: string): boolean {
  return /\b(?:[Ww]e|[Oo]ur|us|your?)\b/.test(words) && !REPORTED.test(words);
}

/** Somebody's words in a report: quotation marks, or a verb of saying. */
const REPORTED = /["“”«»„]|\b(?:said|says|told|tells|according to|added|announced|wrote)\b/;

const APPEALS = new RegExp(
  [
    String.raw`\b[Yy]our (?:support|donations?|contributions?|subscription|membership|gift)\b.{0,60}\b(?:us|our|helps?|allows?|makes?|keeps?|means)\b`,
    String.raw`\b(?:[Ss]ign up|[Ss]ubscribe|[Rr]egister)\b.{0,80}\b(?:newsletters?|for free|updates|alerts|inbox|e-?mail|briefing|channel|podcast|today)\b`,
    String.raw`\b(?:[Ss]upport|[Ff]und|[Dd]onate to|[Cc]ontribute to|[Hh]elp) (?:us\b|our (?:work|journalism|newsroom|reporting|team|mission))`,
    String.raw`\b(?:we|our)\b.{0,120}\bpaywalls?\b|\bpaywalls?\b.{0,120}\b(?:we|our)\b`,
    String.raw`\b(?:delivered|sent|straight|direct(?:ly)?) to your (?:inbox|e-?mail|phone|door)\b`,
    String.raw`\b[Ff]ollow (?:us|me|@\w+|[A-Z]\w+) on (?:[A-Z]\w+|social)`,
    String.raw`^You(?: are|'re|’re) reading .{1,60} for free\b`,
    String.raw`^Already (?:a|an) (?:member|subscriber|supporter|friend|reader)\b.{0,40}\b(?:[Ss]ign|[Ll]og) in\b`,
    String.raw`\b[Bb]ecome a (?:member|subscriber|supporter|patron)\b`,
    String.raw`\b(?:[Dd]ownload|[Gg]et) (?:our|the [A-Z]\w+(?: [A-Z]\w+)?) app\b`,
    String.raw`\b(?:issues|months?|weeks?|year) for (?:just |only )?[£$€]\d`,
    String.raw`\b[Cc]lick here to (?:subscribe|sign up|join|register|donate|get|read)\b`,
    String.raw`\b[Jj]oin our (?:\w+ )?(?:channel|community|newsletter|mailing list|group)\b`,
    String.raw`\bwe may (?:earn|receive) (?:a |an )?(?:small )?(?:affiliate )?commission\b`,
    String.raw`^(?:Like|Enjoy|Love) (?:this|what you)\b.{0,80}\b(?:subscribe|support|share|follow)\b`,
  ].join("|"),
);
