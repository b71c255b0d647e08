import { containment, resemblance, type Signature } from "#lib/text/minhash.ts";

export type JudgedLikeness = {
  /** Estimated share of shingles that both have, of all that either has. */
  similarity: number;
  /** Estimated share of the shorter text that stands in the longer one. */
  contained: number;
};

/**
 * Whether two bodies are nearly the same text: at least half of all their shingles are common, or at
 * least four fifths of a text of 50 shingles or more stand in one up to three times as long. Texts of
 * fewer than 30 shingles must share four fifths, or every weather report were a copy of the last. Null
 * when they are not.
 */
export function judgeLikeness(one: Signature, other: Signature): JudgedLikeness | null {
  const judged = { similarity: resemblance(one, other), contained: containment(one, other) };
  const shorter = Math.min(one.shingles, other.shingles);
  if (shorter < SHORT) return judged.similarity >= CLOSE ? judged : null;
  if (judged.similarity >= HALF) return judged;
  const isInside =
    shorter >= LONG_ENOUGH && judged.similarity >= QUARTER && judged.contained >= CLOSE;
  return isInside ? judged : null;
}

const HALF = 0.5;
const QUARTER = 0.25;
const CLOSE = 0.8;
const SHORT = 30;
const LONG_ENOUGH = 50;
