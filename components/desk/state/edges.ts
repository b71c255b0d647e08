import type { ArticleText } from "#components/editor/article-text.ts";
import { blockIndexAt } from "#components/editor/article-text.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Covering } from "./heard.ts";

/** A stretch of words, or a place where a part of an annotation begins or ends. */
export type Stretch =
  | { readonly kind: "words"; readonly at: number; readonly words: string }
  | { readonly kind: "begins" | "ends"; readonly at: number; readonly of: Covering };

/** The parts of annotations by the block in which they begin, in reading order. */
export function partsByBlock(
  { blocks, offsets }: ArticleText,
  order: readonly Annotation[],
): ReadonlyMap<number, readonly Covering[]> {
  const found = new Map<number, Covering[]>();
  for (const annotation of order) {
    for (const segment of annotation.segments) {
      const index = blockIndexAt(blocks, offsets.toUtf16(segment.start));
      const known = found.get(index);
      if (known) known.push({ annotation, segment });
      else found.set(index, [{ annotation, segment }]);
    }
  }
  for (const parts of found.values()) parts.sort((a, b) => a.segment.start - b.segment.start);
  return found;
}

/**
 * A block's words, cut where parts of annotations begin and end, in the order of reading: at one place
 * ends stand before beginnings, and the longer begins first. A part that goes on beyond the block ends
 * with it.
 */
export function stretchesOf(
  article: ArticleText,
  block: { readonly start: number; readonly end: number },
  parts: readonly Covering[],
): Stretch[] {
  const edges = parts
    .flatMap((of): Edge[] => [
      { kind: "begins", at: of.segment.start, of },
      { kind: "ends", at: Math.min(of.segment.end, block.end), of },
    ])
    .toSorted((a, b) => a.at - b.at || rankOf(a) - rankOf(b) || lengthOf(b) - lengthOf(a));
  const stretches: Stretch[] = [];
  let at = block.start;
  for (const edge of edges) {
    if (edge.at > at) stretches.push(wordsBetween(article, at, edge.at));
    stretches.push(edge);
    at = Math.max(at, edge.at);
  }
  if (at < block.end) stretches.push(wordsBetween(article, at, block.end));
  return stretches;
}

type Edge = Extract<Stretch, { of: Covering }>;

function rankOf({ kind }: Edge): number {
  return kind === "ends" ? 0 : 1;
}

function lengthOf({ kind, of }: Edge): number {
  const length = of.segment.end - of.segment.start;
  return kind === "begins" ? length : -length;
}

function wordsBetween({ text, offsets }: ArticleText, start: number, end: number): Stretch {
  return {
    kind: "words",
    at: start,
    words: text.slice(offsets.toUtf16(start), offsets.toUtf16(end)),
  };
}
