/**
 * The one place where the two ways of counting characters meet. Everything public counts Unicode
 * code points; JavaScript's own strings count UTF-16 units. The brands keep the two apart.
 */
export type CodePoint = number & { readonly unit: "code point" };
export type Utf16 = number & { readonly unit: "utf-16" };

/** Half-open, in UTF-16 units: what `String.prototype.slice` takes. */
export type Utf16Range = { readonly start: Utf16; readonly end: Utf16 };

export type OffsetMap = {
  readonly lengthUtf16: Utf16;
  readonly lengthCodePoints: CodePoint;
  /** RangeError outside 0…lengthCodePoints. */
  toUtf16(offset: number): Utf16;
  /** RangeError outside 0…lengthUtf16. Inside a surrogate pair: the character's own start. */
  toCodePoint(offset: number): CodePoint;
};

/** Marks a number as a code-point offset. RangeError when it is no integer from 0 upwards. */
export function codePoint(offset: number): CodePoint {
  return checked(offset, Number.MAX_SAFE_INTEGER) as CodePoint;
}

/** Marks a number as a UTF-16 offset. RangeError when it is no integer from 0 upwards. */
export function utf16(offset: number): Utf16 {
  return checked(offset, Number.MAX_SAFE_INTEGER) as Utf16;
}

/**
 * Converts offsets of one text both ways. Text without astral characters costs one scan and then
 * nothing; otherwise each question is a binary search among the astral characters.
 */
export function offsetMap(text: string): OffsetMap {
  const astral = astralPositions(text);
  const lengthUtf16 = text.length as Utf16;
  const lengthCodePoints = (text.length - astral.length) as CodePoint;

  if (astral.length === 0) {
    return {
      lengthUtf16,
      lengthCodePoints,
      toUtf16: (offset) => checked(offset, text.length) as Utf16,
      toCodePoint: (offset) => checked(offset, text.length) as CodePoint,
    };
  }
  return {
    lengthUtf16,
    lengthCodePoints,
    // The k-th astral character stands at UTF-16 position p and code point p - k.
    toUtf16: (offset) => {
      checked(offset, lengthCodePoints);
      return (offset + countWhile(astral.length, (k) => at(astral, k) - k < offset)) as Utf16;
    },
    toCodePoint: (offset) => {
      checked(offset, lengthUtf16);
      return (offset - countWhile(astral.length, (k) => at(astral, k) < offset)) as CodePoint;
    },
  };
}

export function codePointLength(text: string): CodePoint {
  return (text.length - countAstral(text)) as CodePoint;
}

/** The characters from start to end (code points, end exclusive). RangeError outside the text. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  checked(start, Number.MAX_SAFE_INTEGER);
  checked(end, Number.MAX_SAFE_INTEGER);
  if (end < start) throw new RangeError(`The range ${start}–${end} ends before it starts.`);
  const from = advance(text, 0, start);
  return text.slice(from, advance(text, from, end - start));
}

function advance(text: string, from: number, codePoints: number): number {
  let offset = from;
  for (let left = codePoints; left > 0; left--) {
    if (offset >= text.length) {
      throw new RangeError("The offset lies outside the text.");
    }
    offset += isPairAt(text, offset) ? 2 : 1;
  }
  return offset;
}

function checked(offset: number, limit: number): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > limit) {
    throw new RangeError(`The offset ${offset} lies outside 0–${limit}.`);
  }
  return offset;
}

function isPairAt(text: string, offset: number): boolean {
  return (
    (text.charCodeAt(offset) & 0xfc00) === 0xd800 &&
    (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00
  );
}

function countAstral(text: string): number {
  let count = 0;
  for (let offset = 0; offset < text.length - 1; offset++) {
    if (isPairAt(text, offset)) {
      count++;
      offset++;
    }
  }
  return count;
}

function astralPositions(text: string): Uint32Array {
  const count = countAstral(text);
  const positions = new Uint32Array(count);
  for (let offset = 0, found = 0; found < count; offset++) {
    if (isPairAt(text, offset)) {
      positions[found++] = offset;
      offset++;
    }
  }
  return positions;
}

function at(positions: Uint32Array, index: number): number {
  return positions[index] ?? 0;
}

/** How many of 0…length-1, from the front, pass a test that never turns true again. */
function countWhile(length: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (test(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
