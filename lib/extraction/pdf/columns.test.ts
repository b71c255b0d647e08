import { PDFDocument, StandardFonts } from "pdf-lib";
import { describe, expect, it } from "vitest";
import type { Extracted } from "../extracted.ts";
import { readFile } from "../read-file.ts";
import { told, whatIsWrong } from "../testing/blocks.ts";
import { BROWSER, printPage } from "../testing/browser.ts";
import { firstDifference, prose } from "../testing/prose.ts";

async function read(bytes: Uint8Array): Promise<Extracted> {
  const extracted = await readFile({ bytes });
  expect(whatIsWrong(extracted)).toEqual([]);
  return extracted;
}

const paragraphs = Array.from({ length: 14 }, (_, index) => prose(index + 1, 5));

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

describe.skipIf(BROWSER === null)("a printed report", { timeout: 60_000 }, () => {
  it("keeps bold headings, numbers, raised letters, footnotes and other scripts as they are written", async () => {
    const [long, words] = [prose(3, 4), prose(4, 3)];
    const body = `<h3>Background</h3><p>${long}<sup>1</sup> H<sub>2</sub>O stood at 3.5 m.</p><h3>Findings</h3><ol><li>${words}<li>The harbour was never closed.</ol><p dir="rtl" lang="ar">نفت وزارة مصايد الأسماك يوم الاثنين ذلك.</p><p lang="ru">Министерство рыболовства опровергло это сообщение.</p><div style="font-size:8pt"><sup>1</sup> Counted by another office.</div>`;
    const style = "h3{font-size:10.5pt;margin:8pt 0 2pt}";
    const extracted = await read(await printPage(page(style, body)));
    expect(told(extracted).slice(1)).toEqual([
      "heading: Background",
      `${long}1 H2O stood at 3.5 m.`,
      "heading: Findings",
      `list-item: 1. ${words}`,
      "list-item: 2. The harbour was never closed.",
      "نفت وزارة مصايد الأسماك يوم الاثنين ذلك.",
      "Министерство рыболовства опровергло это сообщение.",
      "1 Counted by another office.",
    ]);
  });
});
