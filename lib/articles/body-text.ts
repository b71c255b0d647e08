import { offsetMap } from "#lib/text/offsets.ts";

/** A block as it is stored; offsets in code points. */
export type StoredBlock = {
  readonly kind: string;
  readonly boilerplate: string | null;
  readonly start: number;
  readonly end: number;
};

/**
 * The article's own text: the blocks that are neither boilerplate nor title nor caption, a blank line
 * between them. The same as clean() gives, with what people corrected since.
 */
export function bodyText(text: string, blocks: readonly StoredBlock[]): string {
  const map = offsetMap(text);
  return blocks
    .filter((each) => each.boilerplate === null && each.kind !== "title" && each.kind !== "caption")
    .map((each) => text.slice(map.toUtf16(each.start), map.toUtf16(each.end)))
    .join("\n\n");
}
