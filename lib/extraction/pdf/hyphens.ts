/**
 * Puts lines together to one, and a word that was broken at a line's end. A hyphen goes only where it
 * was put to break the word: one that the document writes elsewhere, too, or that stands between two
 * words of the document, before a capital or beside a number, is part of the word.
 */
export class Hyphens {
  #words = new Set<string>();
  /** What a soft hyphen within a line stands for. */
  #softHyphen: "" | "-";

  /** `lines`: all lines of the document. */
  constructor(lines: readonly string[]) {
    this.#softHyphen = softHyphenOf(lines);
    let wasBroken = false;
    for (const line of lines) {
      const words = line.toLowerCase().match(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu) ?? [];
      const isBroken = BROKEN.test(line);
      // Halves of words are no words.
      for (const word of words.slice(wasBroken ? 1 : 0, isBroken ? -1 : undefined)) {
        this.#words.add(word);
        for (const part of word.split("-")) this.#words.add(part);
      }
      wasBroken = isBroken;
    }
  }

  join(lines: readonly { readonly text: string }[]): string {
    let joined = "";
    for (const { text } of lines) {
      const plain = text.replace(/\u00ad(?!$)/g, this.#softHyphen);
      joined = joined === "" ? plain : this.#joinTwo(joined, plain);
    }
    return joined.replace(/\u00ad$/, "-");
  }

  #joinTwo(before: string, after: string): string {
    if (before.endsWith("\u00ad")) return before.slice(0, -1) + after;
    if (BROKEN.test(before)) {
      return this.#isPartOfWord(before, after) ? before + after : before.slice(0, -1) + after;
    }
    // "2030-" and "2031" at the next line.
    if (/\d-$/.test(before)) return before + after;
    const isUnspaced = UNSPACED.test(before.slice(-1)) && UNSPACED.test(after.slice(0, 1));
    return isUnspaced ? before + after : `${before} ${after}`;
  }

  #isPartOfWord(before: string, after: string): boolean {
    const head = /([\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*)[-\u2010]$/u.exec(before)?.[1] ?? "";
    const tail = /^[\p{L}\p{M}\d]+/u.exec(after)?.[0] ?? "";
    if (!/^\p{Ll}/u.test(tail) || /\d/.test(head + tail)) return true;
    const [first, second] = [head.toLowerCase(), tail.toLowerCase()];
    if (this.#words.has(first + second)) return false;
    if (this.#words.has(`${first}-${second}`)) return true;
    const last = first.split("-").at(-1) ?? "";
    return last.length > 2 && second.length > 2 && this.#words.has(last) && this.#words.has(second);
  }
}

const BROKEN = /\p{L}[-\u2010\u00ad]$/u;

/** Scripts that put no space between words. */
const UNSPACED = /[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/**
 * Browsers write every place where a word might have been broken, and nobody sees it. Other programs
 * write the hyphens of a document so; then it has no others, and not many.
 */
function softHyphenOf(lines: readonly string[]): "" | "-" {
  const words = lines.join(" ");
  const soft = words.match(/\p{L}\u00ad\p{L}/gu)?.length ?? 0;
  const isHard = soft > 0 && !/\p{L}-\p{L}/u.test(words) && soft * 40 < words.split(/\s+/).length;
  return isHard ? "-" : "";
}
