import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repositoryRoot } from "#lib/env.ts";

type Colour = readonly [red: number, green: number, blue: number];

const CSS = readFileSync(join(repositoryRoot(), "app", "globals.css"), "utf8");
const [USUAL = "", MORE = ""] = CSS.split("@media (prefers-contrast: more)");

/** Marks are painted in this order, each letting a fifth of what is below it through. */
const GROUNDS = [
  "source-ground",
  "cue-ground",
  "attribution-ground",
  "claim-ground",
  "denial-ground",
];
const FOCUS = [null, "claim", "denial", "attribution"];

describe.each([
  ["light", 0, ""],
  ["dark", 1, ""],
  ["light, with more contrast", 0, MORE],
  ["dark, with more contrast", 1, MORE],
] as const)("in %s", (_, scheme, over) => {
  const colour = (name: string) => read(name, scheme, over) ?? read(name, scheme, USUAL);

  test("marked words keep 7 : 1 however many marks lie over them", () => {
    const ink = wanted(colour("ink"));
    let lowest = Number.POSITIVE_INFINITY;
    for (let set = 0; set < 2 ** GROUNDS.length; set++) {
      let below = wanted(colour("ground"));
      for (const [place, name] of GROUNDS.entries())
        if (set & (1 << place)) below = laid(wanted(colour(name)), 0.8, below);
      for (const focus of FOCUS) {
        const ground = focus === null ? below : laid(wanted(colour(focus)), 0.18, below);
        lowest = Math.min(lowest, contrast(ink, ground));
      }
    }
    expect(contrast(ink, wanted(colour("accent-ground")))).toBeGreaterThanOrEqual(7);
    expect(lowest).toBeGreaterThanOrEqual(7);
  });

  test("the line of each tag is seen on its own ground, and on the page", () => {
    for (const tag of ["claim", "denial", "attribution"]) {
      const line = wanted(colour(tag));
      const ground = wanted(colour("ground"));
      expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
      expect(
        contrast(line, laid(wanted(colour(`${tag}-ground`)), 0.8, ground)),
      ).toBeGreaterThanOrEqual(3);
    }
  });
});

function read(name: string, scheme: 0 | 1, css: string): Colour | null {
  const found = new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\)`, "u").exec(css);
  const hex = found?.[scheme + 1];
  if (!hex) return null;
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ];
}

function wanted(colour: Colour | null): Colour {
  if (colour === null) throw new Error("The colour is not among the design's.");
  return colour;
}

function laid(over: Colour, share: number, below: Colour): Colour {
  const mixed = (at: 0 | 1 | 2) => over[at] * share + below[at] * (1 - share);
  return [mixed(0), mixed(1), mixed(2)];
}

/** As WCAG 2.2 reckons it. */
function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
