import { clean } from "#lib/cleanup/clean.ts";
import { statedAddress } from "#lib/cleanup/metadata.ts";
import { statedDate } from "#lib/cleanup/stated-date.ts";
import { DomainError } from "#lib/errors.ts";
import type { Extracted } from "./extracted.ts";
import { withFileDetails } from "./file-details.ts";
import { type MimePart, readParts } from "./mime-parts.ts";

export const MHTML_EXTRACTOR = { name: "onrecord-mhtml", version: "1" };

/**
 * Text of a page that a browser saved with all its parts (MHTML): that of the page itself, not of the
 * frames and pictures in it. The address that it was saved from and the day go to its details.
 *
 * Refused ("invalid"): one without a page in it.
 */
export function readMhtml(bytes: Uint8Array): Extracted {
  const [outer, ...inner] = readParts(bytes);
  const page = rootOf(outer, inner);
  if (!outer || !page) {
    throw new DomainError(
      "invalid",
      "There is no page in this saved page (MHTML). Save it anew as HTML, and bring in that.",
    );
  }
  const cleaned = clean({ bytes: page.content(), mediaType: "text/html", charset: page.charset });
  const details = withFileDetails(cleaned, {
    url: statedAddress(
      outer.fields.get("snapshot-content-location") ?? page.fields.get("content-location"),
    ),
    retrieved: statedDate(outer.fields.get("date")),
  });
  return {
    ...cleaned,
    ...details,
    mediaType: "multipart/related",
    extractor: MHTML_EXTRACTOR.name,
    extractorVersion: MHTML_EXTRACTOR.version,
  };
}

/** The part that the file names as its start, else the one that has the page's own address, else the first page. */
function rootOf(outer: MimePart | undefined, inner: readonly MimePart[]): MimePart | undefined {
  if (!outer) return undefined;
  const pages = [outer, ...inner].filter(({ type }) => PAGE.test(type));
  const start = outer.parameter("start");
  const address = outer.fields.get("snapshot-content-location");
  return (
    pages.find(({ fields }) => start !== null && fields.get("content-id") === start) ??
    pages.find(
      ({ fields }) => address !== undefined && fields.get("content-location") === address,
    ) ??
    pages[0]
  );
}

const PAGE = /^(?:text\/html|application\/xhtml\+xml)$/;
