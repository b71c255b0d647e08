/**
 * Words that pages say about themselves, by language. Each entry is alternatives of a regular
 * expression in lower case, parted by "|"; `.{0,n}` leaves room, and nothing else may repeat, so
 * that no page can make a match slow.
 */
export type PhraseTable = Readonly<Record<string, string>>;

/** Matches words that are one of the phrases and nothing else. */
export function wholly(table: PhraseTable): RegExp {
  return new RegExp(`^(?:${alternatives(table)})$`, "iu");
}

/** Matches words that begin with one of the phrases, where no letter follows. */
export function atStart(table: PhraseTable, then: string): RegExp {
  return new RegExp(`^(?:${alternatives(table)})(?![\\p{L}\\p{M}])${then}`, "iu");
}

/** Matches words that begin with one of the phrases, whatever follows. */
export function startsWith(table: PhraseTable, then: string): RegExp {
  return new RegExp(`^(?:${alternatives(table)})${then}`, "iu");
}

/**
 * All phrases as one alternation. Ignoring case does not pair the Turkish letters "İ" and "i", "I"
 * and "ı": in that language each stands for both.
 */
function alternatives(table: PhraseTable): string {
  return Object.entries(table)
    .map(([language, phrases]) =>
      language === "tr"
        ? phrases.replace(/[iı]/g, (letter) => (letter === "i" ? "[iİ]" : "[ıI]"))
        : phrases,
    )
    .join("|");
}

/** Finds one of the phrases behind the end of a sentence, or behind a sign that parts words. */
export function behindSentence(table: PhraseTable, then: string): RegExp {
  return new RegExp(
    `(?:[.!?…)”"»。！？।۔]\\s*|\\s[|/–—(-]\\s?)(?:${alternatives(table)})${then}`,
    "iu",
  );
}

/** Finds one of the phrases anywhere, not as a part of a longer word. */
export function within(table: PhraseTable): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${alternatives(table)})(?![\\p{L}\\p{M}])|(?:${unparted(table)})`,
    "iu",
  );
}

/** Scripts without spaces have no ends of words to look for. */
function unparted(table: PhraseTable): string {
  const joined = ["zh", "ja", "ko", "th"].flatMap((language) => table[language] ?? []).join("|");
  return joined || "(?!)";
}
