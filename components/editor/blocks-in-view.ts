import type { DomMap } from "./dom-map.ts";
import { firstFrom } from "./first-from.ts";
import type { BlockSpan } from "./range-places.ts";

/**
 * The blocks within two screens of what is seen, in whole parts: a scrolling page shows what was drawn
 * ahead. On a page that is not laid out at all, all of them.
 */
export function blocksInView({ parts }: DomMap): BlockSpan {
  const ahead = 2 * innerHeight;
  const first = firstFrom(parts, ({ element }) => element.getBoundingClientRect().bottom >= -ahead);
  const behind = firstFrom(
    parts,
    ({ element }) => element.getBoundingClientRect().top > innerHeight + ahead,
  );
  const last = parts[Math.max(first, behind - 1)];
  return { from: parts[first]?.from ?? 0, to: last?.to ?? 0 };
}
