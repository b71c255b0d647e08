"use client";

import { useCallback, useEffect, useRef, type RefObject } from "react";
import { type CaretUnit, moveCaret } from "#lib/text/caret-moves.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import type { ArticleText, TextBlock } from "./article-text.ts";
import { readSelection, selectPlaces, type SelectedPlaces } from "./browser-selection.ts";
import { caretKey, isMac, type OwnJumps } from "./caret-keys.ts";
import type { DomMap } from "./dom-map.ts";

/** The browser's selection as places in the text, and how it was made. UTF-16. */
export type TextSelection = {
  readonly anchor: Utf16;
  readonly head: Utf16;
  readonly by: "pointer" | "keyboard";
  /** The reader held words back (Alt), or stepped by characters. */
  readonly isExact: boolean;
  /** How far a key led; none where no key did. */
  readonly unit?: CaretUnit | "line";
};

export type SelectionActions = {
  /** Sets the selection; the page scrolls to its head. */
  select(anchor: Utf16, head: Utf16): void;
  clear(): void;
};

/**
 * Follows the browser's selection in the text, by mouse, touch and keyboard, and moves a caret
 * through the read-only text. `report` hears of each selection when it has settled.
 */
export function useTextSelection(
  article: ArticleText,
  dom: DomMap | null,
  openFolds: RefObject<ReadonlySet<number>>,
  report: (selection: TextSelection | null) => void,
  jumps: OwnJumps = NO_JUMPS,
): SelectionActions {
  const latest = useRef({ article, report, jumps });
  latest.current = { article, report, jumps };
  const last = useRef<TextSelection | null>(null);

  const settle = useCallback((selection: TextSelection | null) => {
    const before = last.current;
    const isSame = before?.anchor === selection?.anchor && before?.head === selection?.head;
    if (isSame && selection?.by !== "keyboard") return;
    last.current = selection;
    latest.current.report(selection);
  }, []);

  const select = useCallback(
    (anchor: Utf16, head: Utf16) => {
      if (dom) selectPlaces(dom, { anchor, head });
    },
    [dom],
  );

  useEffect(() => {
    if (!dom) return;
    const map = dom;
    let isPointerDown = false;
    let isTouch = false;
    let isAltHeld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { root } = dom;

    function readByPointer(): void {
      const read = readSelection(dom);
      // A tap beside the words leaves no selection at all on some phones; the caret stays.
      const head = getSelection()?.rangeCount === 0 ? last.current?.head : undefined;
      const places = read ?? (head === undefined ? null : { anchor: head, head });
      if (places) settle({ ...places, by: "pointer", isExact: isAltHeld });
    }
    function onSelectionChange(): void {
      if (isPointerDown) return;
      clearTimeout(timer);
      // The handles of a touch selection send no pointer events: wait until they rest.
      timer = setTimeout(readByPointer, isTouch ? 250 : 0);
    }
    function onPointerDown(event: PointerEvent): void {
      isTouch = event.pointerType === "touch";
      isPointerDown = !isTouch && event.button === 0;
    }
    function onPointerUp(event: PointerEvent): void {
      isAltHeld = event.altKey;
      if (!isPointerDown) return;
      isPointerDown = false;
      // A click inside a selection clears it only after this event.
      setTimeout(readByPointer, 0);
    }
    function onKeyDown(event: KeyboardEvent): void {
      const key = caretKey(event, isMac(), isRightToLeft(dom), latest.current.jumps);
      if (!key || event.target !== root || event.defaultPrevented) return;
      const read = readSelection(dom) ?? startOfView(latest.current.article, root, map);
      if (!read) return;
      event.preventDefault();
      clearTimeout(timer);
      const { text, blocks } = latest.current.article;
      if (key.kind === "move") {
        const readable = blocks
          .filter((block, index) => isReadable(block, index, openFolds.current))
          .map((block) => ({ start: block.startUtf16, end: block.endUtf16 }));
        const head = moveCaret(text, readable, read.head, key.move, key.isExtending);
        select(key.isExtending ? read.anchor : head, head);
        settle({
          anchor: key.isExtending ? read.anchor : head,
          head,
          by: "keyboard",
          isExact: true,
          unit: key.move.unit,
        });
      } else {
        const selection = getSelection();
        select(read.anchor, read.head);
        selection?.modify(key.isExtending ? "extend" : "move", key.direction, key.granularity);
        const moved = readSelection(dom);
        if (moved) settle({ ...moved, by: "keyboard", isExact: true, unit: "line" });
      }
    }
    function onFocus(): void {
      if (isPointerDown || isTouch || readSelection(dom)) return;
      const start = startOfView(latest.current.article, root, map);
      if (!start) return;
      select(start.anchor, start.head);
      settle({ ...start, by: "keyboard", isExact: true });
    }

    document.addEventListener("selectionchange", onSelectionChange);
    root.addEventListener("pointerdown", onPointerDown);
    window.addEventListener("pointerup", onPointerUp);
    root.addEventListener("keydown", onKeyDown);
    root.addEventListener("focus", onFocus);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", onSelectionChange);
      root.removeEventListener("pointerdown", onPointerDown);
      window.removeEventListener("pointerup", onPointerUp);
      root.removeEventListener("keydown", onKeyDown);
      root.removeEventListener("focus", onFocus);
    };
  }, [dom, openFolds, select, settle]);

  const clear = useCallback(() => {
    const selection = getSelection();
    const head = last.current?.head;
    last.current = null;
    if (head === undefined) selection?.removeAllRanges();
    else select(head, head);
    latest.current.report(null);
  }, [select]);

  return { select, clear };
}

const NO_JUMPS: OwnJumps = {};

/** Whether the caret stands in a block that reads from right to left, where the left arrow leads on. */
function isRightToLeft(dom: DomMap | null): boolean {
  const node = getSelection()?.focusNode;
  if (!dom || !node || !dom.root.contains(node)) return false;
  const block = (node instanceof Element ? node : node.parentElement)?.closest("[data-block]");
  return block != null && getComputedStyle(block).direction === "rtl";
}

/** The first block that the reader sees. */
function startOfView(article: ArticleText, root: HTMLElement, dom: DomMap): SelectedPlaces | null {
  const top = root.closest("[data-scroller]")?.getBoundingClientRect().top ?? 0;
  let fallback: SelectedPlaces | null = null;
  for (const [index, { boilerplate, startUtf16: start }] of article.blocks.entries()) {
    if (boilerplate !== null) continue;
    fallback ??= { anchor: start, head: start };
    if ((dom.elementOf(index)?.getBoundingClientRect().bottom ?? 0) > top)
      return { anchor: start, head: start };
  }
  return fallback;
}

function isReadable(block: TextBlock, index: number, open: ReadonlySet<number>): boolean {
  return block.endUtf16 > block.startUtf16 && (block.boilerplate === null || open.has(index));
}
