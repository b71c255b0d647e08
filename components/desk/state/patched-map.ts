/** So many entries are kept beside a map before all of it is copied. */
const MOST = 64;

/**
 * A map like another but for some entries: `undefined` takes one out. Of thousands of entries none is
 * copied for the sake of one; entries that are new come last.
 */
export function patched<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  entries: ReadonlyMap<Key, Value | undefined>,
): ReadonlyMap<Key, Value> {
  const before = map instanceof PatchedMap ? (map as PatchedMap<Key, Value>) : null;
  const own = new Map([...(before?.own ?? []), ...entries]);
  const all = new PatchedMap(before?.base ?? map, own);
  return own.size > MOST ? new Map(all) : all;
}

class PatchedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly base: ReadonlyMap<Key, Value>;
  readonly own: ReadonlyMap<Key, Value | undefined>;
  readonly size: number;

  constructor(base: ReadonlyMap<Key, Value>, own: ReadonlyMap<Key, Value | undefined>) {
    this.base = base;
    this.own = own;
    let { size } = base;
    for (const [key, value] of own) {
      if (base.has(key)) size--;
      if (value !== undefined) size++;
    }
    this.size = size;
  }

  get(key: Key): Value | undefined {
    return this.own.has(key) ? this.own.get(key) : this.base.get(key);
  }

  has(key: Key): boolean {
    return this.own.has(key) ? this.own.get(key) !== undefined : this.base.has(key);
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (const [key, value] of this.base) {
      const now = this.own.has(key) ? this.own.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.own) {
      if (value !== undefined && !this.base.has(key)) yield [key, value];
    }
  }

  *keys(): Generator<Key, undefined> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): Generator<Value, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
