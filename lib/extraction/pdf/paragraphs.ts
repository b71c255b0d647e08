import { Hyphens } from "./hyphens.ts";
import type { Furniture } from "./furniture.ts";
import type { Line } from "./page.ts";
import { isBelow, type Shape, shapeOf } from "./shape.ts";

export type PagePart = {
  readonly heads: readonly Furniture[];
  readonly feet: readonly Furniture[];
  readonly lines: readonly Line[];
  /** What stands across the page's own direction. */
  readonly turned: readonly string[];
};

/** A paragraph as it is read, or a piece of furniture that stands between two. */
export type Paragraph = {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly furniture: "repeated" | "navigation" | "other" | null;
};

/**
 * Lines put together to paragraphs, over the ends of columns and pages. Furniture and footnotes that
 * stand between the two halves of a paragraph come after it.
 */
export function paragraphsOf(pages: readonly PagePart[]): Paragraph[] {
  const lines = pages.flatMap((page) => page.lines);
  const shape = shapeOf(lines);
  const hyphens = new Hyphens(lines.map(({ text }) => text));
  const done: Paragraph[] = [];
  let open: Line[] = [];
  let held: Paragraph[] = [];
  const close = () => {
    if (open.length > 0) done.push({ text: hyphens.join(open), lines: open, furniture: null });
    open = [];
    done.push(...held);
    held = [];
  };
  for (const page of pages) {
    held.push(...page.heads.map(furniture));
    const notes = notesOf(page.lines, shape);
    let isInNote = false;
    for (const line of page.lines) {
      if (notes.has(line)) {
        held = addNote(held, line, isInNote, shape, hyphens);
        isInNote = true;
        continue;
      }
      isInNote = false;
      const last = open.at(-1);
      if (!last || startsParagraph(open, last, line, shape)) close();
      open.push(line);
    }
    held.push(...page.feet.map(furniture));
    held.push(...page.turned.map((text) => ({ text, lines: [], furniture: "other" as const })));
  }
  close();
  return done;
}

function furniture({ text, boilerplate }: Furniture): Paragraph {
  return { text, lines: [], furniture: boilerplate };
}

function startsParagraph(open: readonly Line[], last: Line, line: Line, shape: Shape): boolean {
  if (last.isRow || line.isRow) return true;
  if (Math.abs(last.size - line.size) > 0.08 * Math.max(last.size, line.size)) return true;
  if (isBulleted(line.text)) return true;
  if (isNumbered(line.text) && (isEnded(last.text) || !isFull(last, shape))) return true;
  if (!isBelow(last, line)) return !goesOnElsewhere(last, line, shape);
  const { left, pitch } = shape.region(line);
  const usual =
    Math.max(pitch, line.size * 1.05) * (line.size / Math.max(1, shape.bodySize) > 1.1 ? 1.35 : 1);
  if (line.y - last.y > usual * 1.3) return true;
  if (BREAKS_WORD.test(last.text)) return false;
  const isLarge = line.size > shape.bodySize * 1.12;
  if (isLarge) return false;
  if (
    last.font !== line.font &&
    open.every(({ font }) => font === last.font) &&
    fitsBehind(last, line, shape)
  ) {
    return true;
  }
  const isIndented = line.x0 > left + line.size * 0.8 && line.x0 > last.x0 + line.size * 0.6;
  const hangs = open.length === 1 && (isBulleted(last.text) || isNumbered(last.text));
  if (isIndented && !hangs && !isOpenQuote(last))
    return isEnded(last.text) || fitsBehind(last, line, shape);
  return fitsBehind(last, line, shape) && (isEnded(last.text) || !/^\p{Ll}/u.test(line.text));
}

/** A paragraph that is not at its end goes on in the next column or on the next page. */
function goesOnElsewhere(last: Line, line: Line, shape: Shape): boolean {
  if (BREAKS_WORD.test(last.text)) return true;
  if (isEnded(last.text)) return false;
  if (/^\p{Ll}/u.test(line.text)) return true;
  const { left } = shape.region(line);
  return (
    line.size <= shape.bodySize * 1.1 &&
    last.font === line.font &&
    isFull(last, shape) &&
    line.x0 < left + line.size * 0.6
  );
}

function isFull(line: Line, shape: Shape): boolean {
  const { left, right } = shape.region(line);
  return line.x1 > left + (right - left) * 0.85;
}

/** Whether the first word of a line would have found room behind the line before: then it was broken on purpose. */
function fitsBehind(last: Line, line: Line, shape: Shape): boolean {
  const { left, right } = shape.region(last);
  const first = /^\S+/.exec(line.text)?.[0].length ?? 0;
  const letter = (line.x1 - line.x0) / Math.max(1, line.text.length);
  // Widths are not exact to the last point.
  return last.x1 + (first + 1.5) * letter < right - (right - left) * 0.02;
}

const BREAKS_WORD = /\p{L}[-\u00ad\u2010]$/u;

function isEnded(text: string): boolean {
  return /[.!?:;…。！？][\s"'”’»)\]\d¹²³⁴-⁹]*$/u.test(text);
}

function isOpenQuote(line: Line): boolean {
  return /[“„«(][^”“»)]*$/.test(line.text) && !isEnded(line.text);
}

export function isBulleted(text: string): boolean {
  return /^(?:[•▪‣◦●○■□➢►✓\uf0b7\uf0a7]|[–—*-]\s)\s*\S/u.test(text);
}

export function isNumbered(text: string): boolean {
  return /^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+\S/.test(text);
}

/** Small letters below the text of a column: footnotes. */
function notesOf(lines: readonly Line[], shape: Shape): ReadonlySet<Line> {
  const notes = new Set<Line>();
  for (const own of Map.groupBy(lines, ({ region }) => region).values()) {
    const isSmall = (line: Line) => line.size < shape.bodySize * 0.92;
    const lastOfBody = own.findLastIndex((line) => !isSmall(line));
    if (lastOfBody === -1) continue;
    for (const line of own.slice(lastOfBody + 1)) notes.add(line);
  }
  return notes;
}

/** A note's lines are paragraphs of their own, held until the text above them is at its end. */
function addNote(
  held: readonly Paragraph[],
  line: Line,
  isInNote: boolean,
  shape: Shape,
  hyphens: Hyphens,
): Paragraph[] {
  const before = held.at(-1);
  const last = before?.lines.at(-1);
  const goesOn =
    isInNote &&
    before &&
    last &&
    !/^(?:\d{1,3}|[*†‡¹²³⁴-⁹])\s?\S/u.test(line.text) &&
    !startsParagraph(before.lines, last, line, shape);
  if (!goesOn) return [...held, { text: line.text, lines: [line], furniture: null }];
  const lines = [...before.lines, line];
  return [...held.slice(0, -1), { text: hyphens.join(lines), lines, furniture: null }];
}
