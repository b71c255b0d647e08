import { getDocument, OPS, type PDFDocumentProxy, VerbosityLevel } from "unpdf/pdfjs";
import { statedAddress, statedLanguage } from "#lib/cleanup/metadata.ts";
import { DomainError } from "#lib/errors.ts";
import type { Extracted } from "../extracted.ts";
import { type FileDetails, personsName, personsTitle, withFileDetails } from "../file-details.ts";
import { assemble } from "./assemble.ts";
import { fragmentsOf } from "./fragments.ts";
import { tellFurniture } from "./furniture.ts";
import type { Page } from "./page.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { readPage } from "./read-page.ts";
import { readingOrder } from "./reading-order.ts";

export const PDF_EXTRACTOR = { name: "onrecord-pdf", version: "1 (unpdf 1.8.1, pdf.js 6.1.200)" };

/** Most pages that are read of one PDF. */
export const PAGE_LIMIT = 2_000;

/**
 * Text of a PDF by its text layer, as one reads it: columns one after the other, paragraphs put
 * together, words that were broken at a line's end whole again, running heads and page numbers marked.
 *
 * Refused: what is locked, damaged, a scan, or has letters that stand for none ("invalid"), and more
 * than PAGE_LIMIT pages ("too-large").
 */
export async function readPdf(bytes: Uint8Array): Promise<Extracted> {
  const document = await open(bytes);
  if (document.numPages > PAGE_LIMIT) {
    throw new DomainError(
      "too-large",
      `This PDF has ${document.numPages} pages; up to ${PAGE_LIMIT} are read at once. Divide it, and bring in the parts.`,
      { detail: { limit: PAGE_LIMIT, pages: document.numPages } },
    );
  }
  const pages = await readPages(document);
  await refuseWithoutText(document, pages);
  const read = pages.map((page) => ({ ...page, fragments: fragmentsOf(page.runs) }));
  const furnished = tellFurniture(read);
  const paragraphs = paragraphsOf(
    furnished.map(({ heads, feet, fragments }, page) => ({
      heads,
      feet,
      lines: readingOrder(fragments, page),
      turned: read[page]?.turned ?? [],
    })),
  );
  const cleaned = assemble(paragraphs);
  return {
    ...cleaned,
    ...withFileDetails(cleaned, { ...(await statedBy(document)), url: printedFrom(furnished) }),
    mediaType: "application/pdf",
    encoding: "binary",
    extractor: PDF_EXTRACTOR.name,
    extractorVersion: PDF_EXTRACTOR.version,
  };
}

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  try {
    return await getDocument({
      // pdf.js takes what it is given for its own.
      data: Uint8Array.from(bytes),
      verbosity: VerbosityLevel.ERRORS,
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
    }).promise;
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") {
      throw new DomainError(
        "invalid",
        "This PDF is locked with a password. Save a copy without one, and bring in that.",
      );
    }
    throw new DomainError("invalid", DAMAGED);
  }
}

const DAMAGED =
  "This PDF is damaged and cannot be read. Get it anew from where it came, or open it in a viewer, print it to a new PDF, and bring in that.";

async function readPages(document: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    try {
      const proxy = await document.getPage(number);
      pages.push(await readPage(proxy));
      proxy.cleanup();
    } catch {
      throw new DomainError("invalid", `${DAMAGED} (Page ${number} breaks off.)`);
    }
  }
  return pages;
}

/** Fewer letters than this on pages with pictures are a stamp on a scan. */
const FEWEST_LETTERS = 30;

async function refuseWithoutText(
  document: PDFDocumentProxy,
  pages: readonly Page[],
): Promise<void> {
  const words = pages
    .flatMap(({ runs, turned }) => [...runs.map(({ text }) => text), ...turned])
    .join("");
  const letters = words.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const strange = words.match(/[\ufffd\p{Co}\p{Cc}]/gu)?.length ?? 0;
  if (strange > 20 && strange > letters * 0.5) {
    throw new DomainError(
      "invalid",
      "The letters of this PDF cannot be told from it: its fonts do not say which letters they draw. Put it through text recognition (OCR), or paste its words.",
    );
  }
  if (letters >= FEWEST_LETTERS * Math.min(pages.length, 20)) return;
  if (await hasPictures(document)) {
    throw new DomainError(
      "invalid",
      "This PDF holds pictures of pages and no text: it is a scan. Put it through text recognition (OCR), and bring in the result.",
    );
  }
  if (letters === 0) throw new DomainError("invalid", "There is no text in this PDF.");
}

async function hasPictures(document: PDFDocumentProxy): Promise<boolean> {
  for (let number = 1; number <= Math.min(3, document.numPages); number++) {
    const page = await document.getPage(number);
    const { fnArray } = await page.getOperatorList();
    if (fnArray.some((operation) => PICTURES.has(operation))) return true;
  }
  return false;
}

const PICTURES = new Set<number>([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
]);

async function statedBy(document: PDFDocumentProxy): Promise<FileDetails> {
  try {
    const { info, metadata } = await document.getMetadata();
    const stated = (name: string): unknown => Reflect.get(info, name);
    const day = dayOf(stated("CreationDate"));
    // A page of the web that somebody printed was made on the day on which it was printed.
    const isPrint = BROWSERS.test(`${String(stated("Creator"))} ${String(stated("Producer"))}`);
    return {
      title: personsTitle(metadata?.get("dc:title")) ?? personsTitle(stated("Title")),
      byline: personsName(stated("Author")),
      language: statedLanguage(stated("Language")),
      ...(isPrint ? { retrieved: day } : { published: day }),
    };
  } catch {
    return {};
  }
}

const BROWSERS = /Skia\/PDF|Chrom|Mozilla|Firefox|wkhtmltopdf|WebKit/;

/** `D:20310504101500+02'00'` → `2031-05-04`. */
function dayOf(value: unknown): string | null {
  const date = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(typeof value === "string" ? value : "");
  if (!date) return null;
  const day = `${date[1]}-${date[2]}-${date[3]}`;
  return Number.isNaN(Date.parse(day)) ? null : day;
}

/** Browsers print the address of a page at the edge of each sheet. */
function printedFrom(pages: ReturnType<typeof tellFurniture>): string | null {
  for (const { heads, feet } of pages) {
    for (const { text } of [...feet, ...heads]) {
      const address = statedAddress(/https?:\/\/\S+/.exec(text)?.[0]);
      if (address !== null) return address;
    }
  }
  return null;
}
