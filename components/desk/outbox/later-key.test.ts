import { afterEach, expect, test, vi } from "vitest";
import { laterKey } from "./later-key.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("keys stand in the order in which they were made, also when the clock is set back", () => {
  vi.useFakeTimers();
  const keys: string[] = [];
  for (const day of ["2031-05-03", "2019-01-01", "2019-01-02", "1999-12-31", "2044-02-29"]) {
    vi.setSystemTime(new Date(day));
    for (let count = 0; count < 3; count++) keys.push(laterKey(keys.at(-1) ?? null));
  }
  expect(keys.toSorted()).toEqual(keys);
  expect(new Set(keys).size).toBe(15);
});
