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

/** A key of one sign that moves the caret, known by where it lies, so that it lies there on every keyboard. */
export type Jump = { readonly id: string; readonly code: string; readonly move: CaretMove };

/** The jumps by clause, quotation and sentence. */
export const JUMPS: readonly Jump[] = [
  { id: "caret-clause-back", code: "Semicolon", move: { unit: "clause", direction: "backward" } },
  { id: "caret-clause-on", code: "Quote", move: { unit: "clause", direction: "forward" } },
  {
    id: "caret-quotation-back",
    code: "BracketLeft",
    move: { unit: "quotation", direction: "backward" },
  },
  {
    id: "caret-quotation-on",
    code: "BracketRight",
    move: { unit: "quotation", direction: "forward" },
  },
  { id: "caret-sentence-back", code: "Comma", move: { unit: "sentence", direction: "backward" } },
  { id: "caret-sentence-on", code: "Period", move: { unit: "sentence", direction: "forward" } },
];

/** The reader's own keys for jumps: codes by the jump's name. */
export type OwnJumps = Readonly<Record<string, string | undefined>>;

type KeyPress = Pick<KeyboardEvent, "key" | "code" | "shiftKey" | "ctrlKey" | "altKey" | "metaKey">;

/**
 * Reads a key press: arrows by character and line, with Ctrl (Option on a Mac) by word and block,
 * full stop and comma by sentence, the two keys beside L by clause, the two beside P by quotation,
 * Home and End by line, with Ctrl to the article's ends. Shift extends. In a block that reads from
 * right to left the arrows lead where they point. Null for any other key.
 */
export function caretKey(
  press: KeyPress,
  isMac: boolean,
  isRightToLeft: () => boolean = () => false,
  own: OwnJumps = {},
): CaretKey | null {
  const isExtending = press.shiftKey;
  const isByWord = isMac ? press.altKey : press.ctrlKey;
  const isToEnd = isMac ? press.metaKey : press.ctrlKey;
  const isPlain = !press.ctrlKey && !press.altKey && !press.metaKey;

  const jump = JUMPS.find(({ id, code }) => (own[id] ?? code) === press.code);
  if (jump && isPlain) return move(jump.move.unit, jump.move.direction);
  switch (press.key) {
    case "ArrowRight":
      return isByWord || isPlain ? sideways(true) : null;
    case "ArrowLeft":
      return isByWord || isPlain ? sideways(false) : null;
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
  // To ask how the text reads costs the browser a look at its styles: only where it matters.
  function sideways(isRight: boolean): CaretKey {
    const direction = isRight === isRightToLeft() ? "backward" : "forward";
    return move(isByWord ? "word" : "character", direction);
  }
  function line(granularity: "line" | "lineboundary", direction: CaretMove["direction"]): CaretKey {
    return { kind: "line", granularity, direction, isExtending };
  }
}

/** Whether this browser runs on a Mac, where words go by Option. */
export function isMac(): boolean {
  return typeof navigator !== "undefined" && /Mac|iPhone|iPad/u.test(navigator.userAgent);
}
