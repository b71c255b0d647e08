import { describe, expect, it } from "vitest";
import { nextFetch } from "./next-fetch.ts";

const now = new Date("2026-11-22T10:00:00Z");
const minutes = (given: Partial<Parameters<typeof nextFetch>[0]>) => {
  const at = nextFetch({ everyMinutes: 60, failures: 0, now, random: 0.5, ...given });
  return at && (at.getTime() - now.getTime()) / 60_000;
};

describe("the next fetch", () => {
  it("comes after the minutes that were chosen, give or take a tenth", () => {
    expect(minutes({})).toBe(60);
    expect(minutes({ random: 0 })).toBeCloseTo(54);
    expect(minutes({ random: 1 })).toBeCloseTo(66);
    expect(minutes({ everyMinutes: null })).toBeNull();
  });

  it("waits twice as long with each failure, a day at most, and never shorter than the schedule", () => {
    expect([1, 2, 3, 5, 50].map((failures) => minutes({ failures }))).toEqual([
      120, 240, 480, 1_440, 1_440,
    ]);
    expect(minutes({ everyMinutes: 10_080, failures: 3 })).toBe(10_080);
    expect(minutes({ everyMinutes: 5, failures: 2 })).toBe(20);
  });

  it("waits as long as the site asks for", () => {
    expect(minutes({ failures: 1, retryAfterSeconds: 60 })).toBe(120);
    expect(minutes({ failures: 1, retryAfterSeconds: 7_200 * 3 })).toBe(360);
  });
});
