import { csvRecords } from "./csv-records.ts";
import type { TableRow } from "./table-row.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What separates the cells: whichever divides the first rows into most cells, and evenly. */
export function findDelimiter(sample: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** The cells of the first rows; fewer than asked for where the sample holds fewer. */
export function firstRows(sample: string, delimiter: string, most: number): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const record of csvRecords([sample], delimiter)) {
    if ("cells" in record) rows.push(record.cells);
    if (rows.length === most) break;
  }
  return rows;
}

/** Names for columns: told by the first row, made different, or by their numbers. */
export function columnNames(first: readonly string[], hasHeader: boolean): string[] {
  const seen = new Map<string, number>();
  return first.map((cell, index) => {
    const name = (hasHeader && cell.trim()) || `Column ${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

/** A first row that holds an address, or a whole text, is no row of names. */
export function looksLikeHeader(first: readonly string[]): boolean {
  return !first.some((cell) => /^https?:\/\//i.test(cell.trim()) || cell.length > 200);
}

/**
 * The rows of a CSV with their cells by column. One with too many or too few cells, or with quotation
 * marks that do not fit, is told with its line, and the rest goes on.
 */
export function* csvRows(
  pieces: Iterable<string>,
  {
    delimiter,
    columns,
    hasHeader,
  }: { delimiter: string; columns: readonly string[]; hasHeader: boolean },
): Generator<TableRow> {
  let isHeader = hasHeader;
  for (const record of csvRecords(pieces, delimiter)) {
    if (isHeader && "cells" in record) isHeader = false;
    else if ("problem" in record) yield record;
    else if (record.cells.length === columns.length) {
      yield { line: record.line, cells: toCells(columns, record.cells) };
    } else {
      yield { line: record.line, problem: ragged(record.cells.length, columns.length, hasHeader) };
    }
  }
}

function evenness(sample: string, delimiter: string): number {
  const widths = firstRows(sample, delimiter, 50).map((row) => row.length);
  const [first = 1] = widths;
  if (first < 2) return 0;
  const even = widths.filter((width) => width === first).length / widths.length;
  return even * even * Math.min(first, 20);
}

function ragged(has: number, wanted: number, hasHeader: boolean): string {
  const names = hasHeader ? "the first line names" : "the first line has";
  return `This line has ${has} ${has === 1 ? "cell" : "cells"} where ${names} ${wanted}.`;
}

function toCells(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ""]));
}
