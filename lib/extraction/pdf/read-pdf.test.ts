import { PDFDocument, StandardFonts, degrees } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Extracted } from "../extracted.ts";
import { readFile } from "../read-file.ts";
import { told, whatIsWrong } from "../testing/blocks.ts";
import { pdfOf, pdfOfPages } from "../testing/documents.ts";

async function read(bytes: Uint8Array): Promise<Extracted> {
  const extracted = await readFile({ bytes });
  expect(whatIsWrong(extracted)).toEqual([]);
  return extracted;
}

async function refused(bytes: Uint8Array): Promise<string> {
  return readFile({ bytes }).then(
    () => "read",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
}

async function scan(words: string | null): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const picture = await document.embedPng(
    Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    ),
  );
  for (let number = 0; number < 3; number++) {
    const sheet = document.addPage([595, 842]);
    sheet.drawImage(picture, { x: 0, y: 0, width: 595, height: 842 });
    if (words) sheet.drawText(words, { size: 8, x: 500, y: 10 });
  }
  return document.save();
}

describe("a PDF", () => {
  it("has running heads and page numbers told from its text, and paragraphs over pages joined", async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRoman);
    for (let number = 1; number <= 4; number++) {
      const sheet = document.addPage([595, 842]);
      sheet.drawText("MINISTRY OF FISHERIES", { x: 72, y: 800, size: 9, font });
      sheet.drawText(number % 2 ? "Report 2031" : "The port of Ilm", {
        x: 400,
        y: 800,
        size: 9,
        font,
      });
      sheet.drawText(`Page ${number} of 4`, { x: 280, y: 30, size: 9, font });
      for (let line = 0; line < 40; line++) {
        const isLast = line === 39 && number === 4;
        const words = `line ${line} of sheet ${"abcd"[number - 1]} goes on to the very edge of the column and${isLast ? " ends." : ""}`;
        sheet.drawText(words, { x: 72, y: 760 - line * 16, size: 12, font });
      }
    }
    document.setTitle("The port of Ilm in 2031");
    document.setAuthor("Ilse Maren");
    document.setCreationDate(new Date("2031-05-04T10:00:00Z"));
    const extracted = await read(await document.save());
    const blocks = told(extracted);
    expect(blocks.filter((block) => block.startsWith("navigation: "))).toEqual(
      [1, 2, 3, 4].map((number) => `navigation: Page ${number} of 4`),
    );
    expect(blocks.filter((block) => block.startsWith("repeated: "))).toHaveLength(4);
    expect(extracted.bodyText.replace(/\s+/g, " ")).toMatch(
      /^line 0 of sheet a .* and line 0 of sheet b .* and line 39 of sheet d goes .* ends\.$/,
    );
    expect(extracted).toMatchObject({
      mediaType: "application/pdf",
      title: "The port of Ilm in 2031",
      byline: "Ilse Maren",
      published: "2031-05-04",
      extractor: "onrecord-pdf",
    });
  });

  it("of pages that lie on their side is read upright", async () => {
    const document = await PDFDocument.create();
    for (const turn of [90, 180, 270]) {
      const sheet = document.addPage([595, 842]);
      sheet.setRotation(degrees(turn));
      sheet.drawText(`Turned by ${turn} degrees, and read.`, { x: 100, y: 400, size: 12 });
      sheet.drawText("And a second line of it.", { x: 100, y: 384, size: 12 });
    }
    const { text } = await read(await document.save());
    expect(text.replace(/\s+/g, " ")).toBe(
      [90, 180, 270]
        .map((turn) => `Turned by ${turn} degrees, and read. And a second line of it.`)
        .join(" "),
    );
  });

  it("that is a scan is refused with a sentence, also with a stamp on it", async () => {
    expect(await refused(await scan(null))).toMatch(
      /it is a scan\. Put it through text recognition/,
    );
    expect(await refused(await scan("ScanApp"))).toMatch(/it is a scan/);
  });

  it("that is empty, locked or damaged is refused with a sentence", async () => {
    const empty = await PDFDocument.create();
    empty.addPage();
    expect(await refused(await empty.save())).toBe("There is no text in this PDF.");
    const whole = pdfOfPages(["Some words stand here."]);
    expect(await refused(whole.subarray(0, 60))).toMatch(/^This PDF is damaged/);
    expect(await refused(Buffer.from("%PDF-1.7"))).toMatch(/^This PDF is damaged/);
    const key = `<${"00".repeat(32)}>`;
    const locked = pdfOf(
      [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 0 /Kids [] >>",
        `<< /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`,
      ],
      "/Encrypt 3 0 R /ID [<00> <00>]",
    );
    expect(await refused(locked)).toMatch(/^This PDF is locked with a password/);
  });

  it("with a broken table of contents is read all the same", async () => {
    const whole = pdfOfPages(["Some words stand here, and more of them below."]).toString("latin1");
    const broken = whole.replace(/startxref\n\d+/, "startxref\n7");
    expect((await read(Buffer.from(broken, "latin1"))).text).toContain("Some words stand here");
  });

  it("of 2,000 pages is read, of more refused with a sentence", { timeout: 120_000 }, async () => {
    const pages = (count: number) =>
      pdfOfPages(
        Array.from({ length: count }, (_, index) => `Words of page ${index + 1} end here.`),
      );
    const extracted = await read(pages(2_000));
    expect(extracted.text.match(/Words of page/g)).toHaveLength(2_000);
    expect(await refused(pages(2_001))).toBe(
      "This PDF has 2001 pages; up to 2000 are read at once. Divide it, and bring in the parts.",
    );
  });
});
