export type Random = {
  /** From 0 up to, but not including, `below`. */
  whole(below: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
};

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (below: number) => Math.floor(fraction() * below);
  return { whole, pick: (from) => from[whole(from.length)] ?? from[0] };
}
