import type { Utf16 } from "#lib/text/offsets.ts";
import type { DomMap } from "./dom-map.ts";

/** Where the browser's selection begins and ends, in the text. */
export type SelectedPlaces = { readonly anchor: Utf16; readonly head: Utf16 };

/** Null where nothing in this text is selected. */
export function readSelection(dom: DomMap | null): SelectedPlaces | null {
  const selection = getSelection();
  if (!dom || !selection?.anchorNode || !selection.focusNode) return null;
  const anchor = dom.toOffset(selection.anchorNode, selection.anchorOffset);
  const head = dom.toOffset(selection.focusNode, selection.focusOffset);
  return anchor === null || head === null ? null : { anchor, head };
}

/** Makes it the browser's selection; a caret where both places are one. */
export function selectPlaces(dom: DomMap, { anchor, head }: SelectedPlaces): void {
  const from = dom.toDom(anchor, anchor <= head ? "after" : "before");
  const to = dom.toDom(head, anchor <= head ? "before" : "after");
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}
