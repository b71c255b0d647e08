import iconv from "iconv-lite";
import fc from "fast-check";
import { stringify } from "./testing/write-csv.ts";
import { describe, expect, it } from "vitest";
import type { Mapping } from "../model.ts";
import type { Part } from "../parts-of.ts";
import { findShape, readRows } from "./read-table.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import { tableParts } from "./table-parts.ts";
import type { TableRow } from "./table-row.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

function rowsOf(content: string | Uint8Array): TableRow[] {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  return [...readRows(bytes, findShape(bytes))];
}

async function partsOf(content: string, mapping: Mapping | null = null): Promise<Part[]> {
  const bytes = bytesOf(content);
  const parts: Part[] = [];
  for await (const part of tableParts("list.csv", bytes, findShape(bytes), mapping))
    parts.push(part);
  return parts;
}

const told = ({ name, problem, url, bytes }: Part) => [
  name,
  problem ?? (bytes === null ? url : Buffer.from(bytes).toString()),
];

describe("a CSV", () => {
  it.each([
    [",", "title,text\na,b\nc,d\n"],
    [";", "title;text\n1,5;b\n2,5;d\n"],
    ["\t", "title\ttext\na, b\tb\nc\td\n"],
    ["|", "title|text|url\na, b|b|c\n"],
  ])("is divided at %j", async (delimiter, text) => {
    expect(findShape(bytesOf(text))).toMatchObject({ format: "csv", delimiter, hasHeader: true });
  });

  it("is read with its byte-order mark, quotes, line breaks within cells and other encodings", async () => {
    const text = 'title,text\n"Rat, ""hier""","Erste Zeile\nZweite „Zeile“ – Größe"\nx,y\n';
    const expected = [
      { line: 2, cells: { title: 'Rat, "hier"', text: "Erste Zeile\nZweite „Zeile“ – Größe" } },
      { line: 4, cells: { title: "x", text: "y" } },
    ];
    expect(rowsOf(text)).toEqual(expected);
    expect(rowsOf(`\uFEFF${text}`)).toEqual(expected);
    expect(rowsOf(iconv.encode(text, "windows-1252"))).toEqual(expected);
    expect(rowsOf(iconv.encode(`\uFEFF${text}`, "utf-16le"))).toEqual(expected);
    expect(rowsOf(text.replaceAll("\n", "\r\n"))).toHaveLength(2);
  });

  it("finds a foreign letter that comes late", () => {
    const text = `title,text\n${"plain,words\n".repeat(200_000)}Größe,ß\n`;
    const rows = rowsOf(iconv.encode(text, "windows-1252"));
    expect(rows.at(-1)).toEqual({ line: 200_002, cells: { title: "Größe", text: "ß" } });
  });

  it("tells ragged and broken rows with their lines, and goes on", async () => {
    const rows = rowsOf('a,b,c\n1,2,3\n4,5\n6,7,8,9\n"x"y,1,2\n\n10,11,12\n');
    expect(rows).toEqual([
      { line: 2, cells: { a: "1", b: "2", c: "3" } },
      { line: 3, problem: "This line has 2 cells where the first line names 3." },
      { line: 4, problem: "This line has 4 cells where the first line names 3." },
      { line: 5, problem: "The quotation marks of this row do not fit together." },
      { line: 7, cells: { a: "10", b: "11", c: "12" } },
    ]);
  });

  it("tells a quotation mark that is never closed, and goes on behind it", async () => {
    expect(rowsOf('a,b\n1,2\n3,"4\n5,6\n')).toEqual([
      { line: 2, cells: { a: "1", b: "2" } },
      { line: 3, problem: expect.stringContaining("never closed") },
      { line: 4, cells: { a: "5", b: "6" } },
    ]);
  });

  it("has columns by number where the first line is no header, and different names", async () => {
    expect(findShape(bytesOf("https://a.example/1\nhttps://a.example/2\n"))).toMatchObject({
      hasHeader: false,
      columns: ["Column 1"],
    });
    expect(findShape(bytesOf("text,text,\na,b,c\n")).columns).toEqual([
      "text",
      "text (2)",
      "Column 3",
    ]);
  });

  it("gives back whatever was written, in any encoding of our own", async () => {
    const cell = fc
      .string({ unit: "grapheme", maxLength: 20 })
      .filter((one) => !one.includes("\0"));
    const table = fc
      .array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 20 })
      .map((rows) => rows.map((row) => row.map((one) => one.toWellFormed())));
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const text = stringify([
          ["id", "one", "two", "three"],
          ...rows.map((row) => ["x", ...row]),
        ]);
        const read = rowsOf(text);
        expect(
          read.map((row) => ("cells" in row ? Object.values(row.cells).slice(1) : row.problem)),
        ).toEqual(rows);
      }),
      { numRuns: 200 },
    );
  });
});

