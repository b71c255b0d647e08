import { sentencesIn } from "#lib/text/sentences.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import type { Draft } from "../draft.ts";
import { cutDraft, isOpen, mark } from "../draft.ts";
import { endsSentence } from "../measure.ts";

/**
 * A scraper that drops line breaks glues the next stories' headlines to an article's last sentence:
 * "… last used in 2017 Varnland sees growth in exports". Only a line that ends without a full stop,
 * in words set like a headline, is looked at; what reads as headlines at its end is cut off.
 */
export function cutGluedTeasers(text: string, drafts: readonly Draft[]): Draft[] {
  const last = drafts.findLastIndex(isOpen);
  return drafts.flatMap((draft, index) => {
    if (index !== last || draft.end - draft.start < 600) return [draft];
    const cut = teaserStart(text, draft);
    if (cut === null) return [draft];
    const [body, ...rest] = cutDraft(text, draft, [cut]);
    return body ? [body, ...rest.map((piece) => mark(piece, "teaser"))] : [draft];
  });
}

function teaserStart(text: string, draft: Draft): number | null {
  if (endsSentence(text.slice(Math.max(draft.start, draft.end - 12), draft.end))) return null;
  const sentences = sentencesIn(text, { start: draft.start as Utf16, end: draft.end as Utf16 });
  const last = sentences.at(-1);
  if (!last || sentences.length < 3) return null;
  const words = text.slice(last.start, last.end);
  const glued = gluedHeadline(words);
  if (!isHeadlineCase(words)) return glued === null ? null : last.start + glued;
  // The last headline stands by itself; the sentence before it may carry others.
  const before = sentences.at(-2);
  if (!before) return last.start;
  const inside = gluedHeadline(text.slice(before.start, before.end));
  return inside === null ? last.start : before.start + inside;
}

/** Most of the longer words begin with a capital letter. */
function isHeadlineCase(words: string): boolean {
  const long = words.match(/\p{L}[\p{L}\p{N}’'-]{3,}/gu) ?? [];
  const capital = long.filter((word) => /^\p{Lu}/u.test(word)).length;
  return long.length >= 4 && capital / long.length > 0.65;
}

/**
 * Where, inside a run of words, a headline begins without any sign before it: a number or a small
 * word that takes no name after it, then a name that does something now ("… 2017 Varnland sees").
 */
function gluedHeadline(words: string): number | null {
  for (const found of words.matchAll(
    /(\p{Ll}[\p{L}-]+|\d+)\s+(?=(?:\p{Lu}[\p{L}’'.-]*\s+){1,3}(?:to|\p{Ll}{2,}s)\s)/gu,
  )) {
    const before = found[1] ?? "";
    const at = found.index + found[0].length;
    if (words.slice(0, found.index).split(/\s+/).length < 6) continue;
    if (!TAKES_NAME.test(before)) return at;
  }
  return null;
}

/** After these a name goes on with the sentence: articles, prepositions, conjunctions, titles, verbs. */
const TAKES_NAME =
  /^(?:the|a|an|of|in|on|at|to|by|for|from|with|and|or|but|that|as|than|when|where|while|if|because|since|after|before|until|between|among|against|over|under|about|into|onto|through|during|without|within|toward|towards|near|like|via|per|both|either|neither|nor|not|only|even|also|which|who|whom|whose|what|how|why|then|so|yet|is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|its|his|her|their|our|my|your|this|these|those|some|many|most|all|each|every|no|any|such|where|president|minister|leader|chief|general|secretary|spokesman|spokeswoman|spokesperson|king|queen|prince|princess|judge|senator|governor|mayor|ambassador|director|chairman|professor|doctor|foreign|prime|former|late|current|new|old|north|south|east|west|northern|southern|eastern|western|central|state|\p{Ll}+(?:ed|ing|ly|ally|ian|ish|ese))$/u;
