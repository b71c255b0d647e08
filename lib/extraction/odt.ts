import { DomainError } from "#lib/errors.ts";
import { cleanDocument } from "./clean-document.ts";
import type { Extracted } from "./extracted.ts";
import { odtToHtml } from "./odt-to-html.ts";
import { officeProperties } from "./office-properties.ts";
import { DAMAGED, LOCKED, readParts } from "./zip-entries.ts";

export const ODT_EXTRACTOR = { name: "onrecord-odt", version: "1 (saxes 6.0.0)" };

/**
 * Text of an OpenDocument text: headings, paragraphs, lists, tables, text boxes, and its notes at the
 * end. What a tracked change has deleted, comments, headers and footers are left out.
 *
 * Refused ("invalid"): a document that is locked or damaged.
 */
export async function readOdt(bytes: Uint8Array): Promise<Extracted> {
  const parts = await readParts(bytes, [
    "content.xml",
    "styles.xml",
    "meta.xml",
    "META-INF/manifest.xml",
  ]);
  if (parts.get("META-INF/manifest.xml")?.includes("encryption-data")) {
    throw new DomainError("invalid", LOCKED);
  }
  const content = parts.get("content.xml");
  if (!content) throw new DomainError("invalid", DAMAGED);
  const html = odtToHtml(content.toString("utf8"), parts.get("styles.xml")?.toString("utf8") ?? "");
  if (html === null) throw new DomainError("invalid", DAMAGED);
  return cleanDocument(html, {
    mediaType: "application/vnd.oasis.opendocument.text",
    details: officeProperties(parts.get("meta.xml")),
    extractor: ODT_EXTRACTOR,
  });
}
