import { describe, expect, test } from "vitest";
import { layoutCards, type PlacedCard } from "./card-layout.ts";

const card = (id: string, anchor: number, height = 100): PlacedCard => ({ id, anchor, height });

describe("laying out the cards", () => {
  test("each stands beside its words where there is room", () => {
    expect([...layoutCards([card("a", 0), card("b", 200)], null, 8).values()]).toEqual([0, 200]);
  });

  test("crowded ones move down, and none covers another", () => {
    const cards = [card("a", 10), card("b", 20), card("c", 30), card("d", 600)];
    expect([...layoutCards(cards, null, 8).values()]).toEqual([10, 118, 226, 600]);
  });

  test("the pinned one stands at its words; the others make way on both sides", () => {
    const cards = [card("a", 300), card("b", 310), card("c", 320), card("d", 330)];
    expect([...layoutCards(cards, "c", 8).values()]).toEqual([104, 212, 320, 428]);
  });

  test("where there is no room above the pinned one, the others go beyond the top", () => {
    const cards = [card("a", 0), card("b", 5), card("c", 10)];
    expect([...layoutCards(cards, "c", 8).values()]).toEqual([-206, -98, 10]);
  });

  test("in any case none covers another, and the order stays", () => {
    let seed = 7;
    const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
    for (let round = 0; round < 200; round++) {
      const cards = Array.from({ length: 20 }, (_, index) =>
        card(`${index}`, random() * 2000, 30 + random() * 150),
      ).toSorted((a, b) => a.anchor - b.anchor);
      const pinned = round % 3 === 0 ? null : `${Math.floor(random() * 20)}`;
      const tops = layoutCards(cards, pinned, 8);
      cards.slice(1).forEach((each, index) => {
        const above = cards[index];
        const bottom = (tops.get(above?.id ?? "") ?? 0) + (above?.height ?? 0);
        expect(tops.get(each.id)).toBeGreaterThanOrEqual(bottom + 8 - 1e-6);
      });
      if (pinned !== null)
        expect(tops.get(pinned)).toBe(cards.find(({ id }) => id === pinned)?.anchor);
    }
  });
});
