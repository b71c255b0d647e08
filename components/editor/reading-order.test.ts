import { describe, expect, test } from "vitest";
import { compareInText, hullOf, near, only, reorder } from "./reading-order.ts";

const item = (id: string, start: number, end: number) => ({ id, segments: [{ start, end }] });

describe("reading order", () => {
  test("is by the beginning, the longer first, wherever an item is put in or taken out", () => {
    const list = [item("a", 0, 5), item("b", 10, 30), item("c", 10, 20)];
    const next = reorder(list, [item("c", 10, 20)], [item("d", 10, 40), item("e", 2, 3)]);
    expect(next.map(({ id }) => id)).toEqual(["a", "e", "d", "b"]);
    expect(reorder(next, [item("gone already", 3, 4)], [])).toEqual(next);
  });

  test("is the same whether few or many change at once", () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      item(`${at}`, (at * 37) % 50, 60 + (at % 7)),
    ).toSorted(compareInText);
    const odd = many.filter((_, at) => at % 2 === 1);
    const even = many.filter((_, at) => at % 2 === 0);
    expect(reorder(even, [], odd)).toEqual(many);
    expect(odd.reduce((list, each) => reorder(list, [], [each]), reorder(even, [], []))).toEqual(
      many,
    );
    expect(odd.reduce((list, each) => reorder(list, [each], []), reorder(many, [], []))).toEqual(
      even,
    );
  });
});

describe("what lies near", () => {
  test("holds all that share a place with a stretch, also after items were put in and sifted", () => {
    let list = reorder<ReturnType<typeof item>>([], [], []);
    for (let at = 0; at < 300; at++) {
      const start = (at * 101) % 997;
      list = reorder(list, [], [item(`${at}`, start, start + 1 + ((at * 13) % 40))]);
      if (at % 50 === 0)
        list = reorder(list, list.slice(3, 4), [item(`long ${at}`, start, start + 90)]);
    }
    const few = only(list, ({ id }) => !id.endsWith("3"));
    for (const each of [list, few]) {
      for (let start = 0; start < 1_000; start += 7) {
        const stretch = { start, end: start + 5 };
        const { from, to } = near(each, stretch);
        const outside = [...each.slice(0, from), ...each.slice(to)].map(hullOf);
        expect(outside.filter((hull) => hull.start < stretch.end && start < hull.end)).toEqual([]);
        expect(to - from).toBeLessThan(60);
      }
    }
  });
});
