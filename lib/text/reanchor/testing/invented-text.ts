import type { Random } from "./random.ts";

/** How an invented article writes: its words, and how long it is. */
export type Style = { readonly words: readonly string[]; readonly paragraphs: number };

const SYLLABLES = [
  "ka",
  "ro",
  "ve",
  "lun",
  "mi",
  "tas",
  "den",
  "or",
  "shi",
  "pel",
  "gra",
  "ubo",
  "nes",
  "il",
  "tor",
  "qua",
  "zet",
  "har",
  "bim",
  "fo",
];
const SMALL = [
  "the",
  "of",
  "a",
  "to",
  "and",
  "in",
  "was",
  "that",
  "on",
  "it",
  "he",
  "not",
  "for",
  "were",
  "with",
];

/** Who speaks in an article, and who speaks in what is written into it later. */
const SPEAKERS = {
  first: [
    "Minister Ansa Kreel",
    "Mayor Tolo Vint",
    "a spokeswoman",
    "the harbour master",
    "General Idra Sool",
  ],
  later: ["Deputy Oru Kest", "Judge Wenna Plosk", "an observer", "its chief engineer"],
} as const;
const OPENINGS = { first: "It wasn’t", later: "They weren’t" } as const;
export type Speaking = keyof typeof SPEAKERS;

/** A vocabulary of its own; a small one makes chance coincidences frequent. */
export function inventedStyle(random: Random): Style {
  const size = random.pick([25, 60, 200, 800]);
  const words = Array.from({ length: size }, () =>
    Array.from({ length: 1 + random.below(3) }, () => random.pick(SYLLABLES)).join(""),
  );
  return { words, paragraphs: 3 + random.below(7) };
}

/**
 * A sentence; some are made after a pattern that others share. Those written later name other people:
 * a new sentence that repeats the old one's words at its place is the old one, changed.
 */
export function inventedSentence(random: Random, { words }: Style, speaking: Speaking): string {
  const some = (count: number) =>
    Array.from({ length: count }, () =>
      random.chance(0.4) ? random.pick(SMALL) : random.pick(words),
    ).join(" ");
  const kind = random.below(8);
  if (kind === 0)
    return `${random.pick(SPEAKERS[speaking])} said that ${some(4 + random.below(6))}.`;
  if (kind === 1)
    return `“${capital(some(3 + random.below(5)))},” ${random.pick(SPEAKERS[speaking])} said.`;
  if (kind === 2) return `${OPENINGS[speaking]} ${some(3)} – ${some(4)}…`;
  if (kind === 3)
    return `${capital(some(4))}, ${some(3)} 😀 ${some(2)} in ${1990 + random.below(40)}.`;
  return `${capital(some(4 + random.below(12)))}.`;
}

export function inventedParagraph(random: Random, style: Style, speaking: Speaking): string {
  return Array.from({ length: 1 + random.below(5) }, () =>
    inventedSentence(random, style, speaking),
  ).join(" ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
