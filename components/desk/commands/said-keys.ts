import { shownKey } from "./commands.ts";
import type { Keymap } from "./keymap.ts";

/**
 * A sentence with the reader's own keys: "{Control+Z}" stands for the key of the command that has it in
 * the table, and is said as "Ctrl Z".
 */
export function withKeys(text: string, keymap: Keymap): string {
  return text.replace(TOKEN, (_, standard: string) =>
    shownKey(standard, keymap)
      .split("+")
      .map((part) => SAID[part] ?? part)
      .join(" "),
  );
}

/** Nothing else in braces: words of the text may stand in a sentence. */
const TOKEN = /\{((?:(?:Control|Alt|Shift)\+)*(?:[A-Z]|Delete|Enter|Escape))\}/gu;

const SAID: Readonly<Record<string, string>> = { Control: "Ctrl", Delete: "Del", Escape: "Esc" };
