import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  DeletedTextRun,
  InsertedTextRun,
} from "docx";
import { describe, expect, it } from "vitest";
import type { Extracted } from "./extracted.ts";
import { readFile } from "./read-file.ts";
import { told, whatIsWrong } from "./testing/blocks.ts";
import { odtOf, zipOf } from "./testing/documents.ts";

const DENIAL =
  "The fisheries ministry of Varnland denied on Monday that it had closed the port of Ilm to foreign ships.";
const WATCHED =
  "Ships of four countries lay at anchor outside, and the harbour office would not say for how long.";

async function read(bytes: Uint8Array, name?: string): Promise<Extracted> {
  const extracted = await readFile({ bytes, name });
  expect(whatIsWrong(extracted)).toEqual([]);
  return extracted;
}

async function refused(bytes: Uint8Array, name?: string): Promise<string> {
  return readFile({ bytes, name }).then(
    () => "read",
    (error: unknown) => (error instanceof Error ? error.message : ""),
  );
}

async function docx(): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const change = { author: "Ilse Maren", date: "2031-05-04T10:00:00Z", id: 1 };
  const document = new Document({
    title: "The port of Ilm",
    creator: "Ilse Maren",
    footnotes: { 1: { children: [new Paragraph("Counted from the sea wall, 3 May.")] } },
    sections: [
      {
        children: [
          new Paragraph({ text: "Port stays open, ministry says", heading: HeadingLevel.TITLE }),
          new Paragraph({ children: [new TextRun(DENIAL), new FootnoteReferenceRun(1)] }),
          new Paragraph({ text: "What was seen", heading: HeadingLevel.HEADING_2 }),
          new Paragraph({
            children: [
              new TextRun("Ships of "),
              new DeletedTextRun({ ...change, text: "three" }),
              new InsertedTextRun({ ...change, id: 2, text: "four" }),
              new TextRun(
                " countries lay at anchor outside, and the harbour office would not say for how long.",
              ),
            ],
          }),
          new Paragraph({ text: "Two tugs", bullet: { level: 0 } }),
          new Paragraph({ text: "A dredger < 40 m & its crew", bullet: { level: 0 } }),
          new Table({ rows: [new TableRow({ children: [cell("Year"), cell("Ships")] })] }),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

describe("a Word document", () => {
  it("becomes its words with headings, lists, tables and notes, tracked changes as accepted", async () => {
    const extracted = await read(await docx(), "port.docx");
    expect(told(extracted)).toEqual([
      "title: Port stays open, ministry says",
      `${DENIAL}[1]`,
      "heading: What was seen",
      WATCHED,
      "list-item: Two tugs",
      "list-item: A dredger < 40 m & its crew",
      "Year\tShips",
      "list-item: Counted from the sea wall, 3 May.",
    ]);
    expect(extracted).toMatchObject({
      mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      title: "The port of Ilm",
      byline: "Ilse Maren",
      extractor: "onrecord-docx",
      from: { title: "file", byline: "file", published: "file" },
    });
  });

  it("is known by its content, whatever it is called", async () => {
    const { mediaType } = await readFile({
      bytes: await docx(),
      name: "port.html",
      mediaType: "text/html",
    });
    expect(mediaType).toContain("wordprocessingml");
  });

  it("that breaks off, or is none, is refused with a sentence", async () => {
    const whole = await docx();
    expect(await refused(whole.subarray(0, whole.length / 2))).toMatch(/^This file is damaged/);
    expect(await refused(await zipOf({ "word/document.xml": "<w:document><w:body>" }))).toMatch(
      /^This document is damaged/,
    );
  });
});

describe("an OpenDocument text", () => {
  it("becomes its words with headings, lists, tables and notes, without what was deleted", async () => {
    const bytes = await odtOf(
      `<text:sequence-decls><text:sequence-decl text:name="x"/></text:sequence-decls>
       <text:tracked-changes><text:changed-region><text:deletion><text:p>three</text:p></text:deletion></text:changed-region></text:tracked-changes>
       <text:p text:style-name="P1">Port stays open, ministry says</text:p>
       <text:p>${DENIAL}<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>Counted from the sea wall, 3 May.</text:p></text:note-body></text:note></text:p>
       <text:h text:outline-level="2">What was seen</text:h>
       <text:p>Ships<text:s text:c="2"/>of <text:change text:change-id="1"/>four <text:span>countries</text:span> lay at anchor outside,<office:annotation><dc:creator>x</dc:creator><text:p>Really?</text:p></office:annotation> and the harbour office would not say<text:tab/>for how long.</text:p>
       <text:list><text:list-item><text:p>Two tugs</text:p></text:list-item><text:list-item><text:p>A dredger &lt; 40 m &amp; its crew</text:p></text:list-item></text:list>
       <table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell><table:table-cell><text:p>Ships</text:p></table:table-cell></table:table-row></table:table>
       <text:p>First line<text:line-break/>second line</text:p>`,
      {
        styles:
          '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>',
        meta: "<dc:title>The port of Ilm</dc:title><meta:initial-creator>Ilse Maren</meta:initial-creator><meta:creation-date>2031-05-04T10:00:00</meta:creation-date><dc:language>en-GB</dc:language>",
      },
    );
    const extracted = await read(bytes, "port.odt");
    expect(told(extracted)).toEqual([
      "title: Port stays open, ministry says",
      `${DENIAL}[1]`,
      "heading: What was seen",
      WATCHED,
      "list-item: Two tugs",
      "list-item: A dredger < 40 m & its crew",
      "Year\tShips",
      "First line\nsecond line",
      "list-item: Counted from the sea wall, 3 May.",
    ]);
    expect(extracted).toMatchObject({
      mediaType: "application/vnd.oasis.opendocument.text",
      title: "The port of Ilm",
      byline: "Ilse Maren",
      published: "2031-05-04T10:00:00",
      language: "en",
      extractor: "onrecord-odt",
    });
  });

  it("that is locked or damaged is refused with a sentence", async () => {
    const manifest = "<manifest:encryption-data/>";
    expect(await refused(await odtOf("<text:p>x</text:p>", { manifest }))).toMatch(
      /locked with a password/,
    );
    expect(await refused(await odtOf("<text:p>x"))).toMatch(/^This document is damaged/);
  });
});
