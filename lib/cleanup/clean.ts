import { canonicalText } from "#lib/text/canonical.ts";
import { offsetMap } from "#lib/text/offsets.ts";
import type { Block } from "./block.ts";
import { decode, refuseEmpty, refuseTooLarge } from "./decode.ts";
import type { Draft, Rule } from "./draft.ts";
import { draftText, isOpen } from "./draft.ts";
import { htmlToText } from "./html/html-to-text.ts";
import { pageDrafts } from "./html/page-drafts.ts";
import { pageMetadata } from "./html/page-metadata.ts";
import { markdownBlocks } from "./markdown-blocks.ts";
import type { MediaType } from "./media-type.ts";
import { detectMediaType } from "./media-type.ts";
import type { Metadata } from "./metadata.ts";
import { completed } from "./metadata.ts";
import { plainBlocks } from "./plain-blocks.ts";
import { findAppeals } from "./rules/appeals.ts";
import { findBiographies } from "./rules/biography.ts";
import { findCaptions } from "./rules/captions.ts";
import { cutGluedTeasers } from "./rules/glued-teasers.ts";
import { findCommentTail } from "./rules/comment-tail.ts";
import { divideLongParagraphs } from "./rules/long-paragraphs.ts";
import { foldPageAround } from "./rules/page-dump.ts";
import { markPhrases } from "./rules/phrases.ts";
import { findHeaderFields } from "./rules/header-fields.ts";
import { markRepeatedHeadline } from "./rules/repeated.ts";
import { divideRunOns } from "./rules/run-ons.ts";
import { findScripts } from "./rules/scripts.ts";
import { findStyles } from "./rules/styles.ts";
import { findTeasers } from "./rules/teasers.ts";
import { findTitle } from "./rules/title.ts";
import { findUpdates } from "./rules/updates.ts";
import { fileMetadata, wordsMetadata } from "./text-metadata.ts";

export type CleanInput =
  | {
      readonly bytes: Uint8Array;
      /** The file's name, whose ending tells its type. */
      readonly name?: string | undefined;
      readonly mediaType?: string | undefined;
      readonly charset?: string | undefined;
    }
  | { readonly text: string; readonly mediaType: MediaType };

/** One article as the clean-up leaves it: nothing lost, and each stretch with what it is. */
export type Cleaned = Metadata & {
  readonly mediaType: MediaType;
  /** What the bytes were decoded from; null for what came as text. */
  readonly encoding: string | null;
  /** Canonical: offsets count on it. */
  readonly text: string;
  /** In order, without overlap, covering all but white space; offsets in code points. */
  readonly blocks: readonly Block[];
  /** The blocks that are neither boilerplate nor title nor caption, a blank line between them. */
  readonly bodyText: string;
};

/**
 * Turns a file or a pasted text into canonical text and blocks. Boilerplate is marked, never taken
 * out. The same input gives the same result.
 *
 * Refused: binary content and unknown types ("media-type"), nothing to read and U+0000 ("invalid"),
 * more than TEXT_LIMIT ("too-large").
 */
export function clean(input: CleanInput): Cleaned {
  const { mediaType, encoding, decoded } = read(input);
  const found = mediaType === "text/html" ? cleanPage(decoded) : cleanText(decoded, mediaType);
  refuseEmpty(found.text);
  const map = offsetMap(found.text);
  return {
    mediaType,
    encoding,
    ...found.metadata,
    text: found.text,
    blocks: found.drafts.map(({ kind, boilerplate, start, end }) => ({
      kind,
      boilerplate,
      start: map.toCodePoint(start),
      end: map.toCodePoint(end),
    })),
    bodyText: bodyText(found.text, found.drafts),
  };
}

function read(input: CleanInput): {
  mediaType: MediaType;
  encoding: string | null;
  decoded: string;
} {
  if ("text" in input) {
    refuseTooLarge(new TextEncoder().encode(input.text).length);
    refuseEmpty(input.text);
    return { mediaType: input.mediaType, encoding: null, decoded: input.text };
  }
  refuseTooLarge(input.bytes.length);
  const mediaType = detectMediaType(input.bytes, input);
  const { text, encoding } = decode(input.bytes, { charset: input.charset });
  return { mediaType, encoding, decoded: text };
}

type Found = { text: string; drafts: readonly Draft[]; metadata: Metadata };

/** Rules in the order in which they look; the first to mark a block keeps it. */
const TEXT_RULES: readonly Rule[] = [
  findStyles,
  findScripts,
  findHeaderFields,
  divideRunOns,
  markRepeatedHeadline,
  markPhrases,
  findTitle,
  findCaptions,
  findAppeals,
  findCommentTail,
  foldPageAround,
  findBiographies,
  findTeasers,
  cutGluedTeasers,
  findUpdates,
  divideLongParagraphs,
];

const PAGE_RULES: readonly Rule[] = [
  findScripts,
  markPhrases,
  findCaptions,
  findAppeals,
  findBiographies,
  findTeasers,
  findUpdates,
];

/**
 * A rule that would leave nothing of a text open is passed over: the person who brought it meant
 * something. Style sheets are no words, whatever else there is.
 */
function applyRules(
  rules: readonly Rule[],
  text: string,
  drafts: readonly Draft[],
): readonly Draft[] {
  const open = drafts.some(isBody)
    ? drafts
    : drafts.map((draft): Draft => ({ ...draft, kind: "paragraph", boilerplate: null }));
  return rules.reduce((before, rule) => {
    const ruled = rule(text, before);
    return rule === findStyles || ruled.some(isBody) || !before.some(isBody) ? ruled : before;
  }, open);
}

function isBody(draft: Draft): boolean {
  return isOpen(draft) && draft.kind !== "title" && draft.kind !== "caption";
}

function cleanText(decoded: string, mediaType: MediaType): Found {
  const text = canonicalText(decoded);
  const drafts = mediaType === "text/markdown" ? markdownBlocks(text) : plainBlocks(text);
  const ruled = applyRules(TEXT_RULES, text, drafts);
  const metadata = completed(fileMetadata(text, ruled), wordsMetadata(text, ruled));
  return { text, drafts: ruled, metadata };
}

function cleanPage(html: string): Found {
  const page = htmlToText(html);
  const stated = pageMetadata(page.document);
  const { text, drafts } = pageDrafts(page.blocks, stated.title);
  const ruled = applyRules(PAGE_RULES, text, drafts);
  const metadata = completed(stated, wordsMetadata(text, ruled));
  return { text, drafts: ruled, metadata };
}

function bodyText(text: string, drafts: readonly Draft[]): string {
  return drafts
    .filter(isBody)
    .map((draft) => draftText(text, draft))
    .join("\n\n");
}
