/** A text with its typography levelled, and where each of its units came from. UTF-16 throughout. */
export type Folded = {
  readonly text: string;
  /** For each folded unit: where the character that it stands for begins in the original. */
  readonly at: Int32Array;
  /** For each folded unit: where that character ends. */
  readonly till: Int32Array;
  /** For each original unit, and the end: how many folded units stand before it. */
  readonly before: Int32Array;
};

/**
 * Level what a newspaper's software changes without changing a word: the form of quotation marks,
 * dashes, ellipses and ligatures, white space of every kind and amount (so also where lines break),
 * capitals, soft hyphens and zero-width spaces.
 */
export function foldTypography(text: string): Folded {
  const pieces: string[] = [];
  let room = new Int32Array(text.length + 16);
  let tillRoom = new Int32Array(text.length + 16);
  const before = new Int32Array(text.length + 1);
  let length = 0;
  let last = "";
  for (let offset = 0; offset < text.length;) {
    const unit = text.charCodeAt(offset);
    const width = isPair(unit, text, offset) ? 2 : 1;
    let folded = width === 2 ? text.slice(offset, offset + 2) : foldUnit(unit, text, offset);
    if ((folded === " " || folded === "-") && folded === last) folded = "";
    for (let n = 0; n < width; n++) before[offset + n] = length;
    if (folded !== "") {
      if (length + folded.length > room.length) {
        room = grown(room);
        tillRoom = grown(tillRoom);
      }
      for (let n = 0; n < folded.length; n++) {
        room[length + n] = offset;
        tillRoom[length + n] = offset + width;
      }
      length += folded.length;
      pieces.push(folded);
      last = folded;
    }
    offset += width;
  }
  before[text.length] = length;
  return {
    text: pieces.join(""),
    at: room.subarray(0, length),
    till: tillRoom.subarray(0, length),
    before,
  };
}

function foldUnit(unit: number, text: string, offset: number): string {
  if (unit < 0x80) {
    if (unit === 0x60) return "'";
    if (unit <= 0x20) return " ";
    if (unit >= 0x41 && unit <= 0x5a) return String.fromCharCode(unit + 32);
    return text.charAt(offset);
  }
  const known = FORMS.get(unit);
  if (known !== undefined) return known;
  const character = text.charAt(offset);
  const lower = character.toLowerCase();
  return lower.length === 1 ? lower : character;
}

const FORMS: ReadonlyMap<number, string> = new Map(
  (
    [
      ["'", "‘’‚‛′ʼ´ʹ＇"],
      ['"', "“”„‟″«»＂"],
      ["-", "‐‑‒–—―−－"],
      [
        " ",
        "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
      ],
      ["", "\u00ad\u200b\u2060\ufeff"],
      ["...", "…"],
      ["ff", "ﬀ"],
      ["fi", "ﬁ"],
      ["fl", "ﬂ"],
      ["ffi", "ﬃ"],
      ["ffl", "ﬄ"],
      ["st", "ﬅﬆ"],
    ] as const
  ).flatMap(([form, characters]) =>
    Array.from(characters, (character): [number, string] => [character.charCodeAt(0), form]),
  ),
);

function isPair(unit: number, text: string, offset: number): boolean {
  return (unit & 0xfc00) === 0xd800 && (text.charCodeAt(offset + 1) & 0xfc00) === 0xdc00;
}

function grown(room: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room.length * 2);
  larger.set(room);
  return larger;
}
