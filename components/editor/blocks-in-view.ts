import type { DomMap, DrawnPart } from "./dom-map.ts";
import { firstFrom } from "./first-from.ts";
import { isLaidOut } from "./page-geometry.ts";
import type { BlockSpan } from "./range-places.ts";

/**
 * The blocks within half a screen of what is seen: a scrolling page shows what was drawn ahead. Of a
 * part that the browser has left out so far, all. On a page that is not laid out at all, all of them.
 */
export function blocksInView(dom: DomMap): BlockSpan {
  const ahead = innerHeight / 2;
  const reaches = (element: Element) => element.getBoundingClientRect().bottom >= -ahead;
  const isBeyond = (element: Element) => element.getBoundingClientRect().top > innerHeight + ahead;
  const { parts } = dom;
  const first = firstFrom(parts, ({ element }) => reaches(element));
  const beyond = firstFrom(parts, ({ element }) => isBeyond(element));
  const from = parts[first];
  const to = parts[Math.max(first, beyond - 1)];
  return {
    from: from ? (blockOf(from, dom, reaches) ?? from.from) : 0,
    to: to ? (blockOf(to, dom, isBeyond) ?? to.to) : 0,
  };
}

/** The number of the first block in the part for which that holds; null where nobody can tell. */
function blockOf(
  { from, to }: DrawnPart,
  dom: DomMap,
  holds: (block: Element) => boolean,
): number | null {
  if (!isLaidOut(dom.elementOf(from))) return null;
  const blocks = Array.from({ length: to - from }, (_, index) => dom.elementOf(from + index));
  return from + firstFrom(blocks, (block) => block !== null && holds(block));
}
