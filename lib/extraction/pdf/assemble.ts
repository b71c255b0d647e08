import type { Block, BlockKind } from "#lib/cleanup/block.ts";
import { clean, type Cleaned } from "#lib/cleanup/clean.ts";
import { canonicalText } from "#lib/text/canonical.ts";
import { codePoint, codePointLength, sliceCodePoints } from "#lib/text/offsets.ts";
import { isBulleted, isNumbered, type Paragraph } from "./paragraphs.ts";
import { type Shape, shapeOf } from "./shape.ts";

/**
 * Text and blocks of a PDF's paragraphs, a blank line between them. The clean-up looks at the text
 * without the furniture, which would stand in its way; what is furniture, heading or list is known
 * from the pages.
 */
export function assemble(paragraphs: readonly Paragraph[]): Cleaned {
  const parts = paragraphs.flatMap((paragraph) => {
    const text = canonicalText(paragraph.text.replace(UNPRINTED, "")).trim();
    return text === "" ? [] : [{ ...paragraph, text }];
  });
  const own = parts.filter(({ furniture }) => furniture === null);
  if (own.length === 0) return assembleBare(parts);
  const cleaned = clean({
    text: own.map(({ text }) => text).join("\n\n"),
    mediaType: "text/plain",
  });
  const kinds = kindsOf(own);
  const blocks: Block[] = [];
  const isPrint = isPrintedPage(parts);
  let [at, within, next] = [0, 0, 0];
  for (const part of parts) {
    const length = codePointLength(part.text);
    if (part.furniture !== null) {
      blocks.push({
        kind: "paragraph",
        boilerplate: part.furniture,
        start: codePoint(at),
        end: codePoint(at + length),
      });
    } else {
      for (; next < cleaned.blocks.length; next++) {
        const block = cleaned.blocks[next];
        if (!block || block.start >= within + length) break;
        blocks.push({
          ...settle(block, kinds.get(part) ?? null, isPrint),
          start: codePoint(Math.max(block.start, within) - within + at),
          end: codePoint(Math.min(block.end, within + length) - within + at),
        });
        // The rest of it stands in the next paragraph.
        if (block.end > within + length) break;
      }
      within += length + 2;
    }
    at += length + 2;
  }
  const text = parts.map((part) => part.text).join("\n\n");
  return { ...cleaned, text, blocks, bodyText: bodyOf(text, blocks) };
}

/** Characters that control printers, and the mark of byte order. */
const UNPRINTED = /[^\P{Cc}\t\n]|\ufeff/gu;

/** Nothing but furniture: then it is the text. */
function assembleBare(parts: readonly Paragraph[]): Cleaned {
  return clean({ text: parts.map(({ text }) => text).join("\n\n"), mediaType: "text/plain" });
}

/**
 * A document has no page around its article, so that what looks like a menu is a table or a list;
 * unless it is a page of the web that was printed.
 */
function settle(block: Block, kind: BlockKind | null, isPrint: boolean): Block {
  const isPageRule = block.boilerplate === "navigation" || block.boilerplate === "teaser";
  const boilerplate = isPageRule && !isPrint ? null : block.boilerplate;
  if (boilerplate !== null || kind === null) return { ...block, boilerplate };
  const isKept = block.kind === "caption" || block.kind === "update" || block.kind === "title";
  return { ...block, boilerplate, kind: isKept && kind !== "title" ? block.kind : kind };
}

function isPrintedPage(parts: readonly Paragraph[]): boolean {
  return parts.some(({ furniture, text }) => furniture !== null && /https?:\/\//.test(text));
}

/** What the size and the look of its letters say of a paragraph. */
function kindsOf(parts: readonly Paragraph[]): ReadonlyMap<Paragraph, BlockKind> {
  const shape = shapeOf(parts.flatMap(({ lines }) => lines));
  const title = titleOf(parts, shape);
  const kinds = new Map<Paragraph, BlockKind>();
  parts.forEach((part, index) => {
    if (part === title) kinds.set(part, "title");
    else if (isHeading(part, parts[index + 1], shape)) kinds.set(part, "heading");
    else if (isBulleted(part.text) || isNumbered(part.text)) kinds.set(part, "list-item");
  });
  return kinds;
}

/** The largest words at the beginning. */
function titleOf(parts: readonly Paragraph[], shape: Shape): Paragraph | null {
  const [largest] = parts
    .slice(0, 12)
    .filter(
      ({ lines, text }) => lines[0]?.page === 0 && text.length < 300 && /\p{L}{2}/u.test(text),
    )
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  return largest && sizeOf(largest) > shape.bodySize * 1.25 ? largest : null;
}

function isHeading(part: Paragraph, next: Paragraph | undefined, shape: Shape): boolean {
  if (part.lines.length > 4 || part.text.length > 250 || part.lines.some(({ isRow }) => isRow))
    return false;
  if (!/\p{L}{2}/u.test(part.text) || /[,;]$/.test(part.text)) return false;
  if (sizeOf(part) > shape.bodySize * 1.12) return true;
  const isOtherFont = part.lines.every(({ font }) => font !== shape.bodyFont);
  const isFollowed = next?.lines[0]?.font === shape.bodyFont;
  const isShort = part.lines.length <= 2 && part.text.split(/\s+/).length <= 14;
  return (
    isOtherFont &&
    isFollowed &&
    isShort &&
    !/[.!:…]["”’)]*$/.test(part.text) &&
    sizeOf(part) >= shape.bodySize * 0.95
  );
}

function sizeOf({ lines }: Paragraph): number {
  return Math.max(0, ...lines.map(({ size }) => size));
}

function bodyOf(text: string, blocks: readonly Block[]): string {
  return blocks
    .filter(
      ({ boilerplate, kind }) => boilerplate === null && kind !== "title" && kind !== "caption",
    )
    .map(({ start, end }) => sliceCodePoints(text, start, end))
    .join("\n\n");
}
