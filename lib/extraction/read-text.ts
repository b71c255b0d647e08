import { clean, type CleanInput } from "#lib/cleanup/clean.ts";
import type { Extracted } from "./extracted.ts";

/** Grows whenever the clean-up yields another text for the same bytes; its blocks may change at any time. */
const VERSION = "1";

/** Plain text, Markdown and HTML. */
export function readText(input: CleanInput): Extracted {
  const cleaned = clean(input);
  const name = cleaned.mediaType === "text/html" ? "onrecord-html" : "onrecord-text";
  return { ...cleaned, extractor: name, extractorVersion: VERSION };
}
