import { describe, expect, test } from "vitest";
import { mentionQuery, mentionsIn, pieces, proposed } from "./mentions.ts";

const members = [
  { id: "a", name: "Ana Kestrel" },
  { id: "an", name: "Ana" },
  { id: "b", name: "Björn Orlo" },
];

describe("naming somebody", () => {
  test("begins behind an @ that is no part of an address", () => {
    expect(mentionQuery("ask @bj", 7)).toEqual({ from: 4, words: "bj" });
    expect(mentionQuery("@", 1)).toEqual({ from: 0, words: "" });
    expect(mentionQuery("lena@example.org", 10)).toBeNull();
    expect(mentionQuery("@ana\nand", 8)).toBeNull();
    expect(mentionQuery("nobody", 3)).toBeNull();
  });

  test("proposes by any word of the name, accents or not, and never oneself", () => {
    expect(proposed(members, "bjo", "x").map(({ id }) => id)).toEqual(["b"]);
    expect(proposed(members, "orl", "x").map(({ id }) => id)).toEqual(["b"]);
    expect(proposed(members, "an", "an").map(({ id }) => id)).toEqual(["a"]);
  });

  test("counts whole names, of two that begin alike the longer", () => {
    expect(mentionsIn("@Ana Kestrel and @Björn Orlo, see", members).map(({ id }) => id)).toEqual([
      "a",
      "b",
    ]);
    expect(mentionsIn("@Ana, please", members).map(({ id }) => id)).toEqual(["an"]);
    expect(mentionsIn("@Anatol", members)).toEqual([]);
    expect(pieces("so @Ana: yes", members).map(({ text }) => text)).toEqual([
      "so ",
      "@Ana",
      ": yes",
    ]);
  });
});
