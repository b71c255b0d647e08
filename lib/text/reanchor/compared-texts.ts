import { alignTokens, type Run } from "./align-tokens.ts";
import { foldTypography, type Folded } from "./fold-typography.ts";
import { tokenise, tokensBefore, type Tokens } from "./tokens.ts";
import { weighWords, type WordWeights } from "./word-weights.ts";

/** One of two texts, with all that comparing them needs. */
export type Side = {
  readonly text: string;
  readonly folded: Folded;
  readonly tokens: Tokens;
  /** The tokens with each number, in order. */
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** Where words that were asked for stand. */
  readonly asked: Map<string, number[] | null>;
};

/** Two texts compared once, for any number of spans. */
export type ComparedTexts = {
  readonly old: Side;
  readonly now: Side;
  /** What stands in both in the same order. */
  readonly runs: readonly Run[];
  readonly weights: WordWeights;
  /** Tokens of the new text that no run holds. */
  readonly unaligned: number;
  /** Characters that may still be compared around candidates, over all spans. */
  readonly purse: { left: number };
};

/** About a second's work; only texts that repeat themselves without end come near it. */
const WORK_LIMIT = 300_000_000;

/** Compare two texts word by word, their typography levelled. */
export function compareTexts(oldText: string, newText: string): ComparedTexts {
  const [before, after] = [foldTypography(oldText), foldTypography(newText)];
  const [oldTokens, newTokens] = tokenise([before.text, after.text]);
  const runs = alignTokens(oldTokens.ids, newTokens.ids);
  const aligned = runs.reduce((sum, { length }) => sum + length, 0);
  return {
    old: {
      text: oldText,
      folded: before,
      tokens: oldTokens,
      places: placesOf(oldTokens),
      asked: new Map(),
    },
    now: {
      text: newText,
      folded: after,
      tokens: newTokens,
      places: placesOf(newTokens),
      asked: new Map(),
    },
    runs,
    weights: weighWords(oldTokens, newTokens, before.text.length),
    unaligned: newTokens.ids.length - aligned,
    purse: { left: WORK_LIMIT },
  };
}

/** The tokens that lie wholly in a stretch of the folded text: from the first to before the last. */
export function tokensWithin(tokens: Tokens, start: number, end: number): [number, number] {
  const from = tokensBefore(tokens, start);
  let to = tokensBefore(tokens, end);
  while (to > from && (tokens.ends[to - 1] ?? 0) > end) to--;
  return [from, to];
}

/** The run that holds an old token, or the last one before it; -1 when there is none. */
export function runAtOrBefore(runs: readonly Run[], token: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.old ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function placesOf({ ids }: Tokens): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (let n = 0; n < ids.length; n++) {
    const id = ids[n] ?? 0;
    const list = places.get(id);
    if (list) list.push(n);
    else places.set(id, [n]);
  }
  return places;
}
