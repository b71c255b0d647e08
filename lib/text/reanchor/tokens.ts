/** The words and signs of a text in order, each with a number that stands for it. UTF-16. */
export type Tokens = {
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
};

/**
 * Divide texts into words and single signs, without the white space between them; the same word has
 * the same number in both. In scripts that put no spaces between words every character is one.
 */
export function tokenise(texts: readonly [string, string]): readonly [Tokens, Tokens] {
  const numbers = new Map<string, number>();
  return [tokensOf(texts[0], numbers), tokensOf(texts[1], numbers)];
}

/** How many tokens begin before an offset. */
export function tokensBefore({ starts }: Tokens, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}])[\p{L}\p{N}\p{M}])+|[^\s]/gu;

function tokensOf(text: string, numbers: Map<string, number>): Tokens {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    let id = numbers.get(word);
    if (id === undefined) {
      id = numbers.size;
      numbers.set(word, id);
    }
    ids.push(id);
    starts.push(index);
    ends.push(index + word.length);
  }
  return {
    ids: Int32Array.from(ids),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
  };
}
