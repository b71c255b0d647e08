import { expect, test } from "vitest";
import { withKeys } from "./said-keys.ts";

test("a sentence says the reader's own keys, and leaves the text's words alone", () => {
  const said = "Undo “{x} {claim}” with {Control+Z}, or {J}; {Delete} deletes.";
  expect(withKeys(said, {})).toBe("Undo “{x} {claim}” with Ctrl Z, or J; Del deletes.");
  expect(withKeys(said, { undo: "Alt+Z", next: "ArrowDown" })).toBe(
    "Undo “{x} {claim}” with Alt Z, or ArrowDown; Del deletes.",
  );
});
