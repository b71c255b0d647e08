import { capital, inventedParagraph, inventedSentence, type Style } from "./invented-text.ts";
import type { Random } from "./random.ts";

/** A character with its place in the old text; -1 for one that was written later. */
export type Written = {
  readonly character: string;
  readonly from: number;
  /** It was copied together with its surroundings from what stood there. */
  readonly isCopy: boolean;
};

export function asWritten(text: string): Written[] {
  return Array.from(text, (character, from) => ({ character, from, isCopy: false }));
}

export function textOf(written: readonly Written[]): string {
  return written.map(({ character }) => character).join("");
}

/** Change a text once, in one of the ways in which outlets change theirs. */
export function editOnce(
  text: readonly Written[],
  random: Random,
  style: Style,
  quotation: string,
): Written[] {
  return random.pick(EDITS)(text, random, style, quotation);
}

type Edit = (
  text: readonly Written[],
  random: Random,
  style: Style,
  quotation: string,
) => Written[];
type Stretch = { start: number; end: number };

const EDITS: readonly Edit[] = [
  (text, random, style) =>
    put(
      text,
      pick(random, gaps(text, SENTENCE_END)),
      `${inventedSentence(random, style, "later")} `,
    ),
  (text, random, style) =>
    put(
      text,
      pick(random, gaps(text, PARAGRAPH_END)),
      `${inventedParagraph(random, style, "later")}\n\n`,
    ),
  (text, random, style) =>
    put(text, pick(random, gaps(text, WORD_START)), `${random.pick(style.words)} `),
  (text, random) => cut(text, pickStretch(random, pieces(text, SENTENCE_END))),
  (text, random) => cut(text, pickStretch(random, pieces(text, PARAGRAPH_END))),
  (text, random) => cut(text, someWords(text, random, 1 + random.below(6))),
  (text, random) => move(text, random, PARAGRAPH_END),
  (text, random) => move(text, random, SENTENCE_END),
  (text, random) => copy(text, random, PARAGRAPH_END),
  (text, random) => copy(text, random, SENTENCE_END),
  replaceWords,
  replaceSentence,
  levelTypography,
  (text, random) => breakLines(text, random),
  misspell,
  (text, random, _style, quotation) =>
    put(text, pick(random, gaps(text, SENTENCE_END)), `${quotation} `),
  (text, random, style, quotation) =>
    put(
      text,
      pick(random, gaps(text, SENTENCE_END)),
      `${capital(random.pick(style.words))} said: ${quotation} `,
    ),
  cutQuotation,
  insertBesideQuotation,
];

const SENTENCE_END = /(?<=[.…”?!]) (?=\S)/gu;
const PARAGRAPH_END = /(?<=\n\n)/gu;
const WORD_START = /(?<= )(?=\p{L})/gu;

/** Where something can be put: behind each match, and at the start. In characters. */
function gaps(text: readonly Written[], pattern: RegExp): number[] {
  const string = textOf(text);
  const found = [0];
  for (const match of string.matchAll(pattern)) found.push(match.index + match[0].length);
  return pointsOf(string, found);
}

