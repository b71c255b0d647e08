import { DomainError } from "#lib/errors.ts";

/**
 * The text that offsets count on: no byte-order mark in front, CRLF and CR as LF, NFC, and nothing
 * else changed. Applying it again changes nothing. Half surrogate pairs become U+FFFD, as in every
 * UTF-8 encoder, since neither a file nor the database can hold them.
 *
 * Refused ("invalid"): U+0000.
 */
export function canonicalText(decoded: string): string {
  if (decoded.includes("\u0000")) {
    throw new DomainError(
      "invalid",
      "The text holds a null character (U+0000), which no text file should; it may be a binary file.",
    );
  }
  return decoded
    .replace(/^\uFEFF+/, "")
    .replace(/\r\n?/g, "\n")
    .toWellFormed()
    .normalize("NFC");
}
