/**
 * A text as a search sees it: lower case, without accents, every kind of quotation mark and dash
 * alike, white space as one blank. Every place in it leads back to the text's own.
 */
export type FoldedText = {
  readonly folded: string;
  /** Where the folded character at `index` stands in the text, in UTF-16 units; its length at the end. */
  toSource(index: number): number;
};

/** Folds a text for searching. Ten million characters take some tens of milliseconds. */
export function foldText(text: string): FoldedText {
  const codes = new Uint16Array(text.length);
  let places: Uint32Array | null = null;
  let length = 0;
  let isAfterBlank = false;
  for (let offset = 0; offset < text.length; offset++) {
    const folded = foldUnit(text.charCodeAt(offset));
    const isBlank = folded === BLANK;
    if (folded === DROPPED || (isBlank && isAfterBlank)) {
      places ??= identity(text.length, length);
      continue;
    }
    codes[length] = folded;
    if (places) places[length] = offset;
    length++;
    isAfterBlank = isBlank;
  }
  const map = places;
  return {
    folded: DECODER.decode(codes.subarray(0, length)),
    toSource: (index) => {
      if (index >= length) return text.length;
      return map ? (map[index] ?? text.length) : index;
    },
  };
}

/** A place found, half-open, in UTF-16 units of the text. */
export type FoundPlace = { readonly start: number; readonly end: number };

/**
 * Where a query stands in a text, in reading order and without overlaps, from `from` (UTF-16) on and
 * at most `limit` places. An empty query stands nowhere.
 */
export function findFolded(text: FoldedText, query: string, limit: number, from = 0): FoundPlace[] {
  const wanted = foldText(query.trim()).folded;
  const found: FoundPlace[] = [];
  if (wanted === "") return found;
  let index = text.folded.indexOf(wanted);
  while (index !== -1 && found.length < limit) {
    const start = text.toSource(index);
    // The end goes to the next kept character, so that accents on the last letter are part of it.
    if (start >= from) found.push({ start, end: text.toSource(index + wanted.length) });
    index = text.folded.indexOf(wanted, index + wanted.length);
  }
  return found;
}

const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });
const BLANK = 0x20;
/** No folded character is U+0000: canonical text never holds it. */
const DROPPED = 0;
const UNKNOWN = 0xffff;
const table = new Uint16Array(65_536).fill(UNKNOWN);

function foldUnit(unit: number): number {
  const known = table[unit] ?? UNKNOWN;
  if (known !== UNKNOWN) return known;
  const folded = foldOnce(unit);
  table[unit] = folded;
  return folded;
}

function foldOnce(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  if (/[\s\u0085]/.test(character)) return BLANK;
  if (/[\p{Mn}\p{Cf}]/u.test(character)) return DROPPED;
  if (/[‘’‚‛′`´]/.test(character)) return "'".charCodeAt(0);
  if (/[“”„‟«»″]/.test(character)) return '"'.charCodeAt(0);
  if (/[‐‑‒–—―−]/.test(character)) return "-".charCodeAt(0);
  const bare = character
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  const simple = bare.length === 1 ? bare : character.toLowerCase();
  return simple.length === 1 ? simple.charCodeAt(0) : unit;
}

function identity(size: number, upTo: number): Uint32Array {
  const places = new Uint32Array(size);
  for (let index = 0; index < upTo; index++) places[index] = index;
  return places;
}
