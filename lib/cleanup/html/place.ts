/** Where a block stands in a page: one element, with what the rules may know about it. */
export type Place = {
  readonly tag: string;
  /** Class names, id and test ids as words in lower case: "article body related links". */
  readonly label: string;
  readonly role: string;
  readonly itemprop: string;
  readonly parent: Place | null;
  readonly depth: number;
};

/** A block of a page with the facts that tell body from boilerplate. */
export type PageBlock = {
  readonly text: string;
  readonly place: Place;
  /** Characters other than white space that stand inside links. */
  readonly linkedChars: number;
  /** Length as measure.ts counts it. */
  readonly letters: number;
};

/** The element itself and all around it, innermost first. */
export function* ancestry(place: Place): Generator<Place> {
  for (let at: Place | null = place; at; at = at.parent) yield at;
}

export function isWithin(place: Place, outer: Place): boolean {
  for (let at: Place | null = place; at && at.depth >= outer.depth; at = at.parent) {
    if (at === outer) return true;
  }
  return false;
}

/** Share of the text that is link, 0…1. */
export function linkDensity(block: PageBlock): number {
  return block.linkedChars / Math.max(1, block.text.replace(/\s+/g, "").length);
}
