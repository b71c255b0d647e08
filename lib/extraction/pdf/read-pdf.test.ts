import { PDFDocument, StandardFonts, degrees } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Extracted } from "../extracted.ts";
import { readFile } from "../read-file.ts";
import { told, whatIsWrong } from "../testing/blocks.ts";
import { BROWSER, printPage } from "../testing/browser.ts";
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

const WORDS =
  "the fisheries ministry of Varnland denied on Monday that it had closed the extraordinarily important international harbour installations near Ilm although administrative documentation apparently demonstrated otherwise".split(
    " ",
  );

/** Prose of invented sentences, the same for the same number. */
function prose(seed: number, sentences: number): string {
  let state = seed * 7_919 + 17;
  const next = (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * most);
  };
  return Array.from({ length: sentences }, (_, index) => {
    const words = Array.from({ length: 8 + next(14) }, () => WORDS[next(WORDS.length)]);
    return `Sentence ${seed}.${index} says ${words.join(" ")}.`;
  }).join(" ");
}

const paragraphs = Array.from({ length: 14 }, (_, index) => prose(index + 1, 5));

/** A short way to see where two long texts part; null where they are the same. */
function firstDifference(actual: string, expected: string): string | null {
  if (actual === expected) return null;
  let at = 0;
  while (actual[at] === expected[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60);
  return `“${around(actual)}” for “${around(expected)}”`;
}

const page = (style: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>Harbour report of Varnland</title><meta name="author" content="Ilse Maren"><style>@page{size:A4;margin:20mm}body{font:10.5pt/1.4 serif}h1{font-size:24pt}${style}</style></head><body><h1>The harbour of Ilm stays open, the ministry says</h1>${body}</body></html>`;

describe.skipIf(BROWSER === null)("a PDF that a browser printed", { timeout: 120_000 }, () => {
  it.each([
    ["one column, ragged", "", false],
    ["one column, justified, with heads and feet", "p{text-align:justify}", true],
    ["two columns, justified", ".c{columns:2;column-gap:8mm;text-align:justify}", false],
    [
      "two columns, indented, without gaps",
      ".c{columns:2;column-gap:7mm;text-align:justify}p{margin:0;text-indent:5mm}",
      true,
    ],
    ["three columns, ragged", ".c{columns:3;column-gap:6mm}", false],
  ])("gives its paragraphs whole and in order: %s", async (_, style, hasHeads) => {
    const body = `<div class="c">${paragraphs.map((words) => `<p>${words}</p>`).join("")}</div>`;
    const extracted = await read(await printPage(page(style, body), hasHeads));
    const found = told(extracted);
    const own = found.filter((block) => !/^(?:repeated|navigation): /.test(block));
    expect(own[0]).toBe("title: The harbour of Ilm stays open, the ministry says");
    expect(firstDifference(own.slice(1).join(" "), paragraphs.join(" "))).toBeNull();
    // Long paragraphs are divided further by the clean-up; where one ends, a block ends.
    expect(paragraphs.filter((words) => !own.some((block) => words.endsWith(block)))).toEqual([]);
    expect(found.some((block) => block.startsWith("repeated: "))).toBe(hasHeads);
    expect(extracted).toMatchObject({ title: "Harbour report of Varnland", language: "en" });
    expect(extracted.bodyText.replaceAll("\n\n", " ")).toBe(paragraphs.join(" "));
  });

  it("keeps what is no prose: headings, lists, the rows of a table", async () => {
    const rows = [
      ["Year", "Ships", "Tonnes"],
      ["2030", "112", "9,400"],
      ["2031", "98", "8,120"],
    ];
    const table = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}`).join("")}`).join("");
    const extracted = await read(
      await printPage(
        page(
          "table{width:100%}h2{font-size:15pt}",
          `<p>${prose(1, 4)}</p><h2>What the ministry counted</h2><table>${table}</table><ul><li>Two tugs<li>A dredger that belongs to nobody</ul><p>${prose(2, 4)}</p>`,
        ),
      ),
    );
    expect(told(extracted).slice(1)).toEqual([
      prose(1, 4),
      "heading: What the ministry counted",
      "Year\tShips\tTonnes",
      "2030\t112\t9,400",
      "2031\t98\t8,120",
      // Chromium draws its bullets as shapes.
      "Two tugs",
      "A dredger that belongs to nobody",
      prose(2, 4),
    ]);
  });

  it("keeps hyphens that belong to words", async () => {
    const words = `The well-known ship was a well-known ship. ${"The well-known ship of the Anglo-Varnish line came in. ".repeat(30)}`;
    const extracted = await read(await printPage(page("p{width:61mm}", `<p>${words}</p>`)));
    expect(extracted.text).not.toMatch(/wellknown|AngloVarnish|- /);
    expect(extracted.text.match(/well-known/g)).toHaveLength(32);
  });
});

/** Set as a newspaper is: words broken at the ends of lines, columns, an indent at each beginning. */
async function setInColumns(texts: readonly string[], columns: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  const width = (451 - (columns - 1) * 18) / columns;
  const lines = texts.flatMap((text) =>
    breakLines(text, (words) => font.widthOfTextAtSize(words, 10), width),
  );
  for (let number = 0; lines.length > 0; number++) {
    const sheet = document.addPage([595, 842]);
    sheet.drawText("THE ESTUARY COURIER", { x: 72, y: 800, size: 8, font });
    sheet.drawText(String(number + 17), { x: 510, y: 800, size: 8, font });
    for (let column = 0; column < columns; column++) {
      for (const [index, line] of lines.splice(0, 55).entries()) {
        const x = 72 + column * (width + 18) + (line.isFirst ? 10 : 0);
        sheet.drawText(line.words, { x, y: 760 - index * 12.5, size: 10, font });
      }
    }
  }
  return document.save();
}

function breakLines(
  text: string,
  widthOf: (words: string) => number,
  width: number,
): { words: string; isFirst: boolean }[] {
  const lines: { words: string; isFirst: boolean }[] = [];
  let line = "";
  const room = () => width - (lines.length === 0 ? 10 : 0);
  const end = () => {
    lines.push({ words: line, isFirst: lines.length === 0 });
    line = "";
  };
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer) <= room()) {
      line = longer;
      continue;
    }
    const half = Math.floor(word.length / 2);
    const head = `${line}${line === "" ? "" : " "}${word.slice(0, half)}-`;
    if (/^\p{L}{8,}$/u.test(word) && widthOf(head) <= room()) {
      line = head;
      end();
      line = word.slice(half);
    } else {
      end();
      line = word;
    }
  }
  end();
  return lines;
}

const many = Array.from({ length: 40 }, (_, index) => prose(index + 1, 5));

describe("a PDF set in columns, with words broken at the ends of lines", () => {
  it.each([1, 2, 3])("gives its paragraphs whole and in order (%i)", async (columns) => {
    const extracted = await read(await setInColumns(many, columns));
    const own = told(extracted).filter((block) => !/^(?:repeated|navigation): /.test(block));
    expect(firstDifference(own.join(" "), many.join(" "))).toBeNull();
    expect(many.filter((words) => !own.some((block) => words.endsWith(block)))).toEqual([]);
    expect(extracted.text).toContain("THE ESTUARY COURIER");
  });
});

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
