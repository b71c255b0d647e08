"use client";

import { useCallback, useEffect, useRef, type RefObject } from "react";
import { whenPainted } from "#components/ui/when-painted.ts";
import { type CaretUnit, moveCaret } from "#lib/text/caret-moves.ts";
import type { Utf16 } from "#lib/text/offsets.ts";
import type { ArticleText, TextBlock } from "./article-text.ts";
import { readSelection, selectPlaces, type SelectedPlaces } from "./browser-selection.ts";
import { caretKey, isMac, type OwnJumps } from "./caret-keys.ts";
import type { DomMap } from "./dom-map.ts";
import { firstFrom } from "./first-from.ts";

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
  /** Nothing is selected any more, and the caret stays. The browser's own selection follows a frame behind. */
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
  // The browser's selection that is to go, and where the caret stays.
  const toClear = useRef<{ head: Utf16 | undefined } | null>(null);

  const settle = useCallback((selection: TextSelection | null) => {
    const before = last.current;
    const isSame = before?.anchor === selection?.anchor && before?.head === selection?.head;
    if (isSame && selection?.by !== "keyboard") return;
    last.current = selection;
    latest.current.report(selection);
  }, []);

  const select = useCallback(
    (anchor: Utf16, head: Utf16) => {
      toClear.current = null;
      if (dom) selectPlaces(dom, { anchor, head });
    },
    [dom],
  );
  const clearNow = useCallback(() => {
    const head = toClear.current?.head;
    if (toClear.current === null) return;
    toClear.current = null;
    if (head !== undefined) return select(head, head);
    getSelection()?.removeAllRanges();
    latest.current.report(null);
  }, [select]);
  const clear = useCallback(() => {
    toClear.current = { head: last.current?.head };
    last.current = null;
    // It takes the browser as long as all of the mark that the words were given: that is seen first.
    whenPainted(clearNow);
  }, [clearNow]);

  useEffect(() => {
    if (!dom) return;
    const map = dom;
    let isPointerDown = false;
    let isTouch = false;
    let isAltHeld = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const { root } = dom;

    function readByPointer(): void {
      // What is to be cleared is no choice of the reader's any more.
      if (toClear.current !== null) return;
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
      clearNow();
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
      const key = caretKey(event, isMac(), () => isRightToLeft(dom), latest.current.jumps);
      if (!key || event.target !== root || event.defaultPrevented) return;
      clearNow();
      const read = readSelection(dom) ?? startOfView(latest.current.article, map);
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
      const start = startOfView(latest.current.article, map);
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
  }, [dom, openFolds, select, settle, clearNow]);

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

/** The beginning of the first block that the reader sees; of the first to read where none is seen. */
function startOfView({ blocks }: ArticleText, dom: DomMap): SelectedPlaces | null {
  const top = dom.root.closest("[data-scroller]")?.getBoundingClientRect().top ?? 0;
  const isSeen = (element: HTMLElement | null) =>
    (element?.getBoundingClientRect().bottom ?? 0) > top;
  const seen = firstFrom(dom.parts, ({ element }) => isSeen(element));
  const shown = blocks
    .slice(dom.parts[seen]?.from ?? blocks.length)
    .find(({ boilerplate, index }) => boilerplate === null && isSeen(dom.elementOf(index)));
  const { startUtf16: start } =
    shown ?? blocks.find(({ boilerplate }) => boilerplate === null) ?? {};
  return start === undefined ? null : { anchor: start, head: start };
}

function isReadable(block: TextBlock, index: number, open: ReadonlySet<number>): boolean {
  return block.endUtf16 > block.startUtf16 && (block.boilerplate === null || open.has(index));
}
