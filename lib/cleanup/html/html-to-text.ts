import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { canonicalText } from "#lib/text/canonical.ts";
import { BlockWriter } from "./block-writer.ts";
import { attribute, isElement, isText, wordsOfLabel } from "./elements.ts";
import type { Hiding } from "./hidden.ts";
import { hidesNothing, hidingOf, isHiddenByItself } from "./hidden.ts";
import type { PageBlock, Place } from "./place.ts";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
type Element = DefaultTreeAdapterTypes.Element;

export type Page = {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly blocks: readonly PageBlock[];
};

/**
 * What a browser would show of a page, as blocks in document order. Scripts, styles, templates and
 * hidden elements are no text. White space collapses as in a browser, `<br>` breaks a line, two of
 * them end a block, `<pre>` stays as it is, and the cells of a simple table row are parted by tabs.
 */
export function htmlToText(html: string): Page {
  const document = parse(html);
  const shown = shownBlocks(document);
  if (lengthOf(shown) < TOO_LITTLE && /<noscript/i.test(html)) {
    // Scripts would have filled this page. What it shows without them stands in its noscript.
    const bare = parse(html, { scriptingEnabled: false });
    const blocks = readBlocks(bare, isHiddenByItself, SILENT_TAGS);
    if (lengthOf(blocks) >= Math.max(TOO_LITTLE, lengthOf(shown) * 2)) return { document, blocks };
  }
  return { document, blocks: shown };
}

/** Fewer characters than this are a page's name and a request to switch on scripts. */
const TOO_LITTLE = 250;

function shownBlocks(document: DefaultTreeAdapterTypes.Document): PageBlock[] {
  const hiding = hidingOf(document);
  const plain = readBlocks(document, isHiddenByItself);
  const shown = hiding ? readBlocks(document, hiding) : plain;
  // What hides most of a page waits for a script to show it.
  if (hiding && lengthOf(shown) < lengthOf(plain) * 0.5) return plain;
  // A page that hides its whole body until its scripts have run is still a page.
  return shown.length > 0 ? shown : readBlocks(document, hidesNothing);
}

function lengthOf(blocks: readonly PageBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}

function readBlocks(
  document: DefaultTreeAdapterTypes.Document,
  isHidden: Hiding,
  noText: ReadonlySet<string> = NO_TEXT_TAGS,
): PageBlock[] {
  const writer = new BlockWriter();
  // Pages may nest a hundred thousand elements: no recursion.
  const stack: Step[] = [{ node: document, place: ROOT, isLeaving: false, isSimpleRow: false }];
  for (let step = stack.pop(); step; step = stack.pop()) {
    const { node, place, isLeaving } = step;
    if (isText(node)) {
      writer.text(node.value);
    } else if (isElement(node)) {
      if (isLeaving) leave(node, step, writer);
      else if (!isNoText(node, noText) && !isHidden(node)) enter(node, step, writer, stack);
    } else if ("childNodes" in node) {
      pushChildren(node.childNodes, place, false, stack);
    }
  }
  writer.endBlock();
  return writer.blocks.flatMap((block) => {
    const text = canonicalText(block.text.replaceAll("\u0000", "")).trim();
    return text ? [{ ...block, text }] : [];
  });
}

type Step = {
  readonly node: Node;
  readonly place: Place;
  readonly isLeaving: boolean;
  /** Inside a table row whose cells hold nothing but words. */
  readonly isSimpleRow: boolean;
};

const ROOT: Place = { tag: "#document", label: "", role: "", itemprop: "", parent: null, depth: 0 };

/** Deeper elements count as part of the one at this depth. */
const DEEPEST = 250;

function enter(element: Element, step: Step, writer: BlockWriter, stack: Step[]): void {
  const tag = element.tagName;
  if (tag === "br") return writer.lineBreak();
  if (tag === "wbr") return;
  const isCell = step.isSimpleRow && (tag === "td" || tag === "th");
  const isBlock = BLOCK_TAGS.has(tag) && !isCell;
  const place = step.place.depth < DEEPEST ? placeOf(element, step.place) : step.place;
  const isSimpleRow = step.isSimpleRow || (tag === "tr" && hasOnlyWords(element));

  if (isCell) writer.cell();
  if (isBlock) writer.startBlock(place);
  if (tag === "a") writer.startLink();
  if (tag === "pre" || tag === "textarea") writer.startPre();
  stack.push({ ...step, isLeaving: true });
  pushChildren(element.childNodes, place, isSimpleRow, stack);
}

function leave(element: Element, step: Step, writer: BlockWriter): void {
  const tag = element.tagName;
  if (tag === "a") writer.endLink();
  if (tag === "pre" || tag === "textarea") writer.endPre();
  const isCell = step.isSimpleRow && (tag === "td" || tag === "th");
  if (BLOCK_TAGS.has(tag) && !isCell) writer.startBlock(step.place);
}

function pushChildren(
  children: readonly DefaultTreeAdapterTypes.ChildNode[],
  place: Place,
  isSimpleRow: boolean,
  stack: Step[],
): void {
  for (let index = children.length - 1; index >= 0; index--) {
    const node = children[index];
    if (node) stack.push({ node, place, isLeaving: false, isSimpleRow });
  }
}

function placeOf(element: Element, parent: Place): Place {
  const named = (name: string) => attribute(element, name) ?? "";
  const label = `${named("class")} ${named("id")} ${named("data-testid")} ${named("data-component")}`;
  return {
    tag: element.tagName,
    label: label.trim() ? wordsOfLabel(label) : "",
    role: named("role").toLowerCase(),
    itemprop: named("itemprop").toLowerCase(),
    parent,
    depth: parent.depth + 1,
  };
}

function isNoText(element: Element, noText: ReadonlySet<string>): boolean {
  return (
    noText.has(element.tagName) ||
    (element.tagName === "dialog" && attribute(element, "open") === undefined)
  );
}

function hasOnlyWords(row: Element): boolean {
  const waiting: Element[] = [row];
  let seen = 0;
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (++seen > 200) return false;
    for (const child of element.childNodes) {
      if (!isElement(child)) continue;
      if (BLOCK_TAGS.has(child.tagName) && child.tagName !== "td" && child.tagName !== "th")
        return false;
      waiting.push(child);
    }
  }
  return true;
}

const NO_TEXT_TAGS = new Set(
  "script style template noscript noframes head title svg iframe object embed canvas video audio map datalist rp param source track area input img".split(
    " ",
  ),
);

/** The same where scripts are off. */
const SILENT_TAGS = new Set([...NO_TEXT_TAGS].filter((tag) => tag !== "noscript"));

const BLOCK_TAGS = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead tr ul".split(
    " ",
  ),
);
