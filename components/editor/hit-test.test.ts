import { describe, expect, test } from "vitest";
import { markAt, marksAt } from "./hit-test.ts";
import { attribution, claim, denial } from "./testing/three-marks.ts";

const all = [attribution, denial, claim];

describe("finding a mark by its words", () => {
  test("the smallest lies on top, and another click goes on to the next", () => {
    expect(markAt(all, 25)).toBe("claim");
    expect(markAt(all, 25, "claim")).toBe("denial");
    expect(markAt(all, 25, "denial")).toBe("attribution");
    expect(markAt(all, 25, "attribution")).toBe("claim");
  });

  test("plain words have none", () => {
    expect(markAt(all, 50)).toBeNull();
  });

  test("the edges of a piece: its first character is its own, the one behind its last is not", () => {
    expect(marksAt(all, 0)).toEqual(["attribution"]);
    expect(marksAt(all, 10)).toEqual([]);
    expect(marksAt(all, 15)).toEqual(["denial"]);
    expect(marksAt(all, 30)).toEqual(["denial", "attribution"]);
  });
});
