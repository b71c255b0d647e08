import type { Boilerplate } from "../block.ts";
import type { Draft } from "../draft.ts";
import { draftText, isOpen, mark } from "../draft.ts";

/** Marks short blocks that say only what a page says about itself. */
export function markPhrases(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    if (!isOpen(draft) || draft.end - draft.start > LONGEST) return draft;
    const found = phraseOf(draftText(text, draft));
    return found ? mark(draft, found) : draft;
  });
}

/** What a short block is by its words alone; null when they may belong to an article. */
export function phraseOf(words: string): Boilerplate | null {
  const said = words.replace(/^[\s*+•·>|#_–—-]+|[\s|»›>*_→]+$/g, "").replace(/\s+/g, " ");
  if (!/[\p{L}\p{N}]/u.test(said)) return "other";
  if (isBreadcrumb(said)) return "navigation";
  return (
    PHRASES.find(([, limit, phrase]) => said.length <= limit && phrase.test(said))?.[0] ?? null
  );
}

/** Where a page stands in its site: "Home > Coast > Interviews". */
function isBreadcrumb(said: string): boolean {
  return said.length <= 120 && /^(?:[^>›»]{1,30} [>›»] ){2,6}[^>›»]{1,60}$/u.test(said);
}

/** A headline over links to other stories. */
export function isTeaserHeading(words: string): boolean {
  const said = words.replace(/^[\s*+•·>|#_-]+/, "").replace(/[\s:.…»›>*_-]+$/, "");
  return said.length <= 70 && TEASER_HEADING.test(said);
}

/** A time that stands alone above an update of a live blog: "14:05 GMT", "12 minutes ago". */
export function isUpdateStamp(words: string): boolean {
  return /^(?:\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?|\d{1,3} (?:min(?:ute)?s?|hours?|hrs?) ago)\b.{0,30}$/i.test(
    words.trim(),
  );
}

const LONGEST = 320;

const MONTHS =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const DATE = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS})\\.?,? \\d{4}|(?:${MONTHS})\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4})`;
const TIME =
  "(?:,? ?(?:at |às |- |\\| )?\\d{1,2}[:.h]\\d{2}(?::\\d{2})? ?(?:[ap]\\.?m\\.?)? ?\\(?(?:[A-Z]{2,4})?\\)?)?";

const TEASER_HEADING =
  /^(?:related(?: (?:articles?|stories|story|news|content|posts?|topics?|links?|reading|coverage|video|videos))?|you (?:may|might) (?:also )?(?:like|be interested in|have missed)|(?:more|other) (?:stories|news|articles|posts|headlines|videos)(?: .{0,30})?|more (?:from|on|in|about) .{1,50}|most (?:read|popular|viewed|shared|commented|recent)(?: .{0,30})?|trending(?: .{0,20})?|recommended(?: .{0,40})?|read (?:next|also|this next)|also read|see also|up next|next up|don[’']t miss|must[- ]reads?|must see|editor[’']?s[’']? (?:picks?|choice)|top (?:stories|news|headlines)|(?:latest|recent|breaking) (?:news|stories|articles|headlines|videos|posts)|in case you missed it|further reading|popular (?:posts|now|stories|articles)|what to read next|from (?:around )?the web|sponsored (?:content|stories|links)|promoted (?:content|stories)|around the web|paid content|suggested (?:articles|reading|posts)|keep reading|today[’']s (?:top|headlines).{0,20}|artigos relacionados|leia (?:também|mais)|veja também|mehr zum thema|lesen sie auch|à lire aussi|sur le même sujet|lea también|te puede interesar|baca juga|artikel terkait|читайте также|関連記事|おすすめ記事)$/i;

/** Each with the longest block it may stand for, in characters. */
const PHRASES: readonly (readonly [Boilerplate, number, RegExp])[] = [
  [
    "navigation",
    20,
    /^(?:analysis|opinion|editorial|exclusive|explainer|feature|interviews?|breaking(?: news)?|commentary|column|long read)$/i,
  ],
  [
    "navigation",
    60,
    /^(?:share|tweet|print|e-?mail|save|menu|search|home|close|next|previous|prev|back|more|ok|login|log ?in|sign ?in|sign ?up|register|subscribe|sections|all sections|facebook|twitter|x|instagram|youtube|whatsapp|telegram|linkedin|pinterest|reddit|flipboard|copy(?: link)?|link copied!?|skip to .{1,30}|(?:back to|go to|scroll to) .{1,20}|(?:show|load|see|view|read|learn) (?:more|all|less|full (?:article|story|bio))(?: .{0,20})?|continue reading.{0,30}|advert(?:isement|ising)?|ad|sponsored|anzeige|publicidad|publicité|publicidade|\d+ ?min(?:ute)?s?(?: to)? read|reading time.{0,20}|open image in gallery|(?:view|open|launch) (?:gallery|image|slideshow).{0,20}|image \d+ of \d+|avatar|news ?feed|text size|listen(?: to (?:this )?article)?|listen now|play(?: video)?|watch(?: live| now| video)?|photos?|videos?|live|tags?:?|topics?:?|filed under:?.{0,40}|share (?:this|on|via|to|with) ?.{0,40}|click to share.{0,40}|follow (?:us|me|topics).{0,40}|(?:\d[\d.,k]* )?(?:shares?|views?|likes?|retweets?)|buy now|loading\.{0,3}|scroll down.{0,30}|add to (?:bookmarks|favou?rites|reading list)|report (?:an error|a typo|this ad))$/i,
  ],
  [
    "comments",
    240,
    /^(?:comments?(?: \(?\d+\)?)?|\d+ (?:comments?|replies|responses)(?: (?:to|on) .{1,160})?|no comments?(?: yet)?|comments? (?:are|is) (?:closed|disabled|off|now closed|not enabled).{0,60}|comments policy.{0,60}|(?:leave|post|add|write) (?:a|your) (?:comment|reply|response).{0,60}|(?:view|show|read|see|hide) (?:all |the )?(?:\d+ )?comments?.{0,20}|join (?:the|our|thought-provoking) (?:conversations?|discussions?|comment).{0,160}|be the first to comment.{0,60}|(?:log|sign) ?in (?:or .{3,20} )?to (?:comment|reply|join).{0,60}|you (?:must|need to) be (?:logged|signed) in.{0,80}|please (?:log in|sign in|register|refresh).{0,160}|thank you for registering.{0,220}|have your say.{0,60}|tell us what you think.{0,60}|what do you think\?.{0,80}(?:comments?|below).{0,30}|let us know (?:what you think )?in the comments.{0,60}|your e-?mail address will not be published.{0,80}|reply(?: to .{1,40})?|start the conversation.{0,60}|powered by disqus.{0,40}|kommentare?|commentaires?|comentarios?|comentários?)$/i,
  ],
  [
    "credit",
    160,
    /^(?:(?:photo|image|picture|photograph|video|graphic|illustration|featured? image|header image|cover image)s?(?: ?credits?| ?by| ?copyright| ?source| ?courtesy(?: of)?)? ?[:©/] ?.{2,120}|(?:photo|image|picture|photograph|video)s? (?:credits?|by|copyright|courtesy(?: of)?) .{2,100}|(?:credits?|source|courtesy|quelle|fonte|fuente|crédit|foto|fotos) ?[:©] ?.{2,80}|©.{2,100}|copyright (?:©|\d{4}).{0,120}|(?:getty images|reuters|associated press|ap photo|afp|epa|shutterstock|istock|alamy)(?:\/.{2,60}| via .{2,40})?|all rights reserved.{0,80}|.{0,60}© ?\d{4}.{0,80}all rights reserved.{0,60})$/i,
  ],
  [
    "byline",
    140,
    new RegExp(
      `^(?:(?:first |last )?(?:published|updated|posted|modified|created|erstellt|publié|publicado|atualizado)(?: on| at| by| le| em| el)?:? .{0,60}\\d{4}.{0,40}|(?:on |\\|)?${DATE}${TIME}(?: ?[|•·–-] ?.{0,40})?[.]?)$`,
      "i",
    ),
  ],
  [
    "byline",
    110,
    /^(?:[Bb]y|BY|Written by|Posted by|Reported by|Story by|Author|Text|Words|Von|Par|Por)[: ] ?(?:\p{Lu}[\p{L}.'’-]+|and|,|&|de|van|von|der|al|\|)(?:[ ,]+(?:\p{Lu}[\p{L}.'’-]*|and|&|de|van|von|der|al|for|in|of|the|\|))*(?:, (?:[\p{L}-]+ ){0,3}(?:correspondent|editor|reporter|writer|columnist|staff))?[,.]?$/u,
  ],
  [
    "teaser",
    320,
    /^(?:read more|read also|read next|also read|see also|see more|related|related (?:story|article|stories|articles|news|video|content)|don[’']t miss|more|must[- ]read|recommended|watch|read|read this|more:|leia também|leia mais|veja também|lesen sie auch|lire aussi|à lire aussi|lea también|baca juga|читайте также) ?[:|»›>–—] ?\S.{0,280}$/i,
  ],
  [
    "appeal",
    200,
    /^(?:sign up|subscribe|get|receive|register|join|download|support|donate|become)\b.{0,120}\b(?:newsletters?|inbox|e-?mail|alerts?|free trial|app|our (?:journalism|work)|now|today|here|membership|unlimited access)\b.{0,60}$/i,
  ],
];
