/**
 * How alike two strings are, from 0 to 1: 1 less the edit distance (insertions, deletions and
 * replacements of code points) divided by the length of the longer. 1 means equal.
 *
 * Where both still differ over more than 20,000 code points after what they begin and end with alike,
 * the middle counts as wholly different: a lower bound.
 */
export function similarity(a: string, b: string): number {
  const [one, other] = [codePoints(a), codePoints(b)];
  const longest = Math.max(one.length, other.length);
  if (longest === 0) return 1;
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) {
    end--;
    otherEnd--;
  }
  const [left, right] = [one.subarray(start, end), other.subarray(start, otherEnd)];
  const distance =
    Math.max(left.length, right.length) > LONGEST
      ? Math.max(left.length, right.length)
      : editDistance(left, right);
  return 1 - distance / longest;
}

const LONGEST = 20_000;

function codePoints(text: string): Int32Array {
  return Int32Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/** Myers' bit-parallel edit distance, "A fast bit-vector algorithm", 1999, in blocks of 32 rows (Hyyrö 2003). */
function editDistance(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  const blocks = Math.ceil(a.length / 32);
  const peq = new Map<number, Int32Array>();
  for (const [n, point] of a.entries()) {
    const bits = peq.get(point) ?? new Int32Array(blocks);
    bits[n >> 5] = (bits[n >> 5] ?? 0) | (1 << (n & 31));
    peq.set(point, bits);
  }
  const none = new Int32Array(blocks);
  const up = new Int32Array(blocks).fill(-1);
  const down = new Int32Array(blocks);
  const lastBit = 1 << ((a.length - 1) & 31);
  let score = a.length;
  for (const point of b) {
    const equal = peq.get(point) ?? none;
    let carryUp = 1;
    let carryDown = 0;
    for (let block = 0; block < blocks; block++) {
      const [pv, mv] = [up[block] ?? 0, down[block] ?? 0];
      const here = equal[block] ?? 0;
      const eq = here | carryDown;
      const xv = here | mv;
      const xh = ((((eq & pv) >>> 0) + (pv >>> 0)) ^ pv) | eq;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      if (block === blocks - 1) {
        if (ph & lastBit) score++;
        if (mh & lastBit) score--;
      }
      const [nextUp, nextDown] = [ph >>> 31, mh >>> 31];
      ph = (ph << 1) | carryUp;
      mh = (mh << 1) | carryDown;
      up[block] = mh | ~(xv | ph);
      down[block] = ph & xv;
      carryUp = nextUp;
      carryDown = nextDown;
    }
  }
  return score;
}
