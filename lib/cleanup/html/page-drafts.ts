import type { BlockKind, Boilerplate } from "../block.ts";
import type { Draft } from "../draft.ts";
import { endsSentence } from "../measure.ts";
import { isCaption } from "./label-rules.ts";
import type { MainContent } from "./main-content.ts";
import { findMainContent, isInMain } from "./main-content.ts";
import { saidByWords } from "./said-by-words.ts";
import type { PageBlock } from "./place.ts";
import { ancestry, linkDensity } from "./place.ts";

export type PageDrafts = { readonly text: string; readonly drafts: readonly Draft[] };

/** The text of a page, a blank line between blocks, and each block with what its place says of it. */
export function pageDrafts(blocks: readonly PageBlock[], title: string | null): PageDrafts {
  const main = findMainContent(blocks);
  const titleAt = titleIndex(blocks, title, main);
  const firstInMain = blocks.findIndex((block) => isInMain(block, main));
  const sayings = saidByWords(blocks, main, firstInMain);
  const pictures = blocks
    .slice(titleAt + 1, Math.max(0, firstInMain))
    .filter((block) => kindOf(block) === "caption").length;
  const drafts: Draft[] = [];
  let start = 0;
  blocks.forEach((block, index) => {
    const end = start + block.text.length;
    const kind = index === titleAt ? "title" : kindOf(block);
    const isBetween = titleAt >= 0 && index > titleAt && index < firstInMain;
    const isLead =
      isBetween && (isLeadIn(block, main) || (pictures <= FEW && isLeadCaption(block, kind, main)));
    const said = sayings.get(index);
    // A date above the headline may be today's; elsewhere it is another story's.
    const isForeign = !isBetween && (said === "byline" || said === "credit");
    const phrase = isForeign ? undefined : said;
    const boilerplate =
      index === titleAt || isLead ? null : (phrase ?? boilerplateOf(block, main, index > titleAt));
    drafts.push({ kind, boilerplate, start, end });
    start = end + 2;
  });
  return { text: blocks.map((block) => block.text).join("\n\n"), drafts };
}

function boilerplateOf(
  block: PageBlock,
  main: MainContent,
  isBelowTitle: boolean,
): Boilerplate | null {
  const marker = main.marker(block);
  if (marker) return marker;
  if (!isInMain(block, main)) return isBelowTitle && block.letters > 60 ? "teaser" : "navigation";
  // Links that are the whole block lead elsewhere; inside a sentence they are part of it.
  const density = linkDensity(block);
  // An address that is written out is a source, not a way on.
  if (/^https?:\/\/\S+$/.test(block.text)) return null;
  const isSentence = block.letters > 80 && endsSentence(block.text);
  if (density > 0.6 && !(isSentence && density < 0.9)) {
    return block.letters > 25 ? "teaser" : "navigation";
  }
  return null;
}

/** What an article has in short between its headline and its body is its own: points in a list. */
function isLeadIn(block: PageBlock, main: MainContent): boolean {
  return (
    main.marker(block) === null &&
    block.place.tag === "li" &&
    block.letters > 40 &&
    endsSentence(block.text) &&
    linkDensity(block) < 0.3
  );
}

/** The words of the lead picture, between headline and body. More than a few are a gallery. */
function isLeadCaption(block: PageBlock, kind: BlockKind, main: MainContent): boolean {
  return (
    kind === "caption" &&
    main.marker(block) === null &&
    block.letters <= 400 &&
    linkDensity(block) < 0.3
  );
}

const FEW = 3;

/** The headline: what equals the page's stated title, else the first h1 that is no boilerplate. */
function titleIndex(blocks: readonly PageBlock[], title: string | null, main: MainContent): number {
  const wanted = title ? plain(title) : null;
  const headings = blocks.flatMap((block, index) =>
    /^h[12]$/.test(block.place.tag) ? [index] : [],
  );
  const equal = headings.find(
    (index) => wanted !== null && plain(blocks[index]?.text ?? "") === wanted,
  );
  if (equal !== undefined) return equal;
  const bare = headings.find((index) => {
    const block = blocks[index];
    return block !== undefined && block.place.tag === "h1" && main.marker(block) === null;
  });
  return bare ?? -1;
}

function plain(words: string): string {
  return words
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .toLowerCase();
}

function kindOf(block: PageBlock): BlockKind {
  let kind: BlockKind = "paragraph";
  let distance = 0;
  for (const place of ancestry(block.place)) {
    if (/^h[1-6]$/.test(place.tag)) return "heading";
    if (distance < 4 && isCaption(place) && block.letters < 600) return "caption";
    if (distance < 2 && isPicture(place.tag, place.label) && block.letters < 200) return "caption";
    if (kind === "paragraph" && (place.tag === "li" || place.tag === "dd")) kind = "list-item";
    if (place.tag === "blockquote") kind = "quotation";
    distance++;
  }
  return kind;
}

function isPicture(tag: string, label: string): boolean {
  return tag === "figure" || /\b(?:photo|figure|picture)\b/.test(label);
}
