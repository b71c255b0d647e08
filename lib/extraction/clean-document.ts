import { clean } from "#lib/cleanup/clean.ts";
import type { Extracted, Extractor } from "./extracted.ts";
import { type FileDetails, withFileDetails } from "./file-details.ts";
import type { FileType } from "./file-type.ts";

/**
 * Cleans a document that became HTML. It has no page around its article: whoever wrote it meant all of
 * it, so that what only its place on a page would give away stays open.
 */
export function cleanDocument(
  body: string,
  about: { mediaType: FileType; details: FileDetails; extractor: Extractor },
): Extracted {
  const html = `<!doctype html><html><body><article class="article-body">${body}</article></body></html>`;
  const cleaned = clean({ text: html, mediaType: "text/html" });
  return {
    ...cleaned,
    ...withFileDetails(cleaned, about.details),
    mediaType: about.mediaType,
    encoding: "binary",
    extractor: about.extractor.name,
    extractorVersion: about.extractor.version,
  };
}

/** Words as they stand in HTML. */
export function escapeHtml(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
