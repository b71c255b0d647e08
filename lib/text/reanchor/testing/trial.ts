import type { Reanchored, SpanToReanchor } from "../reanchor.ts";
import { foldTypography } from "../fold-typography.ts";
import { asWritten, editOnce, textOf, type Written } from "./edited-text.ts";
import { capital, inventedParagraph, inventedStyle, type Style } from "./invented-text.ts";
import { seededRandom, type Random } from "./random.ts";

/** A mark, and where the characters that it stood on have truly come. */
export type Mark = SpanToReanchor & {
  readonly words: string;
  /** Null when they have not stayed together. */
  readonly truth: number | null;
  /** Where copies of them stand that were made together with their surroundings. */
  readonly copies: readonly number[];
};

/** An invented article, marks on it, and what was made of it. Offsets in code points. */
export type Trial = {
  readonly old: string;
  /** It stands in the old text five times. */
  readonly quotation: string;
  readonly now: string;
  readonly written: readonly Written[];
  readonly marks: readonly Mark[];
};

const MOST_EDITS = 12;

/** The trial with this number; the same number is the same trial. */
export function makeTrial(seed: number, marks = 6): Trial {
  const random = seededRandom(seed);
  const style = inventedStyle(random);
  const quotation = `“${capital(words(random, style, 1 + random.below(7)))}.”`;
  const old = article(random, style, quotation);
  let written: Written[] = asWritten(old);
  const edits = 1 + random.below(MOST_EDITS);
  for (let n = 0; n < edits && written.length > 0; n++)
    written = editOnce(written, random, style, quotation);
  const points = Array.from(old);
  const spans = Array.from({ length: marks }, () => pickSpan(random, old, points, quotation));
  return {
    old,
    quotation,
    now: textOf(written),
    written,
    marks: spans.map(({ start, end }, n) => ({
      id: String(n),
      start,
      end,
      words: points.slice(start, end).join(""),
      truth: placesOf(written, start, end, false)[0] ?? null,
      copies: placesOf(written, start, end, true),
    })),
  };
}

export type Verdict = "right" | "wrong" | "nobody can tell";

/**
 * Whether a mark was put where its characters are. Where they have gone, a copy that was made with
 * its surroundings is as good as moved. Nobody can tell where words were taken out and the
 * same written in their place: in the very surroundings of the old ones; beside what is left of the mark,
 * each character at its place in it; or, where a mark reaches over the edge of a quotation of which a
 * copy was written beside it, with its surroundings on one side.
 */
export function judge(trial: Trial, mark: Mark, found: Reanchored): Verdict {
  if (found.status === "lost") return found.start === null ? "right" : "wrong";
  const now = Array.from(trial.now);
  const words = now.slice(found.start, found.end).join("");
  if (found.status === "changed")
    return words === mark.words || found.similarity >= 1 ? "wrong" : "right";
  if (words !== mark.words) return "wrong";
  if (found.start === mark.truth) return "right";
  if (mark.truth === null && mark.copies.includes(found.start)) return "right";
  const own = trial.written
    .slice(found.start, found.end)
    .filter(({ from }, n) => from === mark.start + n).length;
  if (own > 0) return "nobody can tell";
  const { left, right } = surroundingsKept(Array.from(trial.old), mark, now, found);
  if (Math.min(left, right) >= NEAR && left + right >= AROUND) return "nobody can tell";
  const isKeptOnASide = Math.max(left, right) >= SIDE;
  return isKeptOnASide && reachesOverQuotation(trial, mark) ? "nobody can tell" : "wrong";
}

/** Characters beside a mark that read as they did: a word each side, and a phrase in all. */
const NEAR = 8;
const AROUND = 20;
const SIDE = 12;

/** How many characters to the left and right of a mark read as they read; the text's ends count for all. */
function surroundingsKept(
  old: readonly string[],
  mark: Mark,
  now: readonly string[],
  found: { start: number; end: number },
): { left: number; right: number } {
  const reads = (text: readonly string[], start: number, end: number) =>
    foldTypography(text.slice(Math.max(0, start), end).join("")).text;
  const before = (text: readonly string[], at: number) =>
    Array.from(reads(text, at - 2 * AROUND, at)).toReversed();
  const behind = (text: readonly string[], at: number) =>
    Array.from(reads(text, at, at + 2 * AROUND));
  return {
    left: kept(before(old, mark.start), before(now, found.start)),
    right: kept(behind(old, mark.end), behind(now, found.end)),
  };
}

