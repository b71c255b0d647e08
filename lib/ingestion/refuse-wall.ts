import { decode } from "#lib/cleanup/decode.ts";
import type { Fetched } from "#lib/fetch/fetch-address.ts";
import { fetchError } from "#lib/fetch/fetch-error.ts";
import { judgePage } from "./judge-page.ts";

/** Whatever is longer holds more than a wall, and is not looked at. */
const LONGEST_WALL_BYTES = 1_500_000;

/**
 * Refuses ("wall") a page that asks for consent, a log-in, JavaScript or money instead of showing what
 * stands there, with a sentence that offers to paste it. `asked` is the address before any redirect.
 */
export function refuseWall(page: Fetched, asked: string): void {
  if (!isHtml(page) || page.bytes.length > LONGEST_WALL_BYTES) return;
  const html = decodeOrNull(page);
  if (html === null) return;
  const judgement = judgePage({ html, url: page.url, asked });
  if (judgement !== null) throw fetchError("wall", judgement.sentence);
}

function isHtml({ mediaType, bytes }: Fetched): boolean {
  if (mediaType !== null) return /html/.test(mediaType);
  return /^\s*<(!doctype html|html|head|body)/i.test(
    new TextDecoder().decode(bytes.subarray(0, 500)),
  );
}

/** Null for what holds nothing to read, which others say in their own words. */
function decodeOrNull({ bytes, charset }: Fetched): string | null {
  try {
    return decode(bytes, { charset: charset ?? undefined }).text;
  } catch {
    return null;
  }
}
