/**
 * The lane of each span, in the order given, so that spans in one lane never overlap and each takes
 * the lowest lane that is free where it starts (interval partitioning, O(n log n)). Underlines of
 * overlapping tags are drawn one below the other by it. Empty spans take a lane but block none.
 */
export function assignLanes(spans: readonly { start: number; end: number }[]): number[] {
  const order = spans
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.index - b.index);
  const lanes = spans.map(() => 0);
  const taken = new Heap<{ end: number; lane: number }>((a, b) => a.end - b.end);
  const free = new Heap<number>((a, b) => a - b);
  let opened = 0;

  for (const each of order) {
    for (let first = taken.peek(); first && first.end <= each.start; first = taken.peek()) {
      taken.pop();
      free.push(first.lane);
    }
    const lane = free.pop() ?? opened++;
    lanes[each.index] = lane;
    taken.push({ end: each.end, lane });
  }
  return lanes;
}

class Heap<Item> {
  readonly #items: Item[] = [];
  readonly #compare: (a: Item, b: Item) => number;

  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare;
  }

  peek(): Item | undefined {
    return this.#items[0];
  }

  push(item: Item): void {
    this.#items.push(item);
    for (let child = this.#items.length - 1; child > 0;) {
      const parent = (child - 1) >> 1;
      if (!this.#isBefore(child, parent)) return;
      this.#swap(child, parent);
      child = parent;
    }
  }

  pop(): Item | undefined {
    const first = this.#items[0];
    const last = this.#items.pop();
    if (this.#items.length === 0 || last === undefined) return first;
    this.#items[0] = last;
    for (let parent = 0; ;) {
      const left = 2 * parent + 1;
      const right = left + 1;
      const child = this.#isBefore(right, left) ? right : left;
      if (!this.#isBefore(child, parent)) return first;
      this.#swap(child, parent);
      parent = child;
    }
  }

  #isBefore(one: number, other: number): boolean {
    const a = this.#items[one];
    const b = this.#items[other];
    return a !== undefined && (b === undefined || this.#compare(a, b) < 0);
  }

  #swap(one: number, other: number): void {
    const a = this.#items[one];
    const b = this.#items[other];
    if (a === undefined || b === undefined) return;
    this.#items[one] = b;
    this.#items[other] = a;
  }
}
