const WORDS =
  "the fisheries ministry of Varnland denied on Monday that it had closed the extraordinarily important international harbour installations near Ilm although administrative documentation apparently demonstrated otherwise".split(
    " ",
  );

/** Prose of invented sentences, the same for the same number. */
export function prose(seed: number, sentences: number): string {
  let state = seed * 7_919 + 17;
  const next = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  return Array.from({ length: sentences }, (_, index) => {
    const words = Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]);
    return `Sentence ${seed}.${index} says ${words.join(" ")}.`;
  }).join(" ");
}

/** Where two long texts part, in short; null where they are the same. */
export function firstDifference(actual: string, expected: string): string | null {
  if (actual === expected) return null;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `“${around(actual)}” for “${around(expected)}”`;
}
