import { clean } from "#lib/cleanup/clean.ts";
import type { Extracted, RawInput } from "./extracted.ts";
import { detectFileType } from "./file-type.ts";

/**
 * The one way from a file, or a pasted text, to canonical text and blocks.
 *
 * Refused with a plain sentence: what cannot be read ("media-type"), what holds nothing to read or is
 * damaged ("invalid"), what is more than its limit ("too-large").
 */
export async function extract(input: RawInput): Promise<Extracted> {
  if ("bytes" in input) detectFileType(input.bytes, input);
  const cleaned = clean(input);
  return { ...cleaned, extractor: "onrecord-text", extractorVersion: "1" };
}
