import type { BlockKind } from "./block.ts";
import type { Draft } from "./draft.ts";
import { draftText } from "./draft.ts";
import { linesOf } from "./plain-blocks.ts";

/**
 * Divides Markdown into blocks. The text stays the file's own text, signs and all: a heading's block
 * begins at its number signs. Front matter, rules and pictures without words are marked.
 */
export function markdownBlocks(text: string): Draft[] {
  const blocks: Draft[] = [];
  const lines = linesOf(text);
  const fences = fencedLines(text, lines);
  const matter = frontMatterEnd(text);
  lines.forEach((line, index) => {
    const words = draftText(text, line);
    if (line.start < matter) {
      extend(blocks, { ...line, boilerplate: "other" }, true);
      return;
    }
    const open = blocks.at(-1);
    const isAdjacent =
      open !== undefined &&
      open.start >= matter &&
      !/\n\s*\n/.test(text.slice(open.end, line.start));
    if (fences.has(index)) {
      extend(blocks, line, fences.get(index) === fences.get(index - 1));
      return;
    }
    if (
      SETEXT.test(words) &&
      isAdjacent &&
      open?.kind === "paragraph" &&
      open.end - open.start < 200
    ) {
      blocks[blocks.length - 1] = { ...open, kind: "heading", end: line.end };
      return;
    }
    const kind = kindOf(words);
    const isOther = RULE.test(words) || PICTURE.test(words);
    const goesOn = isAdjacent && !isOther && continues(kind, open);
    extend(blocks, { ...line, kind, boilerplate: isOther ? "other" : null }, goesOn);
  });
  return blocks;
}

/** Title, author and date as front matter between two lines of dashes states them. */
export function frontMatter(text: string): Readonly<Record<string, string>> {
  const stated: Record<string, string> = {};
  for (const line of text.slice(0, frontMatterEnd(text)).split("\n")) {
    const field = /^([A-Za-z_-]+):\s*(.+)$/.exec(line);
    if (field?.[1] && field[2]) {
      stated[field[1].toLowerCase()] = field[2].trim().replace(/^(["'])(.*)\1$/, "$2");
    }
  }
  return stated;
}

function frontMatterEnd(text: string): number {
  return /^---\n(?:[A-Za-z_-]+:.*\n|[ \t-].*\n)+---(?:\n|$)/.exec(text)?.[0].length ?? 0;
}

function kindOf(words: string): BlockKind {
  if (/^#{1,6}\s/.test(words)) return "heading";
  if (/^(?:[*+-]|\d{1,9}[.)])\s/.test(words)) return "list-item";
  if (words.startsWith(">")) return "quotation";
  return "paragraph";
}

/** Lines of one paragraph, further lines of a quotation, and lazy lines of either or of an item. */
function continues(kind: BlockKind, open: Draft | undefined): boolean {
  if (!open || open.boilerplate || open.kind === "heading") return false;
  return kind === "paragraph" || (kind === "quotation" && open.kind === "quotation");
}

function extend(blocks: Draft[], line: Draft, goesOn: boolean): void {
  const open = blocks.at(-1);
  if (goesOn && open) blocks[blocks.length - 1] = { ...open, end: line.end };
  else blocks.push(line);
}

const SETEXT = /^(?:=+|-{2,})$/;
const RULE = /^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const PICTURE = /^(?:\[?!\[[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?\s*)+$/;

/** The lines between fences of code, each with the number of its fence. */
function fencedLines(text: string, lines: readonly Draft[]): Map<number, number> {
  const fenced = new Map<number, number>();
  let isInside = false;
  let fence = 0;
  lines.forEach((line, index) => {
    const isFence = /^(?:```|~~~)/.test(text.slice(line.start, line.start + 3));
    if (isFence && !isInside) fence++;
    if (isInside || isFence) fenced.set(index, fence);
    if (isFence) isInside = !isInside;
  });
  return fenced;
}