function kept(one: readonly string[], other: readonly string[]): number {
  let length = 0;
  while (length < AROUND && one[length] === other[length]) length++;
  return length;
}

/** Whether a mark holds a part of a copy of the quotation together with what stands beside it. */
function reachesOverQuotation({ old, quotation }: Trial, mark: Mark): boolean {
  const length = Array.from(quotation).length;
  for (let at = old.indexOf(quotation); at >= 0; at = old.indexOf(quotation, at + 1)) {
    const start = Array.from(old.slice(0, at)).length;
    const isTouched = start < mark.end && mark.start < start + length;
    if (isTouched && (mark.start < start || mark.end > start + length)) return true;
  }
  return false;
}

/** Whether a mark's characters still stand together, and nothing else in the new text reads like them. */
export function isUnambiguous(trial: Trial, mark: Mark): boolean {
  if (mark.truth === null) return false;
  const first = trial.now.indexOf(mark.words);
  return first >= 0 && trial.now.indexOf(mark.words, first + 1) < 0;
}

function article(random: Random, style: Style, quotation: string): string {
  const paragraphs = Array.from({ length: style.paragraphs }, () =>
    inventedParagraph(random, style, "first"),
  );
  for (let n = 0; n < 5; n++) {
    const at = random.below(paragraphs.length);
    const before = paragraphs[at] ?? "";
    paragraphs[at] = random.chance(0.5) ? `${before} ${quotation}` : `${quotation} ${before}`;
    if (random.chance(0.2)) paragraphs.splice(at, 0, quotation);
  }
  return paragraphs.join("\n\n");
}

function words(random: Random, { words: all }: Style, count: number): string {
  return Array.from({ length: count }, () => random.pick(all)).join(" ");
}

function placesOf(
  written: readonly Written[],
  start: number,
  end: number,
  isCopy: boolean,
): number[] {
  return written.flatMap((one, place) =>
    one.from === start &&
    written
      .slice(place, place + end - start)
      .every(({ from, isCopy: copied }, n) => from === start + n && (isCopy || !copied)) &&
    place + end - start <= written.length
      ? [place]
      : [],
  );
}

/** Words, a sentence, a paragraph, the quotation, one character, a part of a word, or everything. */
function pickSpan(
  random: Random,
  old: string,
  points: readonly string[],
  quotation: string,
): { start: number; end: number } {
  const kind = random.below(20);
  const at = random.below(points.length);
  if (kind < 5) {
    const found = [...old.matchAll(new RegExp(escaped(quotation), "gu"))];
    const chosen = random.pick(found);
    const start = [...old.slice(0, chosen.index)].length;
    const inner = random.below(3);
    const end = start + [...quotation].length;
    return inner === 0 ? { start: start + 1, end: end - 2 } : { start, end };
  }
  if (kind < 14) return wordsFrom(points, at, 1 + random.below(random.pick([2, 6, 15])));
  if (kind < 16) return between(points, at, (character) => /[.…\n]/u.test(character));
  if (kind < 17) return between(points, at, (character) => character === "\n");
  if (kind < 18) return { start: at, end: at + 1 };
  if (kind < 19 || random.chance(0.7))
    return { start: at, end: Math.min(points.length, at + 1 + random.below(30)) };
  return { start: 0, end: points.length };
}

function wordsFrom(points: readonly string[], at: number, count: number) {
  const isLetter = (n: number) => /[\p{L}\p{N}]/u.test(points[n] ?? "");
  let start = at;
  while (start < points.length && !isLetter(start)) start++;
  while (start > 0 && isLetter(start - 1)) start--;
  if (start >= points.length) return { start: at, end: at + 1 };
  let end = start;
  for (let left = count; left > 0 && end < points.length; left--) {
    while (end < points.length && !isLetter(end)) end++;
    while (end < points.length && isLetter(end)) end++;
  }
  return { start, end };
}

function between(points: readonly string[], at: number, isEdge: (character: string) => boolean) {
  let start = at;
  while (start > 0 && !isEdge(points[start - 1] ?? "")) start--;
  let end = at + 1;
  while (end < points.length && !isEdge(points[end - 1] ?? "")) end++;
  while (start < end - 1 && /\s/u.test(points[start] ?? "")) start++;
  return { start, end };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