/** UTF-16 to characters. */
function pointsOf(string: string, offsets: readonly number[]): number[] {
  let [unit, point] = [0, 0];
  return offsets.map((offset) => {
    while (unit < offset) {
      unit += (string.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point++;
    }
    return point;
  });
}

function pieces(text: readonly Written[], pattern: RegExp): Stretch[] {
  const edges = [...new Set([...gaps(text, pattern), text.length])];
  return edges.slice(1).map((end, n) => ({ start: edges[n] ?? 0, end }));
}

function pick(random: Random, places: readonly number[]): number {
  return random.pick(places);
}

function pickStretch(random: Random, stretches: readonly Stretch[]): Stretch {
  return stretches.length === 0 ? { start: 0, end: 0 } : random.pick(stretches);
}

function put(text: readonly Written[], at: number, words: string): Written[] {
  const made = Array.from(words, (character) => ({ character, from: -1, isCopy: false }));
  return [...text.slice(0, at), ...made, ...text.slice(at)];
}

function cut(text: readonly Written[], { start, end }: Stretch): Written[] {
  return [...text.slice(0, start), ...text.slice(end)];
}

function move(text: readonly Written[], random: Random, pattern: RegExp): Written[] {
  const piece = pickStretch(random, pieces(text, pattern));
  const rest = cut(text, piece);
  const at = random.pick(gaps(rest, pattern));
  return [...rest.slice(0, at), ...text.slice(piece.start, piece.end), ...rest.slice(at)];
}

/** What it was copied from stays what it was. */
function copy(text: readonly Written[], random: Random, pattern: RegExp): Written[] {
  const { start, end } = pickStretch(random, pieces(text, pattern));
  const at = random.pick(gaps(text, pattern));
  const copied = text.slice(start, end).map((one) => ({ ...one, isCopy: true }));
  return [...text.slice(0, at), ...copied, ...text.slice(at)];
}

function someWords(text: readonly Written[], random: Random, count: number): Stretch {
  const starts = gaps(text, WORD_START);
  const first = random.below(starts.length);
  return { start: starts[first] ?? 0, end: starts[first + count] ?? starts.at(-1) ?? 0 };
}

/** No word gives way to itself. */
function replaceWords(text: readonly Written[], random: Random, style: Style): Written[] {
  const words = someWords(text, random, 1 + random.below(3));
  if (words.end <= words.start) return [...text];
  const gone = new Set<string>(textOf(text.slice(words.start, words.end)).match(/\p{L}+/gu));
  const instead = Array.from({ length: 1 + random.below(3) }, () => random.pick(style.words))
    .filter((word) => !gone.has(word))
    .join(" ");
  return put(cut(text, words), words.start, `${instead} `);
}

function replaceSentence(text: readonly Written[], random: Random, style: Style): Written[] {
  const sentence = pickStretch(random, pieces(text, SENTENCE_END));
  return put(cut(text, sentence), sentence.start, `${inventedSentence(random, style, "later")} `);
}

const FORMS: readonly (readonly [RegExp, string])[] = [
  [/[“”]/gu, '"'],
  [/’/gu, "'"],
  [/–/gu, "—"],
  [/…/gu, "..."],
  [/fi/gu, "ﬁ"],
];

/** One form of sign for another, throughout; a character of the same meaning keeps no provenance. */
function levelTypography(text: readonly Written[], random: Random): Written[] {
  const [pattern, form] = random.pick(FORMS);
  const string = textOf(text);
  const found = [...string.matchAll(pattern)];
  const starts = pointsOf(
    string,
    found.map(({ index }) => index),
  );
  let result = [...text];
  for (const [n, match] of [...found.entries()].toReversed()) {
    const start = starts[n] ?? 0;
    result = put(cut(result, { start, end: start + [...match[0]].length }), start, form);
  }
  return result;
}

/** Spaces become no-break spaces or line breaks, one here and there or many. */
function breakLines(text: readonly Written[], random: Random): Written[] {
  const character = random.pick(["\u00a0", "\n", "\u2009"]);
  const share = random.pick([0.01, 0.05, 0.3]);
  return text.map((one) =>
    one.character === " " && random.chance(share) ? { character, from: -1, isCopy: false } : one,
  );
}

function misspell(text: readonly Written[], random: Random): Written[] {
  const at = random.below(text.length);
  if (!/\p{L}/u.test(text[at]?.character ?? "")) return [...text];
  const kind = random.below(3);
  if (kind === 0) return cut(text, { start: at, end: at + 1 });
  return put(
    kind === 1 ? text : cut(text, { start: at, end: at + 1 }),
    at,
    random.pick(["x", "e", "s"]),
  );
}

function quotationsIn(text: readonly Written[], quotation: string): Stretch[] {
  const string = textOf(text);
  const found: number[] = [];
  for (let at = string.indexOf(quotation); at >= 0; at = string.indexOf(quotation, at + 1))
    found.push(at);
  const length = [...quotation].length;
  return pointsOf(string, found).map((start) => ({ start, end: start + length }));
}

function cutQuotation(
  text: readonly Written[],
  random: Random,
  _style: Style,
  quotation: string,
): Written[] {
  const { start, end } = pickStretch(random, quotationsIn(text, quotation));
  return cut(text, { start, end: text[end]?.character === " " ? end + 1 : end });
}

/**
 * A copy right before or behind one that is there, bare or with words of its own. Which of two equal
 * neighbours is the older one does not stand in the text, so the copy bears the places of the other.
 */
function insertBesideQuotation(
  text: readonly Written[],
  random: Random,
  style: Style,
  quotation: string,
): Written[] {
  const there = quotationsIn(text, quotation);
  if (there.length === 0) return [...text];
  const { start, end } = random.pick(there);
  const copied = text.slice(start, end).map((one) => ({ ...one, isCopy: true }));
  const more = random.chance(0.5) ? ` ${capital(random.pick(style.words))}.` : "";
  return random.chance(0.5)
    ? [...text.slice(0, start), ...copied, ...put([], 0, `${more} `), ...text.slice(start)]
    : [
        ...text.slice(0, end),
        ...put([], 0, " "),
        ...copied,
        ...put([], 0, more),
        ...text.slice(end),
      ];
}
