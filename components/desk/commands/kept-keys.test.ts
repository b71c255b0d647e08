import { expect, test } from "vitest";
import { changed, keymapOf, NO_KEPT_KEYS, readKeptKeys, settled } from "./kept-keys.ts";

test("what was changed here holds at once, and stays until the server has it", () => {
  const before = { keys: { claim: "Z", cue: "W" }, unsent: {} };
  const kept = changed(before, { claim: "Alt+C", cue: null });
  expect(keymapOf(kept)).toEqual({ claim: "Alt+C" });
  const meanwhile = changed(kept, { claim: "1" });
  const after = settled(meanwhile, kept.unsent, { claim: "Alt+C", denial: "2" });
  expect(after.unsent).toEqual({ claim: "1" });
  expect(keymapOf(after)).toEqual({ claim: "1", denial: "2" });
  expect(settled(after, after.unsent, { claim: "1", denial: "2" }).unsent).toEqual({});
});

test("keys that an older version kept here are not lost, and nothing else comes out of storage", () => {
  expect(readKeptKeys({ claim: ["Z"], denial: "x", cue: [1], source: [] })).toEqual({
    keys: {},
    unsent: { claim: "Z" },
  });
  const kept = { keys: { claim: "Z", cue: 3 }, unsent: { denial: null, source: ["Q"] } };
  expect(readKeptKeys(kept)).toEqual({ keys: { claim: "Z" }, unsent: { denial: null } });
  for (const stored of [null, 7, "x", ["Z"]]) expect(readKeptKeys(stored)).toEqual(NO_KEPT_KEYS);
});
