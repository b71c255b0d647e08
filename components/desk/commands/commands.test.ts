import { describe, expect, test } from "vitest";
import { COMMANDS, commandFor, shownKey } from "./commands.ts";
import { pressedKey, type KeyPress } from "./pressed-key.ts";

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held };
}

describe("keys", () => {
  test("belong to one command each, and every command has a name of its own", () => {
    const keys = COMMANDS.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
  });

  test.each([
    [press("c", "KeyC"), "C"],
    [press("L", "KeyL", { shiftKey: true }), "Shift+L"],
    [press("z", "KeyZ", { metaKey: true }), "Control+Z"],
    [press("!", "Digit1", { shiftKey: true }), "Shift+1"],
    [press("&", "Digit1"), "1"],
    [press("?", "Slash", { shiftKey: true }), "?"],
    [press("_", "Minus", { shiftKey: true }), "Shift+-"],
    [press("–", "Minus", { altKey: true }), "Alt+-"],
    [press("Enter", "Enter", { shiftKey: true }), "Shift+Enter"],
  ])("reads a press", (pressed, key) => expect(pressedKey(pressed)).toBe(key));

  test("are the reader's own where they have been changed", () => {
    const keymap = { claim: "Z" };
    expect(commandFor(press("z", "KeyZ"), keymap)?.id).toBe("claim");
    expect(commandFor(press("c", "KeyC"), keymap)).toBeNull();
    expect(shownKey("C", keymap)).toBe("Z");
    expect(shownKey("D", keymap)).toBe("D");
  });

  test("of the reader's own go before those of the table, whatever came first", () => {
    const keymap = { "next-article": "C" };
    expect(commandFor(press("c", "KeyC"), keymap)?.id).toBe("next-article");
  });
});
