/** What was found of an article's text, against its own text: shares of four-word shingles, 0…1. */
export type Score = { readonly precision: number; readonly recall: number };

/**
 * The benchmark's measure: words in lower case, shingles of four as multisets. Signs of scripts
 * without spaces count as words only when `perSign` is set; the benchmark itself does not do that.
 */
export function score(found: string, gold: string, perSign = false): Score {
  const [own, wanted] = [shingles(found, perSign), shingles(gold, perSign)];
  let both = 0;
  for (const [shingle, count] of own) both += Math.min(count, wanted.get(shingle) ?? 0);
  return { precision: both / Math.max(1, total(own)), recall: both / Math.max(1, total(wanted)) };
}

/** Precision and recall are averaged over the pages first, as the benchmark does. */
export function averaged(scores: readonly Score[]): Score & { readonly f1: number } {
  const mean = (of: (score: Score) => number) =>
    scores.reduce((sum, each) => sum + of(each), 0) / Math.max(1, scores.length);
  const [precision, recall] = [mean((each) => each.precision), mean((each) => each.recall)];
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) };
}

function shingles(text: string, perSign: boolean): Map<string, number> {
  const parted = perSign ? text.replace(/[\u3040-\u30ff\u3400-\u9fff]/g, " $& ") : text;
  const words = parted.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at + 4 <= Math.max(4, words.length); at++) {
    const shingle = words.slice(at, at + 4).join(" ");
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}
