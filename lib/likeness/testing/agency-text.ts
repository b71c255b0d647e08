/** From 0 up to, but not including, 1: the same numbers for the same seed (mulberry32). */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An agency's report of something that never happened, in words as frequent as in real ones (Zipf). */
export type AgencyText = {
  readonly paragraphs: readonly string[];
  readonly names: readonly string[];
};

/** About so many words, in paragraphs of two or three sentences, every fourth of them a quotation. */
export function agencyText(chance: Chance, words: number): AgencyText {
  const names = Array.from(
    { length: 6 },
    () => `${capital(rareWord(chance))} ${capital(rareWord(chance))}`,
  );
  const paragraphs: string[] = [];
  for (let written = 0; written < words;) {
    const paragraph = agencyParagraph(chance, names);
    paragraphs.push(paragraph);
    written += paragraph.split(" ").length;
  }
  return { paragraphs, names };
}

export function agencyParagraph(chance: Chance, names: readonly string[]): string {
  const sentences = Array.from({ length: 2 + whole(chance, 2) }, () => {
    const words = Array.from({ length: 10 + whole(chance, 14) }, () => anyWord(chance)).join(" ");
    const name = names[whole(chance, names.length)] ?? "";
    return whole(chance, 4) === 0
      ? `"${capital(words)}," said ${name}.`
      : `${capital(words)}, ${name} - it was told - ${anyWord(chance)}.`;
  });
  return sentences.join(" ");
}

/** Words in quotation marks, as several papers print them. */
export function agencyQuotation(chance: Chance, names: readonly string[]): string {
  const words = Array.from({ length: 25 }, () => anyWord(chance)).join(" ");
  return `"${capital(words)}," said ${names[whole(chance, names.length)] ?? ""}.`;
}

export function whole(chance: Chance, below: number): number {
  return Math.floor(chance() * below);
}

const FREQUENT =
  "the of and to in a that said on for was is by with as at from it had were he has be its have an not who been but they which would after this their also when one there said more".split(
    " ",
  );

/** Two words in five are among the most frequent, as in English. */
function anyWord(chance: Chance): string {
  if (chance() < 0.42) return FREQUENT[Math.floor(FREQUENT.length * chance() ** 2)] ?? "the";
  return spelled(Math.floor(8_000 * chance() ** 3));
}

function rareWord(chance: Chance): string {
  return spelled(8_000 + whole(chance, 40_000));
}

const SYLLABLES = "ba ke lo mi ru ta ve so na dri fel gor hun jas pel qui ster tom ul wen".split(
  " ",
);

function spelled(rank: number): string {
  let word = "";
  for (let left = rank + 20; left > 0; left = Math.floor(left / SYLLABLES.length)) {
    word += SYLLABLES[left % SYLLABLES.length] ?? "";
  }
  return word;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
