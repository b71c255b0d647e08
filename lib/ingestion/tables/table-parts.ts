import { DomainError } from "#lib/errors.ts";
import { readAddress } from "../address.ts";
import { ItemDetails, type Mapping } from "../model.ts";
import type { Part } from "../parts-of.ts";
import { readRows } from "./read-table.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import type { TableRow, TableShape } from "./table-row.ts";

/**
 * The rows of a table as what is to be taken in: text or HTML where the row holds it, else its
 * address. A row with neither, or one that cannot be read, tells so; its name has the line. Refused: a mapping
 * whose columns are not there; a table without rows; rows beyond the first million ("too-large").
 */
export async function* tableParts(
  name: string,
  bytes: Uint8Array,
  shape: TableShape,
  given: Mapping | null,
): AsyncGenerator<Part> {
  const mapping = given ?? guess(bytes, shape);
  refuseMissing(shape, mapping);
  let index = 0;
  for (const row of readRows(bytes, shape)) {
    if (index === MOST_ROWS) throw new DomainError("too-large", TOO_MANY);
    const place = { index: index++, name: `${name}, line ${row.line}` };
    yield { ...place, ...contentOf(row, mapping) };
  }
  if (index === 0) throw new DomainError("invalid", "There is no row in this table.");
}

/** A hundred megabytes hold fifty million rows of nothing, each of which would become an item. */
const MOST_ROWS = 1_000_000;
const TOO_MANY = `A table has at most ${MOST_ROWS.toLocaleString("en")} rows. Those before were taken in; bring the others as a table of their own.`;

type Content = Omit<Part, "index" | "name">;

function contentOf(row: TableRow, mapping: Mapping): Content {
  if ("problem" in row) return failed(row.problem);
  const cell = (field: keyof Mapping) => {
    const column = mapping[field];
    return column === undefined
      ? ""
      : Object.hasOwn(row.cells, column)
        ? (row.cells[column] ?? "")
        : "";
  };
  const [html, text, typed] = [cell("html"), cell("text"), cell("url").trim()];
  const url = typed === "" ? null : readAddress(typed);
  const isFull = html.trim() !== "" || text.trim() !== "";
  if (!isFull && url === null) {
    return failed("This row has neither a text nor an address.");
  }
  if (!isFull && url !== null && "problem" in url) {
    return failed(url.problem);
  }
  const isHtml = html.trim() !== "";
  return {
    bytes: isFull ? Buffer.from((isHtml ? html : text).toWellFormed()) : null,
    mediaType: isFull ? (isHtml ? "text/html" : "text/plain") : null,
    charset: isFull ? "utf-8" : null,
    url: url !== null && "address" in url ? url.address : null,
    details: detailsOf(cell),
  };
}

/** What cannot be what it is to be, such as a date in words, is left for the text itself to say. */
function detailsOf(cell: (field: keyof Mapping) => string): ItemDetails {
  const found: Record<string, string> = {};
  for (const field of ["title", "publisher", "byline", "published", "language"] as const) {
    const value = cell(field).trim().replace(/\s+/g, " ").slice(0, 1_000);
    const fitting =
      field === "published" ? value.replace(/^(\d{4}-\d\d-\d\d) (\d)/, "$1T$2") : value;
    if (value !== "" && ItemDetails.shape[field].safeParse(fitting).success) found[field] = fitting;
  }
  return ItemDetails.parse(found);
}

function failed(problem: string): Content {
  return { bytes: null, problem };
}

function guess(bytes: Uint8Array, shape: TableShape): Mapping {
  const cells: Readonly<Record<string, string>>[] = [];
  for (const row of readRows(bytes, shape)) {
    if ("cells" in row) cells.push(row.cells);
    if (cells.length === 50) break;
  }
  const mapping = suggestMapping(shape.columns, cells);
  if (mapping.text ?? mapping.html ?? mapping.url) return mapping;
  throw new DomainError(
    "invalid",
    "No column of this table is known to hold a text or an address. Name one of its columns text, html or url, or say in the preview which it is.",
  );
}

function refuseMissing(shape: TableShape, mapping: Mapping): void {
  // Of JSON only the first rows were looked at; a later one may have what they lack.
  if (shape.format !== "csv") return;
  const missing = Object.values(mapping).find((column) => !shape.columns.includes(column));
  if (missing === undefined) return;
  throw new DomainError("invalid", `This table has no column ${missing}.`);
}
