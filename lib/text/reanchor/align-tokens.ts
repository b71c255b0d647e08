/** A stretch of tokens that stands in both texts. */
export type Run = { readonly old: number; readonly new: number; readonly length: number };

/**
 * Compare two lists of tokens: stretches that stand in both, in the order of both, none overlapping.
 *
 * Patience comparison: tokens that occur once on either side are anchors, the longest rising chain of
 * them is kept, and what lies between is compared the same way; where nothing is unique, Myers'
 * greedy comparison with at most 600 differences. Bounded: a stretch that neither can compare is left
 * uncompared, as different.
 */
export function alignTokens(old: Int32Array, now: Int32Array): Run[] {
  const runs: Run[] = [];
  const counts = new Counts(old, now);
  const waiting: Range[] = [{ a: 0, aEnd: old.length, b: 0, bEnd: now.length, depth: 0 }];
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const inner = trim(old, now, range, runs);
    if (inner.a === inner.aEnd || inner.b === inner.bEnd) continue;
    const anchors = inner.depth < DEEPEST ? risingAnchors(counts, inner) : [];
    if (anchors.length === 0) {
      for (const run of greedy(old, now, inner)) runs.push(run);
      continue;
    }
    let { a, b } = inner;
    const depth = inner.depth + 1;
    for (const anchor of anchors) {
      runs.push({ ...anchor, length: 1 });
      waiting.push({ a, aEnd: anchor.old, b, bEnd: anchor.new, depth });
      a = anchor.old + 1;
      b = anchor.new + 1;
    }
    waiting.push({ a, aEnd: inner.aEnd, b, bEnd: inner.bEnd, depth });
  }
  return joined(runs.toSorted((one, other) => one.old - other.old));
}

type Range = { a: number; aEnd: number; b: number; bEnd: number; depth: number };
type Pair = { old: number; new: number };

const DEEPEST = 40;
const MOST_DIFFERENCES = 600;

/** What both begin with and end with is the same; it becomes runs, the rest is given back. */
function trim(old: Int32Array, now: Int32Array, range: Range, runs: Run[]): Range {
  let { a, aEnd, b, bEnd } = range;
  while (a < aEnd && b < bEnd && old[a] === now[b]) {
    a++;
    b++;
  }
  if (a > range.a) runs.push({ old: range.a, new: range.b, length: a - range.a });
  while (aEnd > a && bEnd > b && old[aEnd - 1] === now[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  if (aEnd < range.aEnd) runs.push({ old: aEnd, new: bEnd, length: range.aEnd - aEnd });
  return { a, aEnd, b, bEnd, depth: range.depth };
}

/** How often each token occurs in a range, counted without emptying the whole table each time. */
class Counts {
  readonly old: Int32Array;
  readonly now: Int32Array;
  readonly inOld: Int32Array;
  readonly inNow: Int32Array;
  readonly lastInNow: Int32Array;

  constructor(old: Int32Array, now: Int32Array) {
    let highest = -1;
    for (const id of old) if (id > highest) highest = id;
    for (const id of now) if (id > highest) highest = id;
    this.old = old;
    this.now = now;
    this.inOld = new Int32Array(highest + 1);
    this.inNow = new Int32Array(highest + 1);
    this.lastInNow = new Int32Array(highest + 1);
  }

  /** Tokens that occur once on either side of the range, in the old order. */
  uniquePairs({ a, aEnd, b, bEnd }: Range): Pair[] {
    for (let n = a; n < aEnd; n++) addOne(this.inOld, this.old[n] ?? 0);
    for (let n = b; n < bEnd; n++) {
      addOne(this.inNow, this.now[n] ?? 0);
      this.lastInNow[this.now[n] ?? 0] = n;
    }
    const pairs: Pair[] = [];
    for (let n = a; n < aEnd; n++) {
      const id = this.old[n] ?? 0;
      if (this.inOld[id] === 1 && this.inNow[id] === 1)
        pairs.push({ old: n, new: this.lastInNow[id] ?? 0 });
    }
    for (let n = a; n < aEnd; n++) this.inOld[this.old[n] ?? 0] = 0;
    for (let n = b; n < bEnd; n++) this.inNow[this.now[n] ?? 0] = 0;
    return pairs;
  }
}

function addOne(counts: Int32Array, id: number): void {
  counts[id] = (counts[id] ?? 0) + 1;
}

/** The longest chain of unique tokens whose order is the same in both. */
function risingAnchors(counts: Counts, range: Range): Pair[] {
  const pairs = counts.uniquePairs(range);
  const tops: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  for (const [n, pair] of pairs.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((pairs[tops[middle] ?? 0]?.new ?? 0) < pair.new) low = middle + 1;
      else high = middle;
    }
    previous[n] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = n;
  }
  const chain: Pair[] = [];
  for (let n = tops.at(-1) ?? -1; n >= 0; n = previous[n] ?? -1) {
    const pair = pairs[n];
    if (pair) chain.push(pair);
  }
  return chain.toReversed();
}

/** Myers, "An O(ND) Difference Algorithm and Its Variations", 1986; nothing when they differ too much. */
function greedy(old: Int32Array, now: Int32Array, { a, aEnd, b, bEnd }: Range): Run[] {
  const [n, m] = [aEnd - a, bEnd - b];
  const most = Math.min(n + m, MOST_DIFFERENCES);
  const middle = most + 1;
  const reach = new Int32Array(2 * middle + 1);
  const traces: Int32Array[] = [];
  for (let d = 0; d <= most; d++) {
    traces.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const [left, right] = [reach[middle + k - 1] ?? 0, reach[middle + k + 1] ?? 0];
      let x = k === -d || (k !== d && left < right) ? right : left + 1;
      let y = x - k;
      while (x < n && y < m && old[a + x] === now[b + y]) {
        x++;
        y++;
      }
      reach[middle + k] = x;
      if (x >= n && y >= m) return walkBack(traces, d, n, m, a, b);
    }
  }
  return [];
}

function walkBack(
  traces: readonly Int32Array[],
  differences: number,
  n: number,
  m: number,
  a: number,
  b: number,
): Run[] {
  const runs: Run[] = [];
  let [x, y] = [n, m];
  for (let d = differences; d >= 0 && (x > 0 || y > 0); d--) {
    // Row d holds the diagonals from -d-1 to d+1.
    const row = traces[d];
    const at = (k: number) => row?.[k + d + 1] ?? 0;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const fromX = d === 0 ? 0 : down ? at(k + 1) : at(k - 1);
    const startX = d === 0 ? 0 : down ? fromX : fromX + 1;
    if (x > startX) runs.push({ old: a + startX, new: b + startX - k, length: x - startX });
    x = fromX;
    y = d === 0 ? 0 : down ? fromX - (k + 1) : fromX - (k - 1);
  }
  return runs;
}

/** Runs that go on without a gap on either side become one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last && last.old + last.length === run.old && last.new + last.length === run.new)
      result[result.length - 1] = { ...last, length: last.length + run.length };
    else result.push(run);
  }
  return result;
}
