/**
 * How much text some words are, in characters of an alphabet: a Chinese sign says about as much as
 * two and a half letters, a Korean syllable as two. Every threshold of length counts in this.
 */
export function letters(words: string): number {
  if (!HAS_WIDE.test(words)) return words.length;
  let sum = 0;
  for (let at = 0; at < words.length; at++) sum += weightOf(words.charCodeAt(at));
  return sum;
}

/** Words, or about as much text in scripts that do not part them by spaces. */
export function wordCount(words: string): number {
  const parted = words.match(WORD)?.length ?? 0;
  const unparted = words.match(UNPARTED);
  return unparted ? parted + Math.floor(unparted.length / 2) : parted;
}

/** True for words that end as a sentence does, in any script, quotation marks and brackets aside. */
export function endsSentence(words: string): boolean {
  return SENTENCE_END.test(words.slice(-12));
}

/** Fewer letters, with a full stop behind them, are a cry or a label rather than a sentence. */
export const SHORTEST_SENTENCE = 25;

/** A list's or a quotation's announcement, or words that trail off, end a sentence too. */
export function endsClause(words: string): boolean {
  return CLAUSE_END.test(words.slice(-12));
}

/** Full stops of the world's scripts: Latin, CJK, Arabic, Urdu, Devanagari, Armenian, Ethiopic, Khmer, Burmese. */
export const STOPS = ".!?。．｡！？؟۔।॥։።៕။";
const CLOSERS = "\"'”’“»«›‹)\\]】」』）〉》";
const SENTENCE_END = new RegExp(`[${STOPS}][${CLOSERS}\\s]*$`, "u");
const CLAUSE_END = new RegExp(`[${STOPS}…:：;；][${CLOSERS}\\s]*$`, "u");

const HAS_WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]/;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.-][\p{L}\p{M}\p{N}]+)*/gu;
const UNPARTED =
  /[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f\u0e80-\u0eff\u1780-\u17ff\u1000-\u109f]/g;

function weightOf(code: number): number {
  if (code < 0x1100) return 1;
  if (code >= 0x2e80 && code <= 0x9fff) return 2.5;
  if ((code >= 0xac00 && code <= 0xd7af) || (code >= 0x1100 && code <= 0x11ff)) return 2;
  return code >= 0xf900 && code <= 0xfaff ? 2.5 : 1;
}
