import { DomainError } from "#lib/errors.ts";
import { columnNames, csvRows, findDelimiter, firstRows, looksLikeHeader } from "./csv-rows.ts";
import { jsonArrayRows, jsonLineRows } from "./json-rows.ts";
import { MOST_COLUMNS, type TableRow, type TableShape } from "./table-row.ts";
import { findEncoding, readText } from "./table-text.ts";

/** How much of a table is looked at for its shape. */
const SAMPLE_CHARACTERS = 512 * 1024;
const SAMPLE_ROWS = 100;

/**
 * What kind of table some bytes are: its encoding, what separates its cells, and its columns.
 * Refused: what has nothing in it, what is binary, and more columns than anybody reads.
 */
export function findShape(bytes: Uint8Array): TableShape {
  if (bytes.subarray(0, 4).includes(0) && !isUtf16(bytes)) {
    throw new DomainError("media-type", "This is no table: a CSV or JSON Lines file is text.");
  }
  const encoding = findEncoding(bytes);
  const sample = sampleOf(bytes, encoding);
  const start = sample.trimStart();
  if (start === "") throw new DomainError("invalid", "There is nothing in this table.");
  if (/^\[\s*[{\]]/.test(start)) return jsonShape("json", encoding, jsonArrayRows([sample]));
  if (start.startsWith("{")) return jsonShape("jsonl", encoding, jsonLineRows([sample]));
  const delimiter = findDelimiter(sample);
  const [first = []] = firstRows(sample, delimiter, 1);
  refuseTooWide(first.length);
  const hasHeader = looksLikeHeader(first);
  return {
    format: "csv",
    encoding,
    delimiter,
    hasHeader,
    columns: columnNames(first, hasHeader),
  };
}

/** The rows one after the other; memory does not grow with their number. */
export function* readRows(bytes: Uint8Array, shape: TableShape): Generator<TableRow> {
  const pieces = readText(bytes, shape.encoding);
  if (shape.format === "csv") {
    const { columns, hasHeader } = shape;
    yield* csvRows(pieces, { delimiter: shape.delimiter ?? ",", columns, hasHeader });
  } else yield* shape.format === "json" ? jsonArrayRows(pieces) : jsonLineRows(pieces);
}

function jsonShape(
  format: "json" | "jsonl",
  encoding: string,
  rows: Iterable<TableRow>,
): TableShape {
  const columns = new Set<string>();
  let seen = 0;
  for (const row of rows) {
    if ("cells" in row) for (const name of Object.keys(row.cells)) columns.add(name);
    refuseTooWide(columns.size);
    if (++seen === SAMPLE_ROWS) break;
  }
  if (columns.size === 0) {
    throw new DomainError("invalid", "There is no JSON object with named fields in this table.");
  }
  return { format, encoding, delimiter: null, hasHeader: true, columns: [...columns] };
}

function refuseTooWide(columns: number): void {
  if (columns <= MOST_COLUMNS) return;
  throw new DomainError(
    "invalid",
    `This table has more than ${MOST_COLUMNS.toLocaleString("en")} columns. Leave out those that hold nothing of the articles.`,
  );
}

/** The beginning of the text, to the end of a line where it is cut. */
function sampleOf(bytes: Uint8Array, encoding: string): string {
  let sample = "";
  for (const piece of readText(bytes, encoding)) {
    sample += piece;
    if (sample.length < SAMPLE_CHARACTERS) continue;
    const end = sample.lastIndexOf("\n");
    return end > 0 ? sample.slice(0, end + 1) : sample;
  }
  return sample;
}

/** With its mark, or with nothing but plain letters at its beginning. */
function isUtf16([a, b, c, d]: Uint8Array): boolean {
  const isMarked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return (
    isMarked ||
    (a === 0 && c === 0 && b !== 0 && d !== 0) ||
    (b === 0 && d === 0 && a !== 0 && c !== 0)
  );
}
