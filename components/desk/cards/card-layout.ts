/** A card with the height at which its words stand, and its own height; pixels from the text's top. */
export type PlacedCard = { readonly id: string; readonly anchor: number; readonly height: number };

/**
 * The top of each card, in the order given (reading order): beside its words where there is room,
 * else as near below as the cards above allow, so that none covers another. The pinned card stands at
 * its words exactly; those above it make way upwards, beyond the top of the page if they must: they
 * come back when it is let go, and can be stepped to.
 */
export function layoutCards(
  cards: readonly PlacedCard[],
  pinnedId: string | null,
  gap: number,
): Map<string, number> {
  const tops = pushedDown(cards, gap);
  const pinned = cards.findIndex((card) => card.id === pinnedId);
  if (pinned >= 0) {
    pin(cards, tops, pinned, gap);
  }
  return new Map(cards.map((card, index) => [card.id, tops[index] ?? 0]));
}

function pushedDown(cards: readonly PlacedCard[], gap: number): number[] {
  let free = 0;
  return cards.map(({ anchor, height }) => {
    const top = Math.max(anchor, free);
    free = top + height + gap;
    return top;
  });
}

function pin(cards: readonly PlacedCard[], tops: number[], pinned: number, gap: number): void {
  tops[pinned] = cards[pinned]?.anchor ?? 0;
  for (let index = pinned - 1; index >= 0; index--) {
    const ceiling = (tops[index + 1] ?? 0) - gap - (cards[index]?.height ?? 0);
    tops[index] = Math.min(tops[index] ?? 0, ceiling);
  }
  let free = (tops[pinned] ?? 0) + (cards[pinned]?.height ?? 0) + gap;
  for (let index = pinned + 1; index < cards.length; index++) {
    tops[index] = Math.max(cards[index]?.anchor ?? 0, free);
    free = (tops[index] ?? 0) + (cards[index]?.height ?? 0) + gap;
  }
}
