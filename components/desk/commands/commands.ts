import { ARTICLE_COMMANDS } from "./article-commands.ts";
import { ATTRIBUTE_COMMANDS } from "./attribute-commands.ts";
import { CHANGE_COMMANDS } from "./change-commands.ts";
import type { Command } from "./command.ts";
import type { Keymap } from "./keymap.ts";
import { MARK_COMMANDS } from "./mark-commands.ts";
import { MOVE_COMMANDS } from "./move-commands.ts";
import { SHOW_COMMANDS } from "./show-commands.ts";
import { type KeyPress, pressedKey } from "./pressed-key.ts";

/** Every key of the desk besides those that move the caret: what `?` lists, and what keys do. */
export const COMMANDS: readonly Command[] = [
  ...MARK_COMMANDS,
  ...ATTRIBUTE_COMMANDS,
  ...CHANGE_COMMANDS,
  ...MOVE_COMMANDS,
  ...SHOW_COMMANDS,
  ...ARTICLE_COMMANDS,
];

/** The keys of a command, the one to show first. */
export function keysOf(command: Pick<Command, "id" | "keys">, keymap: Keymap): readonly string[] {
  const own = keymap[command.id];
  return own === undefined ? command.keys : [own];
}

/** The key to show for the command that has a key in the table: the reader's own, if they gave it one. */
export function shownKey(standard: string, keymap: Keymap): string {
  const command = COMMANDS.find(({ keys }) => keys.includes(standard));
  return (command && keymap[command.id]) ?? standard;
}

/** The command of a key press, or null. A key of the reader's own goes before the table's. */
export function commandFor(press: KeyPress, keymap: Keymap = {}): Command | null {
  return holderOf(pressedKey(press), keymap);
}

/** The command that has a key. Where two machines gave it to two commands, the first in the table. */
export function holderOf(key: string, keymap: Keymap): Command | null {
  return (
    COMMANDS.find(({ id }) => keymap[id] === key) ??
    COMMANDS.find((command) => keysOf(command, keymap).includes(key)) ??
    null
  );
}
