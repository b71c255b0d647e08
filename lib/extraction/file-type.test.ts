import { describe, expect, it } from "vitest";
import { isDomainError } from "#lib/errors.ts";
import { detectFileType } from "./file-type.ts";
import { zipOf } from "./testing/documents.ts";
import { isArchive } from "./zip-type.ts";

function bytes(content: string): Uint8Array {
  return Buffer.from(content, "latin1");
}

function refusal(content: Uint8Array, name?: string): string {
  try {
    return detectFileType(content, { name });
  } catch (error) {
    return isDomainError(error) ? `${error.code}: ${error.message}` : String(error);
  }
}

describe("detectFileType", () => {
  it("goes by the content, whatever is declared", () => {
    const pdf = bytes("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj");
    expect(detectFileType(pdf, { name: "a.html", mediaType: "text/html" })).toBe("application/pdf");
    expect(detectFileType(Buffer.concat([bytes("junk\n\n"), pdf]))).toBe("application/pdf");
    expect(detectFileType(bytes("<!doctype html><p>x"), { mediaType: "application/pdf" })).toBe(
      "text/html",
    );
    expect(detectFileType(bytes("Plain words."), { name: "a.pdf" })).toBe("text/plain");
    expect(detectFileType(bytes("# T"), { name: "a.md" })).toBe("text/markdown");
  });

  it("takes texts that speak of other kinds of file, or begin like one", () => {
    expect(detectFileType(bytes("A PDF begins with %PDF-1.7 and a line break."))).toBe(
      "text/plain",
    );
    expect(detectFileType(bytes("ID3 tags name songs."))).toBe("text/plain");
    expect(detectFileType(bytes("MZ is how programs begin; GIF8 is not."))).toBe("text/plain");
    expect(detectFileType(bytes("PK stands for many things."))).toBe("text/plain");
  });

  it.each([
    ["{\\rtf1\\ansi", "a.doc", "rich-text document (RTF). Save it as DOCX"],
    [
      "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
      "a.doc",
      "old Word document (.doc). Save it",
    ],
    ["\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "a.xls", "old Excel workbook"],
    [
      "\u00d0\u00cf\u0011\u00e0E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
      "a.docx",
      "locked with a password",
    ],
    ["\u0089PNG\r\n", "a.txt", "a picture (PNG), and pictures hold no text"],
    ["\u00ff\u00d8\u00ff\u00e0", "a.jpg", "a picture (JPEG)"],
    ["RIFF\u0010\0\0\0WEBPVP8 ", "a.webp", "a picture (WebP)"],
    ["\0\0\0 ftypisom", "a.mp4", "a video recording. Bring in its transcript"],
    ["ID3\u0003\0", "a.mp3", "a sound recording"],
    ["\u001f\u008b\u0008", "a.tar.gz", "a gzip archive. Unpack it"],
    ["Rar!\u001a\u0007", "a.rar", "a RAR archive"],
    ["7z\u00bc\u00af\u0027\u001c", "a.7z", "a 7-Zip archive"],
    ["\u007fELF\u0002", "a", "a program"],
    ["words\0and\u0007more words here", "a.txt", "a binary file"],
  ])("refuses %j as %s with what to do", (content, name, sentence) => {
    expect(refusal(bytes(content), name)).toContain(sentence);
    expect(refusal(bytes(content), name)).toMatch(/^media-type: This .*[.]$/);
  });

  it("tells the documents that are ZIP files from each other and from archives", async () => {
    const made = async (...names: string[]) =>
      zipOf(Object.fromEntries(names.map((name) => [name, name])));
    const docx = await made("[Content_Types].xml", "word/document.xml");
    expect(refusal(docx)).toContain("wordprocessingml");
    expect(isArchive(docx)).toBe(false);
    expect(refusal(await made("[Content_Types].xml", "xl/workbook.xml"))).toMatch(
      /spreadsheet.*CSV/,
    );
    expect(refusal(await made("[Content_Types].xml", "ppt/presentation.xml"))).toMatch(
      /presentation/,
    );
    expect(refusal(await made("mimetype", "META-INF/container.xml"))).toMatch(/EPUB/);
    const files = await made("a.txt", "b/c.html");
    expect(refusal(files)).toMatch(/^media-type: This is a ZIP archive/);
    expect(isArchive(files)).toBe(true);
    expect(refusal(files.subarray(0, 40))).toMatch(/^invalid: This file is damaged/);
    expect(isArchive(files.subarray(0, 40))).toBe(false);
  });
});
