import type { ArticleText } from "#components/editor/article-text.ts";
import { blockIndexAt } from "#components/editor/article-text.ts";
import type { TextSelection } from "#components/editor/use-text-selection.ts";
import { moveCaret } from "#lib/text/caret-moves.ts";
import { graphemeAt } from "#lib/text/graphemes.ts";
import type { Utf16 } from "#lib/text/offsets.ts";

/**
 * The words that a step of the caret has come to, for those who listen: the character, the word that
 * was passed, or the line, clause, quotation, sentence or paragraph that begins there. Code points.
 */
export function saidWords(
  article: ArticleText,
  from: number,
  to: number,
  unit: TextSelection["unit"] = "clause",
): string {
  const { text, offsets, blocks } = article;
  const place = offsets.toUtf16(to);
  const block = blocks[blockIndexAt(blocks, place)];
  if (!block) return "";
  if (unit === "word") {
    const before = offsets.toUtf16(from);
    const passed = text.slice(Math.min(before, place), Math.max(before, place)).trim();
    if (passed !== "" && passed.length < LONGEST_WORD) return oneLine(passed);
  }
  if (place >= block.endUtf16) return END;
  if (unit === "character" || unit === "word") return saidCharacter(text, place);
  const end = endOf(article, place, unit, block.endUtf16);
  const words = oneLine(text.slice(place, end));
  return NAMES[words] ?? words;
}

/** What is selected, whole where it is short, else how it begins and ends. Code points. */
export function saidSelection(
  article: ArticleText,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  const words = spans.flatMap(({ start, end }) =>
    oneLine(article.text.slice(article.offsets.toUtf16(start), article.offsets.toUtf16(end))).split(
      " ",
    ),
  );
  const said =
    words.length <= MANY_WORDS
      ? words.join(" ")
      : `${words.slice(0, 5).join(" ")} … ${words.slice(-5).join(" ")}`;
  const count = words.length > MANY_WORDS ? `, ${words.length} words` : "";
  return `Selected: ‘${said}’${count}.`;
}

function endOf(
  { text, blocks }: ArticleText,
  place: Utf16,
  unit: TextSelection["unit"],
  blockEnd: Utf16,
): number {
  if (unit === "line") return Math.min(blockEnd, place + LINE);
  if (unit === "block" || unit === "article" || unit === undefined) return blockEnd;
  const readable = blocks.map(({ startUtf16, endUtf16 }) => ({ start: startUtf16, end: endUtf16 }));
  const end = moveCaret(text, readable, place, { unit, direction: "forward" }, true);
  return end > place && end <= blockEnd ? end : blockEnd;
}

function saidCharacter(text: string, place: Utf16): string {
  const cluster = graphemeAt(text, place);
  const character = cluster ? text.slice(cluster.start, cluster.end) : "";
  return NAMES[character] ?? (character.trim() === "" ? "space" : character);
}

function oneLine(words: string): string {
  return words.replace(/\s+/gu, " ").trim();
}

/** Signs that a voice would otherwise pass over in silence. */
const NAMES: Readonly<Record<string, string>> = {
  ".": "full stop",
  ",": "comma",
  ";": "semicolon",
  ":": "colon",
  "?": "question mark",
  "!": "exclamation mark",
  "“": "opening quotation mark",
  "”": "closing quotation mark",
  "„": "opening quotation mark",
  "«": "opening quotation mark",
  "»": "closing quotation mark",
  '"': "quotation mark",
  "‘": "opening single quotation mark",
  "’": "closing single quotation mark",
  "'": "apostrophe",
  "(": "opening bracket",
  ")": "closing bracket",
  "-": "hyphen",
  "–": "dash",
  "—": "dash",
  "…": "ellipsis",
};

const END = "End of the paragraph.";
/** Of a line only the browser knows the end: about as many characters as the measure holds. */
const LINE = 68;
const LONGEST_WORD = 200;
const MANY_WORDS = 14;
