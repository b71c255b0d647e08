import type { TextBlock } from "./article-text.ts";

/** Draws a block with its words; `number` is shown in the margin. */
export type DrawBlock = (block: TextBlock, text: string, number: number | null) => HTMLElement;

/**
 * Draws each block once: the same block keeps its element when what lies around it is drawn anew, so
 * that the page knows its height still and nothing jumps.
 */
export function blockDrawer(): DrawBlock {
  const blocks: TextBlock[] = [];
  const elements: HTMLElement[] = [];
  return (block, text, number) => {
    const known = blocks[block.index] === block ? elements[block.index] : undefined;
    const element = known ?? elementFor(block, text.slice(block.startUtf16, block.endUtf16));
    blocks[block.index] = block;
    elements[block.index] = element;
    if (number === null) element.removeAttribute("data-number");
    else element.setAttribute("data-number", String(number));
    return element;
  };
}

const HEADINGS: Readonly<Record<string, string>> = { title: "h2", heading: "h3" };

function elementFor({ kind, index }: TextBlock, words: string): HTMLElement {
  const element = document.createElement(HEADINGS[kind] ?? "p");
  element.setAttribute("data-block", String(index));
  element.setAttribute("data-kind", kind);
  if (isBulletWanted(kind, words)) element.setAttribute("data-bullet", "");
  element.dir = "auto";
  if (words !== "") element.append(words);
  return element;
}

/** A list item of a page has no bullet in its text; one of plain text or Markdown brings its own. */
function isBulletWanted(kind: string, words: string): boolean {
  return kind === "list-item" && !/^\s*(?:[-*+•–]|\d+[.)])\s/u.test(words);
}
