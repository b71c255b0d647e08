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
  const html = `<!doctype html><html><body><article class="article-body">${withPlainCells(body)}</article></body></html>`;
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

/** A cell that holds one paragraph is a cell with words, so that its row becomes one line. */
function withPlainCells(html: string): string {
  return html.replace(/<(t[dh])([^>]*)>\s*<p>((?:(?!<\/?p>)[^])*)<\/p>\s*<\/\1>/g, "<$1$2>$3</$1>");
}

/** Words as they stand in HTML. */
export function escapeHtml(words: string): string {
  return words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
