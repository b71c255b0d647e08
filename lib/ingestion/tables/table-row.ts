/** A row of a table, or why it is none. `line` is where it begins in the file, from 1. */
export type TableRow =
  | { readonly line: number; readonly cells: Readonly<Record<string, string>> }
  | { readonly line: number; readonly problem: string };

/** What can be told of a table before its rows are read. */
export type TableShape = {
  readonly format: "csv" | "jsonl" | "json";
  readonly encoding: string;
  /** Between the cells of a CSV; null for JSON. */
  readonly delimiter: string | null;
  /** Whether the first line names the columns; true for JSON. */
  readonly hasHeader: boolean;
  /** In their order; of JSON, those of the first rows. */
  readonly columns: readonly string[];
};

/** Most characters of one row: more than any text may have, and little enough to be held at once. */
export const LONGEST_ROW = 12 * 1024 * 1024;

/** Most columns of a table: rows are held with the names of all of them. */
export const MOST_COLUMNS = 1_000;
