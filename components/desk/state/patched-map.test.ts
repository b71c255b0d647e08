import { expect, test } from "vitest";
import { patched } from "./patched-map.ts";

test("a patched map is what a copied map would be, however often it is patched", () => {
  let map: ReadonlyMap<string, number> = new Map();
  const copied = new Map<string, number>();
  for (let step = 0; step < 400; step++) {
    const key = `${(step * 7) % 90}`;
    const value = step % 3 === 0 ? undefined : step;
    const before = [...map];
    const next = patched(map, new Map([[key, value]]));
    // Whoever holds the old one sees nothing of it.
    expect([...map]).toEqual(before);
    map = next;
    if (value === undefined) copied.delete(key);
    else copied.set(key, value);
    expect(map.size).toBe(copied.size);
    expect(new Map(map)).toEqual(copied);
    expect(map.get(key)).toBe(value);
    expect(map.has(key)).toBe(value !== undefined);
  }
  expect(new Set(map.keys())).toEqual(new Set(copied.keys()));
  expect(new Set(map.values())).toEqual(new Set(copied.values()));
  const seen: [string, number][] = [];
  patched(map, new Map([["new", 1]])).forEach((value, key) => seen.push([key, value]));
  expect(seen.at(-1)).toEqual(["new", 1]);
});
