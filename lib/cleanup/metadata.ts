/** What a text states about itself. Null where it states nothing; nothing is made up. */
export type Metadata = {
  readonly title: string | null;
  readonly byline: string | null;
  readonly publisher: string | null;
  /** `YYYY-MM-DD`, or an ISO 8601 time in UTC where the source gives one with its zone. */
  readonly published: string | null;
  readonly language: string | null;
};

/** One line of words, or null when there are none. */
export function statedWords(value: unknown, limit = 300): string | null {
  if (typeof value !== "string") return null;
  const words = value.replace(/\s+/g, " ").trim().normalize("NFC");
  return words === "" || words.length > limit || words.includes("\u0000") ? null : words;
}

/** A date as `published` gives it; null for what is no certain date (12/11/2022 may be two days). */
export function statedDate(value: unknown): string | null {
  const words = statedWords(value, 80);
  if (!words) return null;
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](.*))?$/.exec(words);
  if (iso) {
    const day = `${iso[1]}-${iso[2]}-${iso[3]}`;
    if (!isDay(day)) return null;
    if (!/(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(iso[4] ?? "")) return day;
    const zoned = new Date(words.replace(" ", "T").replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
    return Number.isNaN(zoned.getTime()) ? day : zoned.toISOString();
  }
  const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})\b/.exec(words);
  if (dayFirst) return dayOf(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = /\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/.exec(words);
  return monthFirst ? dayOf(monthFirst[3], monthFirst[1], monthFirst[2]) : null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function dayOf(year = "", month = "", date = ""): string | null {
  const index = MONTHS.indexOf(month.slice(0, 3).toLowerCase());
  const day = `${year}-${String(index + 1).padStart(2, "0")}-${date.padStart(2, "0")}`;
  return index >= 0 && isDay(day) ? day : null;
}

function isDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}
