import { z } from "zod";
import { DomainError } from "#lib/errors.ts";

/** The kinds of text that are cleaned as they are; lib/extraction makes one of them of every other file. */
export const MediaType = z.enum(["text/plain", "text/html", "text/markdown"]);
export type MediaType = z.infer<typeof MediaType>;

/**
 * What kind of text some bytes are: by what is declared, else by the file's name, else by a look at
 * the content. A declared type that the content belies counts for nothing. Refused ("media-type"):
 * what is no text at all, and texts that are data or program.
 */
export function detectMediaType(
  bytes: Uint8Array,
  hints: { name?: string | undefined; mediaType?: string | undefined } = {},
): MediaType {
  refuseBinary(bytes);
  const declared = hints.mediaType?.split(";")[0]?.trim().toLowerCase();
  const known = declared ? MediaType.safeParse(DECLARED[declared] ?? declared) : null;
  if (known?.success) {
    // Many servers call everything plain text; a page is a page nevertheless.
    return known.data === "text/plain" && looksLikePage(bytes) ? "text/html" : known.data;
  }
  if (declared && NO_ARTICLE.test(declared)) {
    throw new DomainError("media-type", `${declared} is no article; ${WHAT_IS_READ}`);
  }
  const ending = hints.name?.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1];
  const named = ending ? ENDINGS[ending] : undefined;
  if (named && named !== "text/plain") return named;
  return looksLikePage(bytes) || looksLikeMarkup(bytes) ? "text/html" : "text/plain";
}

/** The end of every refusal of a kind of file. */
export const WHAT_IS_READ =
  "plain text, HTML, Markdown, PDF, DOCX, ODT and mail (EML) can be read.";

const DECLARED: Record<string, MediaType> = {
  "application/xhtml+xml": "text/html",
  "text/x-markdown": "text/markdown",
  "text/x-web-markdown": "text/markdown",
};

/** Text, but nothing to read. Types of other kinds of file are often declared wrongly and not believed. */
const NO_ARTICLE =
  /^(?:application\/(?:json|[\w.-]+\+json|javascript|x-javascript|ecmascript|sql|wasm)|text\/(?:css|javascript|calendar|vcard))$/;

const ENDINGS: Record<string, MediaType> = {
  txt: "text/plain",
  text: "text/plain",
  html: "text/html",
  htm: "text/html",
  xhtml: "text/html",
  md: "text/markdown",
  markdown: "text/markdown",
};

function refuseBinary(bytes: Uint8Array): void {
  if (!isUtf16(bytes) && bytes.subarray(0, 65_536).includes(0)) {
    throw new DomainError("media-type", `This looks like a binary file, not text; ${WHAT_IS_READ}`);
  }
}

/** UTF-16 and UTF-32 hold zero bytes in ordinary text: known by their mark, or by where the zeros stand. */
export function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const sample = bytes.subarray(0, 1_024);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length * 0.2;
  return (even === 0 && odd > enough) || (odd === 0 && even > enough);
}

/** Begins as a page of the web does. */
function looksLikePage(bytes: Uint8Array): boolean {
  // Comments are taken out first: a pattern that steps over them one by one can be made to try for ever.
  const head = headOf(bytes).replace(/<!--[\s\S]*?-->/g, "");
  return /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*\?>\s*)?<(?:!doctype html|html|head|body)\b/i.test(
    head,
  );
}

/** Holds as much markup as a piece of a page does. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
  const tags = headOf(bytes).match(
    /<\/?(?:p|div|span|a|br|h[1-6]|ul|li|meta|script)(?:\s[^<>]{0,400})?>/gi,
  );
  return (tags?.length ?? 0) >= 8;
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 4_096)).toString("latin1").replaceAll("\u0000", "");
}
