import type { Utf16 } from "#lib/text/offsets.ts";
import { blockIndexAt, type ArticleText } from "./article-text.ts";
import { firstFrom } from "./first-from.ts";

/** A place in the page: what StaticRange, Range and Selection take. */
export type DomPlace = { readonly node: Node; readonly offset: number };

/** Canonical text (UTF-16) ↔ the page. It holds until the document is drawn anew. */
export type DomMap = {
  readonly root: HTMLElement;
  /** The passages and folds on the page, in their order. */
  readonly parts: readonly DrawnPart[];
  elementOf(index: number): HTMLElement | null;
  /** The part that holds a block. */
  partOf(index: number): DrawnPart | null;
  /** Of which block it is the words, if that was drawn here, be it on the page still or no longer. */
  blockOf(words: Node): number | null;
  /** Null when the text has no blocks. In a gap: the nearer edge on the side that `between` names. */
  toDom(offset: Utf16, between?: "before" | "after"): DomPlace | null;
  /** Null outside the article's text. Places beside blocks go to the next block's start. */
  toOffset(node: Node, offset: number): Utf16 | null;
};

/** A passage or a fold on the page, with its blocks from the one number to before the other. */
export type DrawnPart = {
  readonly element: HTMLElement;
  readonly from: number;
  readonly to: number;
};

export function domMap(root: HTMLElement, article: ArticleText): DomMap {
  const elements: HTMLElement[] = [];
  for (const element of root.querySelectorAll<HTMLElement>("[data-block]")) {
    elements[indexOf(element)] = element;
  }

  const parts = partsIn(root, elements.length);

  function placeIn(index: number, within: number): DomPlace | null {
    const element = elements[index];
    if (!element) return null;
    const node = element.firstChild;
    return node instanceof Text
      ? { node, offset: Math.min(within, node.length) }
      : { node: element, offset: 0 };
  }

  return {
    root,
    parts,
    elementOf: (index) => elements[index] ?? null,
    partOf: (index) => parts[firstFrom(parts, ({ to }) => to > index)] ?? null,
    blockOf({ parentElement }) {
      if (parentElement === null) return null;
      const index = indexOf(parentElement);
      return elements[index] === parentElement ? index : null;
    },
    toDom(offset, between) {
      const index = blockIndexAt(article.blocks, offset, between);
      const block = article.blocks[index];
      if (!block) return null;
      return placeIn(index, Math.max(0, Math.min(offset, block.endUtf16) - block.startUtf16));
    },
    toOffset(node, offset) {
      if (!root.contains(node)) return null;
      const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
        "[data-block]",
      );
      const block = element && article.blocks[indexOf(element)];
      if (!element || !block) return besideBlocks(node, offset);
      if (node instanceof Text) return Math.min(block.startUtf16 + offset, block.endUtf16) as Utf16;
      return offset === 0 ? block.startUtf16 : block.endUtf16;
    },
  };

  function besideBlocks(node: Node, offset: number): Utf16 | null {
    const place = document.createRange();
    place.setStart(node, offset);
    // The first block that does not start before the place: blocks stand in document order.
    const next =
      article.blocks[firstFrom(elements, (element) => place.comparePoint(element, 0) >= 0)];
    return next?.startUtf16 ?? article.blocks.at(-1)?.endUtf16 ?? null;
  }
}

function partsIn(root: HTMLElement, blocks: number): DrawnPart[] {
  const drawn = [...root.querySelectorAll<HTMLElement>(".article-passage, .article-fold")];
  const starts = drawn.map((element) => {
    const first = element.querySelector("[data-block]");
    return first ? indexOf(first) : blocks;
  });
  return drawn.map((element, at) => ({
    element,
    from: starts[at] ?? blocks,
    to: starts[at + 1] ?? blocks,
  }));
}

/** By its attribute: the object that `dataset` makes would stay with each of thousands. */
function indexOf(block: Element): number {
  return Number(block.getAttribute("data-block") ?? Number.NaN);
}
