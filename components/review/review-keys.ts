/** What a key does in the queue. */
export type ReviewKey =
  | "approve"
  | "correct"
  | "reject"
  | "missed"
  | "next"
  | "previous"
  | "undo"
  | "open"
  | "evidence"
  | "leave";

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const KEYS: Readonly<Record<string, ReviewKey>> = {
  a: "approve",
  e: "correct",
  r: "reject",
  m: "missed",
  n: "next",
  p: "previous",
  u: "undo",
  o: "open",
  v: "evidence",
  Escape: "leave",
};

/** Reads a key press; null for any key that means nothing here. */
export function reviewKey(press: KeyPress): ReviewKey | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = press;
  if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "z") return "undo";
  if (ctrlKey || metaKey || altKey || shiftKey) return null;
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** Whether keys belong to what has the focus: a field, a list, a window. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      "form, input:not([type=radio]):not([type=checkbox]), textarea, select, [role=combobox], [role=listbox], [role=menu], [role=dialog], [role=alertdialog]",
    ) !== null
  );
}
