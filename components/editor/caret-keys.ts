import type { CaretMove } from "#lib/text/caret-moves.ts";

/** What a key press means to the caret in the read-only text. */
export type CaretKey =
  | { readonly kind: "move"; readonly move: CaretMove; readonly isExtending: boolean }
  /** Steps that depend on how lines break, which only the browser knows. */
  | {
      readonly kind: "line";
      readonly granularity: "line" | "lineboundary";
      readonly direction: "forward" | "backward";
      readonly isExtending: boolean;
    };

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/**
 * Reads a key press: arrows by character and line, with Ctrl (Option on a Mac) by word and block,
 * full stop and comma by sentence, the two keys beside L by clause, the two beside P by quotation,
 * Home and End by line, with Ctrl to the article's ends. Shift extends. In a block that reads from
 * right to left the arrows lead where they point. Null for any other key.
 */
export function caretKey(press: KeyPress, isMac: boolean, isRightToLeft = false): CaretKey | null {
  const onwards = isRightToLeft ? "backward" : "forward";
  const back = isRightToLeft ? "forward" : "backward";
  const isExtending = press.shiftKey;
  const isByWord = isMac ? press.altKey : press.ctrlKey;
  const isToEnd = isMac ? press.metaKey : press.ctrlKey;
  const isPlain = !press.ctrlKey && !press.altKey && !press.metaKey;

  switch (press.code) {
    case "Period":
      return isPlain ? move("sentence", "forward") : null;
    case "Comma":
      return isPlain ? move("sentence", "backward") : null;
    case "Quote":
      return isPlain ? move("clause", "forward") : null;
    case "Semicolon":
      return isPlain ? move("clause", "backward") : null;
    case "BracketRight":
      return isPlain ? move("quotation", "forward") : null;
    case "BracketLeft":
      return isPlain ? move("quotation", "backward") : null;
    default:
  }
  switch (press.key) {
    case "ArrowRight":
      return isByWord ? move("word", onwards) : isPlain ? move("character", onwards) : null;
    case "ArrowLeft":
      return isByWord ? move("word", back) : isPlain ? move("character", back) : null;
    case "ArrowDown":
      return isByWord ? move("block", "forward") : isPlain ? line("line", "forward") : null;
    case "ArrowUp":
      return isByWord ? move("block", "backward") : isPlain ? line("line", "backward") : null;
    case "Home":
      return isToEnd
        ? move("article", "backward")
        : isPlain
          ? line("lineboundary", "backward")
          : null;
    case "End":
      return isToEnd
        ? move("article", "forward")
        : isPlain
          ? line("lineboundary", "forward")
          : null;
    default:
      return null;
  }

  function move(unit: CaretMove["unit"], direction: CaretMove["direction"]): CaretKey {
    return { kind: "move", move: { unit, direction }, isExtending };
  }
  function line(granularity: "line" | "lineboundary", direction: CaretMove["direction"]): CaretKey {
    return { kind: "line", granularity, direction, isExtending };
  }
}

/** Whether this browser runs on a Mac, where words go by Option. */
export function isMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/u.test(navigator.userAgent);
}
