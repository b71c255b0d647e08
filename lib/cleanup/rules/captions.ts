import type { Draft } from "../draft.ts";
import { cutDraft, draftText, isOpen } from "../draft.ts";
import { PICTURE_CREDITS } from "../phrases/asking-words.ts";
import { behindSentence } from "../phrases/phrase-table.ts";

/**
 * Captions are known by the words of a gallery button before them, or by the photo credit at their
 * end, in brackets or behind a full stop. Text that runs on behind a caption's credit is divided from it.
 */
export function findCaptions(text: string, drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  let isBehindButton = false;
  for (const draft of drafts) {
    const words = draftText(text, draft);
    if (!isOpen(draft) || draft.kind === "title") {
      isBehindButton = draft.boilerplate === "navigation" && GALLERY_BUTTON.test(words);
      found.push(draft);
      continue;
    }
    found.push(
      ...(isBehindButton ? captionInFront(text, draft, words) : [wholeCaption(draft, words)]),
    );
    isBehindButton = false;
  }
  return found;
}

const GALLERY_BUTTON = /open image in gallery|view (?:image|gallery)|image \d+ of \d+/i;

function captionInFront(text: string, draft: Draft, words: string): Draft[] {
  const credit = PHOTO_CREDIT.exec(words.slice(0, LONGEST));
  const end = credit ? credit.index + credit[0].length : null;
  if (end === null) return [words.length <= 300 ? { ...draft, kind: "caption" } : draft];
  const [caption, ...rest] = cutDraft(text, draft, [draft.start + end]);
  return caption ? [{ ...caption, kind: "caption" }, ...rest] : rest;
}

function wholeCaption(draft: Draft, words: string): Draft {
  if (words.length > LONGEST || draft.kind === "heading") return draft;
  if (CAPTION_START.test(words)) return { ...draft, kind: "caption" };
  const named = words.length <= LONGEST_NAMED ? CREDIT_BEHIND.exec(words) : null;
  if (named && named.index >= 5) return { ...draft, kind: "caption" };
  const credit = PHOTO_CREDIT_AT_END.exec(words);
  if (!credit || credit.index < 15) return draft;
  // "… he said. (Reuters)" names an agency behind a whole sentence; only words about pictures make
  // a caption of what ends with a full stop.
  const isSentence = /[.!?]["”’']?\s*$/.test(words.slice(0, credit.index));
  return isSentence && !PICTURE_WORD.test(credit[0]) ? draft : { ...draft, kind: "caption" };
}

/** "Image caption …", and the count of a gallery: "2 of 14 …", "Bild 2 von 14 …", "2/14 …". */
const CAPTION_START =
  /^(?:(?:image|photo) caption\b|(?:\p{L}{3,10} )?\d{1,3} ?(?:\/|of|von|de|di|sur|van|z|из|з|av|af) ?\d{1,3}(?=\s+\p{L}))/iu;

const LONGEST = 450;

/** "The mole at dusk. Photo: Ilva Odo / AP", in many languages. */
const CREDIT_BEHIND = behindSentence(PICTURE_CREDITS, " ?[^ ][^.!?]{1,60}\\)?\\.?$");
const LONGEST_NAMED = 260;

const AGENCIES =
  "AP|AFP|EPA|EPA-EFE|PA|PA Wire|Reuters|REUTERS|Getty|GETTY|getty|Getty Images|Anadolu|Anadolu Agency|Shutterstock|iStock|Alamy|Xinhua|TASS|Sputnik|KCNA|Yonhap|Kyodo|dpa|ANSA|Bloomberg|Handout|HANDOUT|File|Pool|Supplied|WireImage|Press Association";
const PICTURE =
  "[Ii]mages?|IMAGES?|[Pp]hotos?|PHOTOS?|[Pp]icture|[Pp]hotograph|[Ss]creenshot|[Cc]ourtesy|[Ii]llustration|©";
const PICTURE_WORD = new RegExp(
  `\\b(?:${PICTURE}|Getty|GETTY|Handout|HANDOUT|Shutterstock|iStock|Alamy)\\b|©`,
);
const PHOTO_CREDIT = new RegExp(
  `\\((?:[^()]{0,80}[\\s/:])?(?:${AGENCIES}|${PICTURE})(?:[\\s/:,.][^()]{0,40})?\\)`,
);
const PHOTO_CREDIT_AT_END = new RegExp(`${PHOTO_CREDIT.source}\\.?$`);
