import { describe, expect, test } from "vitest";
import { layoutCards } from "./card-layout.ts";

const cards = (...anchors: number[]) => ({ anchors, heights: anchors.map(() => 100) });

describe("laying out the cards", () => {
  test("each stands beside its words where there is room", () => {
    expect(layoutCards(cards(0, 200), null, 8)).toEqual([0, 200]);
  });

  test("crowded ones move down, and none covers another", () => {
    expect(layoutCards(cards(10, 20, 30, 600), null, 8)).toEqual([10, 118, 226, 600]);
  });

  test("the pinned one stands at its words; the others make way on both sides", () => {
    expect(layoutCards(cards(300, 310, 320, 330), 2, 8)).toEqual([104, 212, 320, 428]);
  });

  test("where there is no room above the pinned one, the others go beyond the top", () => {
    expect(layoutCards(cards(0, 5, 10), 2, 8)).toEqual([-206, -98, 10]);
  });

  test("those that need not make way stay where they are", () => {
    expect(layoutCards(cards(0, 50, 900, 910), 3, 8)).toEqual([0, 108, 802, 910]);
  });

  test("in any case none covers another, and the order stays", () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 200; round++) {
      const anchors = Array.from({ length: 20 }, () => random() * 2000).toSorted((a, b) => a - b);
      const heights = anchors.map(() => 30 + random() * 150);
      const pinned = round % 3 === 0 ? null : Math.floor(random() * 20);
      const tops = layoutCards({ anchors, heights }, pinned, 8);
      for (let index = 1; index < tops.length; index++) {
        const bottom = (tops[index - 1] ?? 0) + (heights[index - 1] ?? 0);
        expect(tops[index]).toBeGreaterThanOrEqual(bottom + 8 - 1e-6);
      }
      if (pinned !== null) expect(tops[pinned]).toBe(anchors[pinned]);
    }
  });
});