describe("JSON", () => {
  it("comes as lines, of which a broken one costs itself", async () => {
    const lines = [
      '{"text":"a","meta":{"title":"T"},"authors":["X","Y"]}',
      "{broken",
      "[1]",
      "",
      '{"text":"b"}',
    ];
    expect(rowsOf(lines.join("\n"))).toEqual([
      { line: 1, cells: { text: "a", "meta.title": "T", authors: "X, Y" } },
      { line: 2, problem: "This is not JSON." },
      { line: 3, problem: "This is no JSON object with named fields." },
      { line: 5, cells: { text: "b" } },
    ]);
  });

  it("comes as an array, however it is laid out and cut", async () => {
    const objects = [
      { text: 'with ] and } and , and \\" in it' },
      { text: "b", list: [{ deep: [1, 2] }] },
    ];
    const expected = [
      { text: 'with ] and } and , and \\" in it' },
      { text: "b", list: '[{"deep":[1,2]}]' },
    ];
    for (const space of [0, 2]) {
      const rows = rowsOf(JSON.stringify(objects, null, space));
      expect(rows.map((row) => "cells" in row && row.cells)).toEqual(expected);
    }
    const many = Array.from({ length: 20_000 }, (_, index) => ({ text: `[{"${index}"}], ` }));
    const rows = rowsOf(JSON.stringify(many, null, 1));
    expect(rows).toHaveLength(20_000);
    expect(rows.at(-1)).toMatchObject({ cells: { text: '[{"19999"}], ' } });
  });

  it("has so many columns and no more", () => {
    const wide = Object.fromEntries(Array.from({ length: 1_001 }, (_, n) => [`k${n}`, "x"]));
    expect(rowsOf(`{"a":"b"}\n${JSON.stringify(wide)}`)).toEqual([
      { line: 1, cells: { a: "b" } },
      { line: 2, problem: "This object has more than 1,000 fields." },
    ]);
    expect(() => findShape(bytesOf(`${"a,".repeat(1_000)}b\n`))).toThrow(/more than 1,000 columns/);
  });

  it("may be mostly white space, or deeper than a stack", () => {
    const rows = rowsOf(
      `[${" ".repeat(400_000)}\n\n{"a":"1"},\n${" ".repeat(400_000)}{"a":"2"}\n]`,
    );
    expect(rows).toEqual([
      { line: 3, cells: { a: "1" } },
      { line: 4, cells: { a: "2" } },
    ]);
    const deep = `{"a":[${"[".repeat(200_000)}${"]".repeat(200_000)}]}`;
    expect(rowsOf(`${deep}\n{"a":"b"}`)).toEqual([
      { line: 1, problem: "This is not JSON." },
      { line: 2, cells: { a: "b" } },
    ]);
  });
});

