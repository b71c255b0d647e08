/**
 * Cards in reading order: at which height the words of each stand, and how high it is itself; pixels
 * from the text's top. Thousands are laid out for each press of a key: two lists of numbers, and no
 * object for each.
 */
export type PlacedCards = {
  readonly anchors: readonly number[];
  readonly heights: readonly number[];
};

/**
 * The top of each card, in the order given: beside its words where there is room, else as near below
 * as the cards above allow, so that none covers another. The pinned card (its place in the list, or
 * null) stands at its words exactly; those above it make way upwards, beyond the top of the page if
 * they must: they come back when it is let go, and can be stepped to.
 */
export function layoutCards(cards: PlacedCards, pinned: number | null, gap: number): number[] {
  const tops: number[] = [];
  pushDown(cards, tops, 0, 0, gap);
  if (pinned !== null) pin(cards, tops, pinned, gap);
  return tops;
}

function pushDown(
  { anchors, heights }: PlacedCards,
  tops: number[],
  first: number,
  from: number,
  gap: number,
): void {
  let free = from;
  for (let index = first; index < anchors.length; index++) {
    const top = Math.max(anchors[index] ?? 0, free);
    tops[index] = top;
    free = top + (heights[index] ?? 0) + gap;
  }
}

function pin(cards: PlacedCards, tops: number[], pinned: number, gap: number): void {
  const { anchors, heights } = cards;
  const top = anchors[pinned] ?? 0;
  tops[pinned] = top;
  let ceiling = top;
  for (let index = pinned - 1; index >= 0; index--) {
    ceiling -= gap + (heights[index] ?? 0);
    // Whoever stands high enough makes no way, and nobody above does.
    if ((tops[index] ?? 0) <= ceiling) break;
    tops[index] = ceiling;
  }
  pushDown(cards, tops, pinned + 1, top + (heights[pinned] ?? 0) + gap, gap);
}
