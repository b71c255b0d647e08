import type { Tokens } from "./tokens.ts";

/**
 * How much each stretch of a text tells by standing where it stands, in bits: minus the binary
 * logarithm of the chance that somebody who writes something else would write these words next.
 */
export type WordWeights = {
  /** Bits of the folded text from start to end (UTF-16); a part of a word counts for its part. */
  between(start: number, end: number): number;
};

/**
 * Weigh the words of a text by how often they occur elsewhere in both texts: on their own, or, where
 * that makes them likelier, behind the word before them. So a phrase that is repeated tells little.
 */
export function weighWords(of: Tokens, other: Tokens, length: number): WordWeights {
  const counts = new Map<number, number>();
  const pairs = new Map<number, number>();
  for (const { ids } of [of, other]) {
    for (let n = 0; n < ids.length; n++) {
      const id = ids[n] ?? 0;
      counts.set(id, (counts.get(id) ?? 0) + 1);
      if (n > 0) {
        const pair = pairOf(ids[n - 1] ?? 0, id);
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      }
    }
  }
  // Up to a token's end: the sum of bits so far. A word that stands in both texts is counted twice,
  // and the place that is weighed is not counted at all.
  const total = of.ids.length + other.ids.length;
  const sums = new Float64Array(of.ids.length + 1);
  for (let n = 0; n < of.ids.length; n++) {
    const id = of.ids[n] ?? 0;
    const alone = (((counts.get(id) ?? 0) - 2) / 2 + 0.5) / (total / 2 + ROOM);
    let chance = Math.max(alone, 0.5 / (total / 2 + ROOM));
    if (n > 0) {
      const previous = of.ids[n - 1] ?? 0;
      const together = ((pairs.get(pairOf(previous, id)) ?? 0) - 2) / 2;
      if (together > 0) {
        const before = Math.max(together, ((counts.get(previous) ?? 0) - 2) / 2);
        chance = Math.max(chance, (together + 2 * chance) / (before + 2));
      }
    }
    sums[n + 1] = (sums[n] ?? 0) - Math.log2(Math.min(1, chance));
  }
  const upTo = (offset: number): number => {
    const n = tokensUpTo(of, offset);
    const start = of.starts[n];
    if (start === undefined || start >= offset) return sums[n] ?? 0;
    const end = of.ends[n] ?? start + 1;
    const part = (offset - start) / (end - start);
    return (sums[n] ?? 0) + part * ((sums[n + 1] ?? 0) - (sums[n] ?? 0));
  };
  return {
    between: (start, end) => upTo(Math.min(end, length)) - upTo(Math.max(0, start)),
  };
}

/** Words that nobody has used yet: what keeps a short text from making every word improbable. */
const ROOM = 100;

function pairOf(a: number, b: number): number {
  return a * 16_777_216 + b;
}

/** How many tokens end at or before an offset. */
function tokensUpTo({ ends }: Tokens, offset: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ends[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