describe("what a table holds", () => {
  it("is guessed from the names of its columns and from what stands in them", () => {
    const columns = [
      "ID",
      "Article Text",
      "Source URL",
      "Headline",
      "Outlet",
      "Author(s)",
      "pub_date",
      "lang",
    ];
    expect(suggestMapping(columns, [])).toEqual({
      text: "Article Text",
      url: "Source URL",
      title: "Headline",
      publisher: "Outlet",
      byline: "Author(s)",
      published: "pub_date",
      language: "lang",
    });
    const rows = [{ x: "https://a.example/1", y: `<p>${"words ".repeat(60)}</p>`, z: "1" }];
    expect(suggestMapping(["z", "x", "y"], rows)).toEqual({ url: "x", html: "y" });
  });

  it.each(["day", "date_published", "PubDate", "Published on", "pub-day", "date posted"])(
    "may call the day of publication %s",
    (column) => {
      expect(suggestMapping(["text", column], [])).toEqual({ text: "text", published: column });
    },
  );

  it("knows a column of days by its cells when its name only hints at it", () => {
    const dated = (column: string, cell: string) => suggestMapping([column], [{ [column]: cell }]);
    expect(dated("issue_date", "2031-05-03")).toEqual({ published: "issue_date" });
    expect(dated("issue_date", "Monday")).toEqual({});
    expect(dated("date_updated", "2031-05-03")).toEqual({});
  });

  it("becomes texts and addresses, each row with its line", async () => {
    const parts = await partsOf(
      "title,text,url,date\nA,First text.,https://a.example/1#top,2026-11-02 10:30\nB,,a.example/2,some day\nC,,,\nD,,ftp://x,\nshort\n",
    );
    expect(parts.map(told)).toEqual([
      ["list.csv, line 2", "First text."],
      ["list.csv, line 3", "https://a.example/2"],
      ["list.csv, line 4", "This row has neither a text nor an address."],
      ["list.csv, line 5", "Only addresses that begin with http:// or https:// can be fetched."],
      ["list.csv, line 6", "This line has 1 cell where the first line names 4."],
    ]);
    expect(parts[0]).toMatchObject({
      url: "https://a.example/1",
      mediaType: "text/plain",
      details: { title: "A", published: "2026-11-02T10:30" },
    });
    expect(parts[1]?.details).toEqual({ title: "B" });
  });

  it("is refused where no column can be a text, or a named one is not there", async () => {
    await expect(partsOf("a,b\n1,2\n")).rejects.toMatchObject({ code: "invalid" });
    await expect(partsOf("a,b\n1,2\n", { text: "c" })).rejects.toThrow(
      "This table has no column c.",
    );
    await expect(partsOf("text\n")).rejects.toThrow("There is no row in this table.");
    expect(() => findShape(bytesOf(" \n"))).toThrow("There is nothing in this table.");
    expect(() => findShape(Uint8Array.from([0x50, 0, 0, 0, 9]))).toThrow("This is no table");
  });

  it("is read quickly, and row by row", async () => {
    const line = `Title,${"Some words of a text. ".repeat(10)},https://a.example/\n`;
    const parts = tableParts("big.csv", ...bigTable(`title,text,url\n${line.repeat(20_000)}`));
    let count = 0;
    const before = performance.now();
    for await (const part of parts) if (part.bytes !== null) count++;
    expect(count).toBe(20_000);
    expect(performance.now() - before).toBeLessThan(15_000);
  }, 30_000);

  it("may have long rows, which are looked at a few times only", () => {
    const before = performance.now();
    const long = `"${'""'.repeat(2_000_000)}"`;
    const rows = rowsOf(`text,url\n${long},a\n${long},b\nc,d\n`);
    expect(rows.map((row) => "cells" in row && row.cells.url)).toEqual(["a", "b", "d"]);
    expect(performance.now() - before).toBeLessThan(20_000);
  }, 30_000);

  it("is read as far as a million rows", async () => {
    const read = async () => {
      let count = 0;
      const parts = tableParts("big.csv", ...bigTable(`text,url\n${",\n".repeat(1_000_001)}`));
      for await (const part of parts) count += part.problem ? 1 : 0;
      return count;
    };
    await expect(read()).rejects.toMatchObject({ code: "too-large" });
  }, 30_000);
});

function bigTable(text: string) {
  const bytes = bytesOf(text);
  return [bytes, findShape(bytes), null] as const;
}
