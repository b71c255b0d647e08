import type { PlacedCards } from "./card-layout.ts";

/** A card that its neighbours push this far from its words (pixels) is in a crowd. */
const MOST_PUSHED = 480;

/**
 * Which cards are to be one line high: all of each run of cards in which one would stand far from its
 * words. Heights are those of open cards, as they are estimated: measured ones would change with the
 * answer.
 */
export function crowds({ anchors, heights }: PlacedCards, gap: number): boolean[] {
  const crowded: boolean[] = anchors.map(() => false);
  let first = 0;
  let furthest = 0;
  let free = 0;
  for (let index = 0; index < anchors.length; index++) {
    const anchor = anchors[index] ?? 0;
    if (anchor >= free) close(index);
    const top = Math.max(anchor, free);
    furthest = Math.max(furthest, top - anchor);
    free = top + (heights[index] ?? 0) + gap;
  }
  close(anchors.length);
  return crowded;

  function close(behind: number): void {
    if (furthest > MOST_PUSHED) crowded.fill(true, first, behind);
    first = behind;
    furthest = 0;
  }
}
