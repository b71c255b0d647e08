import type { PlacedCard } from "./card-layout.ts";

/** A card that its neighbours push this far from its words (pixels) is in a crowd. */
const MOST_PUSHED = 320;

/**
 * The cards that are to be one line high: all of each run of cards in which one would stand far from
 * its words. Heights are those of open cards, as they are estimated: measured ones would change with
 * the answer. In the order of their anchors.
 */
export function crowds(cards: readonly PlacedCard[], gap: number): ReadonlySet<string> {
  const crowded = new Set<string>();
  let run: string[] = [];
  let furthest = 0;
  let free = 0;
  function close(): void {
    if (furthest > MOST_PUSHED) for (const id of run) crowded.add(id);
    run = [];
    furthest = 0;
  }
  for (const { id, anchor, height } of cards) {
    if (anchor >= free) close();
    const top = Math.max(anchor, free);
    run.push(id);
    furthest = Math.max(furthest, top - anchor);
    free = top + height + gap;
  }
  close();
  return crowded;
}
