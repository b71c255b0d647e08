import iconv from "iconv-lite";
import { decode } from "#lib/cleanup/decode.ts";

const PIECE_BYTES = 256 * 1024;
const SAMPLE_BYTES = 1024 * 1024;

/**
 * The encoding of a table, found as for any text but from a part of it: a table may be larger than an
 * article. Valid UTF-8 is looked for in all of it, since its first foreign letter may come late.
 */
export function findEncoding(bytes: Uint8Array): string {
  const at = firstBreach(bytes);
  // The sample begins well before what is no UTF-8, so that what is around it tells its language.
  const from = at === null ? 0 : Math.max(0, at - SAMPLE_BYTES / 2);
  const [a, b] = bytes;
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  if (at === null && !isMarked && bytes[0] !== 0 && bytes[1] !== 0) return "utf-8";
  const start = isMarked || from < PIECE_BYTES ? 0 : from;
  return decode(bytes.subarray(start, start + SAMPLE_BYTES)).encoding;
}

/** The text piece by piece, without a byte-order mark: memory does not grow with the table. */
export function* readText(bytes: Uint8Array, encoding: string): Generator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    const piece = decoder.write(Buffer.from(bytes.subarray(at, at + PIECE_BYTES)));
    if (piece !== "") yield piece;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

/** Where the first byte stands, about, that cannot be UTF-8; null when all of it can. */
function firstBreach(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    try {
      decoder.decode(bytes.subarray(at, at + PIECE_BYTES), {
        stream: at + PIECE_BYTES < bytes.length,
      });
    } catch {
      return at;
    }
  }
  return null;
}
