import { describe, expect, test } from "vitest";
import { caretKey } from "./caret-keys.ts";

function press(key: string, code: string, held: Partial<Parameters<typeof caretKey>[0]> = {}) {
  return { key, code, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held };
}

describe("keys that move the caret", () => {
  test.each([
    [press("'", "Quote"), "clause", "forward"],
    [press("ö", "Semicolon"), "clause", "backward"],
    [press("]", "BracketRight"), "quotation", "forward"],
    [press(".", "Period"), "sentence", "forward"],
    [press("ArrowRight", "ArrowRight", { ctrlKey: true }), "word", "forward"],
  ] as const)("jump by where they lie", (pressed, unit, direction) => {
    expect(caretKey(pressed, false)).toMatchObject({ move: { unit, direction } });
  });

  test("lead where they point in text from right to left", () => {
    expect(caretKey(press("ArrowLeft", "ArrowLeft"), false, () => true)).toMatchObject({
      move: { unit: "character", direction: "forward" },
    });
  });

  test("are the reader's own", () => {
    const own = { "caret-clause-on": "KeyZ" };
    expect(caretKey(press("z", "KeyZ", { shiftKey: true }), false, undefined, own)).toMatchObject({
      move: { unit: "clause" },
      isExtending: true,
    });
    expect(caretKey(press("'", "Quote"), false, undefined, own)).toBeNull();
    expect(caretKey(press("z", "KeyZ", { ctrlKey: true }), false, undefined, own)).toBeNull();
  });
});
