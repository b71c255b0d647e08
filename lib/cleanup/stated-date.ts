import { statedWords } from "./metadata.ts";
import { monthNumber } from "./month-names.ts";

/**
 * A date as `published` gives it: YYYY-MM-DD, or with the time and the offset where the words state
 * them in a form made for machines. Null for what is no certain date (12/11/2022 may be two days).
 */
export function statedDate(value: unknown): string | null {
  const words = statedWords(typeof value === "number" ? String(value) : value, 120);
  if (!words) return null;
  const written = words.replace(/[٠-٩۰-۹०-९０-９]/g, latinDigit);
  return isoTime(written) ?? epoch(written) ?? dateWithin(written);
}

/** The first certain date inside some words, as YYYY-MM-DD. */
export function dateWithin(words: string): string | null {
  return datePlace(words)?.day ?? null;
}

/** The first certain date inside some words, and where it stands. */
export function datePlace(words: string): { day: string; start: number; end: number } | null {
  const written = words.slice(0, 600).replace(/[٠-٩۰-۹०-९０-９]/g, latinDigit);
  if (!/\d{4}/.test(written)) return null;
  for (const [pattern, read] of FORMS) {
    for (const found of written.matchAll(pattern)) {
      const day = read(found);
      if (day) return { day, start: found.index, end: found.index + found[0].length };
    }
  }
  return null;
}

type Read = (found: RegExpExecArray) => string | null;

/** Tried in this order. The month's name may be in any language of the list. */
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [/(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/g, ([, y, m, d]) => dayOf(y, Number(m), d)],
  [
    /(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]/g,
    ([, y, m, d]) => dayOf(y, Number(m), d),
  ],
  [
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|[.ºª°])? {1,2}(?:de |d[’']|τις )?([\p{L}\p{M}]{3,14})\.?,? (?:de |del )?(\d{4})(?!\d)/gu,
    ([, d, m, y]) => dayOf(y, monthNumber(m ?? ""), d),
  ],
  [
    /(?<![\p{L}\p{M}])([\p{L}\p{M}]{3,14})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/gu,
    ([, m, d, y]) => dayOf(y, monthNumber(m ?? ""), d),
  ],
  [
    /(?<!\d)(\d{4})\.? ([\p{L}\p{M}]{3,14})\.? (\d{1,2})(?!\d)/gu,
    ([, y, m, d]) => dayOf(y, monthNumber(m ?? ""), d),
  ],
  [/(?<![\d.])(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/g, ([, d, m, y]) => dayOf(y, Number(m), d)],
  [
    /(?<![\d./])(\d{4})[./] ?(\d{1,2})[./] ?(\d{1,2})(?!\d)/g,
    ([, y, m, d]) => dayOf(y, Number(m), d),
  ],
  [/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/g, ([, a, b, y]) => slashed(a, b, y)],
];

/** Of two numbers, one must be too great for a month, or both the same. */
function slashed(first = "", second = "", year = ""): string | null {
  if (Number(first) > 12 || first === second) return dayOf(year, Number(second), first);
  return Number(second) > 12 ? dayOf(year, Number(first), second) : null;
}

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?\s?(z|utc|gmt|[+-]\d{2}:?(?:\d{2})?)?)?(?!\d)/i;

function isoTime(words: string): string | null {
  const found = ISO.exec(words);
  if (!found) return null;
  const [, year, month, date, hour, minute, second, fraction, zone] = found;
  const day = dayOf(year, Number(month), date);
  if (!day || hour === undefined || minute === undefined) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return day;
  const seconds = second ? `:${second}${fraction ? `.${fraction.slice(0, 3)}` : ""}` : "";
  return `${day}T${hour.padStart(2, "0")}:${minute}${seconds}${offset(zone)}`;
}

function offset(zone: string | undefined): string {
  if (!zone) return "";
  if (/^[zug]/i.test(zone)) return "Z";
  const digits = zone.slice(1).replace(":", "").padEnd(4, "0");
  return `${zone.charAt(0)}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** Seconds or thousandths since 1970, as some systems write into their meta elements. */
function epoch(words: string): string | null {
  if (!/^1\d{9}(?:\d{3})?$/.test(words)) return null;
  const date = new Date(words.length === 10 ? Number(words) * 1_000 : Number(words));
  return date.toISOString().replace(".000Z", "Z");
}

function dayOf(year = "", month: number | null, date = ""): string | null {
  if (month === null || Number(year) < 1500 || Number(year) > 2199) return null;
  const day = `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;
  const checked = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(checked.getTime()) && checked.toISOString().startsWith(day) ? day : null;
}

function latinDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = [0x660, 0x6f0, 0x966, 0xff10].find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}
