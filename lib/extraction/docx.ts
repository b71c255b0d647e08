import mammoth from "mammoth";
import { cleanDocument } from "./clean-document.ts";
import type { Extracted } from "./extracted.ts";
import { officeProperties } from "./office-properties.ts";
import { DAMAGED, readParts } from "./zip-entries.ts";
import { DomainError } from "#lib/errors.ts";

export const DOCX_EXTRACTOR = { name: "onrecord-docx", version: "1 (mammoth 1.13.0)" };

/**
 * Text of a Word document: headings, paragraphs, lists, tables, text boxes, and the notes at its end.
 * Tracked changes as if all were accepted; comments, headers and footers are left out.
 *
 * Refused ("invalid"): a document that is locked or damaged.
 */
export async function readDocx(bytes: Uint8Array): Promise<Extracted> {
  const parts = await readParts(bytes, ["docProps/core.xml", "word/document.xml"]);
  const body = await convert(bytes);
  return cleanDocument(body, {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    details: officeProperties(parts.get("docProps/core.xml")),
    extractor: DOCX_EXTRACTOR,
  });
}

async function convert(bytes: Uint8Array): Promise<string> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLES, convertImage: NO_PICTURES, externalFileAccess: false },
    );
    return withoutLinks(value);
  } catch {
    throw new DomainError("invalid", DAMAGED);
  }
}

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "br[type='page'] => hr",
];

const NO_PICTURES = mammoth.images.imgElement(() => Promise.resolve({ src: "" }));

/** A note's way back is an arrow that nobody wrote; other links are their words. */
function withoutLinks(html: string): string {
  return html
    .replace(/<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, "")
    .replace(/<\/?a(?:\s[^>]*)?>/g, "");
}
