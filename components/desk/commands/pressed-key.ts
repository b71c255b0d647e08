export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey"
>;

/**
 * A key press as the table writes it. Letters go by what they say, figures, minus and equals by where
 * they are, since Shift and Alt turn them into other signs.
 */
export function pressedKey(press: KeyPress): string {
  const placed = PLACED[press.code] ?? /^(?:Digit|Numpad)(\d)$/u.exec(press.code)?.[1];
  const letter = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const isSign = placed === undefined && letter.length === 1 && !/[\p{L}\p{N}]/u.test(letter);
  return [
    press.ctrlKey || press.metaKey ? "Control" : null,
    press.altKey ? "Alt" : null,
    press.shiftKey && !isSign ? "Shift" : null,
    placed ?? letter,
  ]
    .filter(Boolean)
    .join("+");
}

const PLACED: Readonly<Record<string, string>> = { Minus: "-", Equal: "=" };
