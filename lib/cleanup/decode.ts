import chardet from "chardet";
import iconv from "iconv-lite";
import { DomainError } from "#lib/errors.ts";
import { isUtf16 } from "./media-type.ts";

/** The most text that one article may have, in bytes of its file and of its text in UTF-8. */
export const TEXT_LIMIT = 10 * 1024 * 1024;

export type Decoded = {
  readonly text: string;
  /** The name of the encoding in lower case, as the web calls it. */
  readonly encoding: string;
  /** True when some bytes had no meaning and stand in the text as U+FFFD. */
  readonly hadErrors: boolean;
};

/**
 * Bytes to text. A byte-order mark is believed first, then valid UTF-8 (which no other encoding
 * looks like by chance, whatever is declared), then the declared encoding, then a guess.
 *
 * Refused: nothing but white space ("invalid"), more than TEXT_LIMIT ("too-large").
 */
export function decode(
  bytes: Uint8Array,
  declared: { charset?: string | undefined } = {},
): Decoded {
  refuseTooLarge(bytes.length);
  const decoded = decodeAny(bytes, declared.charset);
  refuseEmpty(decoded.text);
  return decoded;
}

/** Refuses ("too-large") what exceeds the limit, naming it. */
export function refuseTooLarge(sizeInBytes: number): void {
  if (sizeInBytes <= TEXT_LIMIT) return;
  const size = (sizeInBytes / 1024 / 1024).toFixed(1);
  throw new DomainError(
    "too-large",
    `This holds ${size} MB; an article may have up to ${TEXT_LIMIT / 1024 / 1024} MB of text.`,
    { detail: { limit: TEXT_LIMIT, size: sizeInBytes } },
  );
}

/** Refuses ("invalid") a text in which there is nothing to read. */
export function refuseEmpty(text: string): void {
  if (!/[^\s\uFEFF\u0085]/u.test(text)) {
    throw new DomainError("invalid", "There is no text in it.");
  }
}

function decodeAny(bytes: Uint8Array, declared: string | undefined): Decoded {
  const marked = byMark(bytes);
  if (marked) return withEncoding(bytes, marked);
  if (isUtf16(bytes)) return withEncoding(bytes, bytes[0] === 0 ? "utf-16be" : "utf-16le");

  const utf8 = strictUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8", hadErrors: false };

  const named = declared ?? charsetInMarkup(bytes);
  if (named && iconv.encodingExists(named) && !/^utf-?8$/i.test(named)) {
    return withEncoding(bytes, canonicalName(named));
  }
  return withEncoding(bytes, guess(bytes));
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** `<meta charset>` and `<meta http-equiv>` within the first bytes, as browsers look for them. */
function charsetInMarkup(bytes: Uint8Array): string | null {
  const head = iconv.decode(bytes.subarray(0, 4_096), "latin1");
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null;
}

function guess(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 200_000);
  const candidate = chardet.detect(head);
  // Mostly valid UTF-8 with a few broken bytes is UTF-8 with a few broken bytes.
  if (!candidate || /^(?:utf-?8|ascii)$/i.test(candidate) || isMostlyUtf8(head)) return "utf-8";
  return iconv.encodingExists(candidate) ? canonicalName(candidate) : "windows-1252";
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.split("\uFFFD").length - 1;
  const foreign = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return foreign > 20 && broken * 50 < foreign;
}

/** Browsers read Latin-1 and ASCII as windows-1252, which adds the quotation marks that people meant. */
function canonicalName(name: string): string {
  const lower = name.toLowerCase();
  return /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|cp1252)$/.test(lower) ? "windows-1252" : lower;
}

function withEncoding(bytes: Uint8Array, encoding: string): Decoded {
  const text =
    encoding === "utf-8" ? new TextDecoder("utf-8").decode(bytes) : iconv.decode(bytes, encoding);
  return { text, encoding, hadErrors: text.includes("\uFFFD") };
}
