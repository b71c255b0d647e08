import { WHAT_IS_READ } from "#lib/cleanup/media-type.ts";
import { DomainError } from "#lib/errors.ts";
import { zipNames } from "./zip-directory.ts";

/** Documents that are ZIP files inside. */
export type ZipType =
  | "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  | "application/vnd.oasis.opendocument.text";

/** Whether some bytes are a ZIP of files, and not a document that happens to be packed as one. */
export function isArchive(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const names = zipNames(bytes);
  return names !== null && !names.some((name) => MARKS.has(name)) && !isPages(names);
}

/** Which document a ZIP is. Refused ("media-type") with what to do: all but DOCX and ODT. */
export function judgeZip(bytes: Uint8Array): ZipType {
  const names = zipNames(bytes);
  if (names === null) {
    throw new DomainError(
      "invalid",
      "This file is damaged: it begins as a ZIP archive or an office document and breaks off.",
    );
  }
  if (names.includes("word/document.xml")) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  }
  if (names.includes("content.xml") && names.includes("mimetype")) return judgeOpenDocument(bytes);
  throw new DomainError("media-type", sentenceFor(names));
}

/** Names that stand in documents only. */
const MARKS = new Set(["[Content_Types].xml", "mimetype", "AndroidManifest.xml"]);

/** The file `mimetype` comes first and is not packed, so that it can be read just so. */
function judgeOpenDocument(bytes: Uint8Array): ZipType {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const kind = /mimetype(application\/vnd\.oasis\.opendocument\.[a-z-]+)/.exec(head)?.[1];
  const text = "application/vnd.oasis.opendocument.text";
  if (kind === undefined || kind.startsWith(text)) return text;
  const name = kind.split(".").at(-1) ?? "";
  if (name.startsWith("spreadsheet")) throw new DomainError("media-type", SHEET);
  throw new DomainError("media-type", SLIDES);
}

const SHEET = "This is a spreadsheet. Save its sheet as CSV, and bring that in as a table.";
const SLIDES = "This is a presentation or a drawing. Save it as PDF, and bring in that.";

function sentenceFor(names: readonly string[]): string {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has("xl/")) return SHEET;
  if (has("ppt/") || has("visio/")) return SLIDES;
  if (names.includes("META-INF/container.xml")) {
    return "This is an e-book (EPUB). Save it as PDF or HTML, and bring in that.";
  }
  if (isPages(names))
    return "This is a document of Pages. Export it as DOCX or PDF, and bring in that.";
  if (names.some((name) => MARKS.has(name))) {
    return `This is a packed document of a kind that cannot be read; ${WHAT_IS_READ}`;
  }
  return "This is a ZIP archive. Bring it in as files: each of what is inside becomes an article.";
}

function isPages(names: readonly string[]): boolean {
  return names.includes("Index/Document.iwa") || names.includes("Index.zip");
}
