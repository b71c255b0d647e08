import { type CsvError, parse } from "csv-parse";
import { parse as parseNow } from "csv-parse/sync";
import { LONGEST_ROW, type TableRow } from "./table-row.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;

/** What separates the cells: whichever divides the first rows into most cells, and evenly. */
export function findDelimiter(sample: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(sample, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** The cells of the first rows; fewer than asked for where the sample holds fewer. */
export function firstRows(sample: string, delimiter: string, most: number): string[][] {
  const rows: unknown = parseNow(sample, { ...LENIENT, delimiter, to: most });
  return Array.isArray(rows) ? rows.filter(isCells) : [];
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
 * The rows of a CSV. One with too many or too few cells, or with quotation marks that do not fit, is
 * told with its line, and the rest goes on.
 */
export async function* csvRows(
  pieces: Iterable<string>,
  {
    delimiter,
    columns,
    hasHeader,
  }: { delimiter: string; columns: readonly string[]; hasHeader: boolean },
): AsyncGenerator<TableRow> {
  const broken: TableRow[] = [];
  let line = 1;
  const parser = parse({
    ...LENIENT,
    delimiter,
    relax_quotes: false,
    info: true,
    max_record_size: LONGEST_ROW,
    on_skip: (error) => {
      broken.push({ line: lineOf(error) ?? line, problem: explain(error) });
      return undefined;
    },
  });
  const feeding = feed(parser, pieces);
  feeding.catch((error: unknown) => parser.destroy(toError(error)));
  let isFirst = true;
  for await (const record of parser) {
    yield* broken.splice(0);
    const { cells, lines } = readRecord(record);
    const begins = line;
    line = lines + 1;
    if (isFirst && hasHeader) {
      isFirst = false;
      continue;
    }
    isFirst = false;
    yield cells.length === columns.length
      ? { line: begins, cells: toCells(columns, cells) }
      : { line: begins, problem: raggedRow(cells.length, columns.length, hasHeader) };
  }
  yield* broken.splice(0);
  await feeding;
}

const LENIENT = {
  bom: true,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_error: true,
} as const;

async function feed(parser: ReturnType<typeof parse>, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (parser.destroyed) return;
    if (!parser.write(piece)) {
      await new Promise<void>((resolve) => {
        const go = () => {
          parser.off("drain", go).off("close", go);
          resolve();
        };
        parser.on("drain", go).on("close", go);
      });
    }
  }
  parser.end();
}

function evenness(sample: string, delimiter: string): number {
  const widths = firstRows(sample, delimiter, 50).map((row) => row.length);
  const [first = 1] = widths;
  if (first < 2) return 0;
  const even = widths.filter((width) => width === first).length / widths.length;
  return even * even * Math.min(first, 20);
}

function raggedRow(has: number, wanted: number, hasHeader: boolean): string {
  const names = hasHeader ? "the first line names" : "the first line has";
  return `This line has ${has} ${has === 1 ? "cell" : "cells"} where ${names} ${wanted}.`;
}

function toCells(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? ""]));
}

/** What the parser gives with `info`; its types know only the record. */
function readRecord(value: unknown): { cells: string[]; lines: number } {
  const record: unknown = Reflect.get(Object(value), "record");
  const info: unknown = Reflect.get(Object(value), "info");
  const lines: unknown = Reflect.get(Object(info), "lines");
  return {
    cells: isCells(record) ? record : [],
    lines: typeof lines === "number" ? lines : 0,
  };
}

function isCells(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((cell) => typeof cell === "string");
}

function lineOf(error: CsvError | undefined): number | null {
  const lines: unknown = error && Reflect.get(error, "lines");
  return typeof lines === "number" ? lines : null;
}

function explain(error: CsvError | undefined): string {
  if (error?.code === "CSV_MAX_RECORD_SIZE") return "This row is too long to be read.";
  if (error?.code === "CSV_QUOTE_NOT_CLOSED") {
    return "A quotation mark is opened here and never closed; what follows could not be read.";
  }
  return "The quotation marks of this row do not fit together.";
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
