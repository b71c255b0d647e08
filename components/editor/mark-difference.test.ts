import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markDifference } from "./mark-difference.ts";
import type { Mark } from "./paint-plan.ts";

const mark = (id: string, start: number): Mark => ({
  id,
  tag: "claim",
  segments: [{ role: "content", start, end: start + 5 }],
});
const [a, b, c, d] = [mark("a", 0), mark("b", 10), mark("c", 20), mark("d", 30)] as const;

describe("what a new list of marks changes", () => {
  test("one more among others", () => {
    expect(markDifference([a, c], [a, b, c])).toEqual({
      first: 1,
      last: 1,
      kept: [null],
      added: [1],
      gone: [],
    });
  });

  test("the same list changes nothing", () => {
    expect(markDifference([a, b], [a, b])).toMatchObject({ kept: [], added: [], gone: [] });
  });

  test("other words, or another tag, are painted anew", () => {
    const moved = { ...b, segments: [...b.segments] };
    expect(markDifference([a, b, c], [a, moved, c])).toMatchObject({ added: [1], gone: [1] });
    expect(markDifference([a], [{ ...a, tag: "denial" }]).added).toEqual([0]);
  });

  test("what stays between two changes is kept", () => {
    expect(markDifference([a, b, c], [b, c, d])).toMatchObject({
      kept: [1, 2, null],
      added: [2],
      gone: [0],
    });
  });

  test("whatever the lists, each mark is kept, added or gone exactly once", () => {
    const lists = fc.uniqueArray(fc.constantFrom(a, b, c, d, { ...a, tag: "denial" } as Mark), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(lists, lists, (before, now) => {
        const { first, last, kept: between, added, gone } = markDifference(before, now);
        const kept = [
          ...before.slice(0, first).keys(),
          ...between,
          ...before.slice(last).map((_, at) => last + at),
        ];
        expect(kept).toHaveLength(now.length);
        for (const [at, from] of kept.entries()) {
          if (from === null) expect(added).toContain(at);
          else expect(before[from]).toBe(now[at]);
        }
        const stayed = kept.filter((from) => from !== null);
        expect([...stayed, ...gone].toSorted()).toEqual(before.map((_, at) => at));
      }),
    );
  });
});
