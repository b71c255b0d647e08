import { describe, expect, it } from "vitest";
import { bandsOf, minhash, type Signature } from "#lib/text/minhash.ts";
import { judgeLikeness } from "./judge-likeness.ts";
import { agencyText, chanceOf } from "./testing/agency-text.ts";
import { body, OTHER, quoted, SAME } from "./testing/variants.ts";

const TRIALS = 200;
const SEED = Number(process.env["ONRECORD_SEED"] ?? Math.floor(Math.random() * 2 ** 31));

/** Found as the database finds it: at least one band in common, and judged to be alike. */
function isFound(one: Signature, other: Signature): boolean {
  const bands = bandsOf(one);
  return (
    bandsOf(other).some((hash, band) => hash === bands[band]) && judgeLikeness(one, other) !== null
  );
}

/** Of so many trials, how many are found. Also printed: figures are to be seen, not only to hold. */
function shareFound(kind: string, words: number): number {
  const make = SAME[kind] ?? OTHER[kind];
  if (make === undefined) throw new Error(`No variant is called ${kind}.`);
  const chance = chanceOf(SEED + words);
  let found = 0;
  for (let trial = 0; trial < TRIALS; trial++) {
    const text = quoted(chance, agencyText(chance, words));
    if (isFound(minhash(body(text.paragraphs)), minhash(make(chance, text)))) found++;
  }
  return found / TRIALS;
}

/** The least share that is found, for texts of 270, 520 and 1,000 words, about. */
const RECALL: Readonly<Record<string, readonly [number, number, number]>> = {
  "a paragraph added": [0.99, 0.99, 0.99],
  "a paragraph removed": [0.99, 0.99, 0.99],
  "the lead rewritten": [0.95, 0.99, 0.99],
  "names spelled otherwise": [0.97, 0.99, 0.99],
  "typography changed": [1, 1, 1],
  "paragraphs reordered": [0.99, 0.99, 0.99],
  "cut to its first two thirds": [0.99, 0.99, 0.99],
  "the first half under another lead": [0.8, 0.8, 0.85],
  "lead, one paragraph, two names and typography at once": [0.68, 0.96, 0.99],
};

describe(`near-duplicates among generated variants (ONRECORD_SEED=${SEED})`, () => {
  const lengths = [150, 400, 900] as const;

  it.each(Object.keys(SAME))("finds: %s", (kind) => {
    const shares = lengths.map((words) => shareFound(kind, words));
    process.stdout.write(`recall, ${kind}: ${shares.map(percent).join(", ")}\n`);
    for (const [at, share] of shares.entries()) {
      expect(share).toBeGreaterThanOrEqual(RECALL[kind]?.[at] ?? 1);
    }
  });

  it.each(Object.keys(OTHER))("does not find: %s", (kind) => {
    const shares = lengths.map((words) => shareFound(kind, words));
    process.stdout.write(`wrongly found, ${kind}: ${shares.map(percent).join(", ")}\n`);
    for (const share of shares) expect(share).toBeLessThanOrEqual(0.02);
  });
});

describe("judgeLikeness", () => {
  it("asks more of short texts, and takes a short one that stands whole in a longer one", () => {
    const forecast = (day: string) =>
      minhash(
        `The forecast for ${day}: dry at first, rain from the west towards the evening, ten degrees.`,
      );
    expect(judgeLikeness(forecast("Monday"), forecast("Friday"))).toBeNull();
    const words = (from: number, to: number) =>
      minhash(Array.from({ length: to - from }, (_, at) => `word${from + at}`).join(" "));
    expect(judgeLikeness(words(0, 100), words(0, 280))).not.toBeNull();
    expect(judgeLikeness(words(0, 100), words(0, 600))).toBeNull();
    expect(judgeLikeness(words(0, 100), words(100, 200))).toBeNull();
  });

  it("calls nothing alike that has no words", () => {
    expect(judgeLikeness(minhash(""), minhash("😊"))).toBeNull();
  });
});

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
