import { authorize } from "#lib/access/permissions.ts";
import type { Context } from "#lib/context.ts";
import { getProject } from "#lib/projects/queries.ts";
import type { TableField } from "../model.ts";
import { findShape, readRows } from "./read-table.ts";
import { suggestMapping } from "./suggest-mapping.ts";
import type { TableRow, TableShape } from "./table-row.ts";

export type TablePreview = Omit<TableShape, "columns"> & {
  /** Each with what stands in it in the first rows, cut short. */
  columns: { name: string; samples: string[] }[];
  suggested: Partial<Record<TableField, string>>;
  /** Rows that were looked at; the table may have more. */
  rows: number;
  /** Rows among them that cannot be read. */
  problems: { line: number; message: string }[];
};

const ROWS = 100;
/** Whoever asks waits, and so does everybody else: long rows are looked at no further than this. */
const CHARACTERS = 4_000_000;
const SHOWN = 5;
const SHOWN_CHARACTERS = 200;

/**
 * What is in a table, for a person to say which column holds what. Looks at its first rows only, and
 * the first part of a long file is enough of it.
 */
export async function previewTable(
  ctx: Context,
  projectId: string,
  bytes: Uint8Array,
): Promise<TablePreview> {
  await getProject(ctx, projectId);
  authorize(ctx.actor, "ingestion.write", { projectId });
  const { columns, ...shape } = findShape(bytes);
  const cells: Readonly<Record<string, string>>[] = [];
  const problems: TablePreview["problems"] = [];
  let rows = 0;
  let read = 0;
  for (const row of readRows(bytes, { ...shape, columns })) {
    if ("cells" in row) cells.push(row.cells);
    else problems.push({ line: row.line, message: row.problem });
    if (++rows === ROWS || (read += lengthOf(row)) > CHARACTERS) break;
  }
  return {
    ...shape,
    columns: columns.map((name) => ({ name, samples: samplesOf(cells, name) })),
    suggested: suggestMapping(columns, cells),
    rows,
    problems,
  };
}

function lengthOf(row: TableRow): number {
  return "cells" in row ? Object.values(row.cells).reduce((sum, cell) => sum + cell.length, 0) : 0;
}

function samplesOf(rows: readonly Readonly<Record<string, string>>[], column: string): string[] {
  return rows
    .slice(0, SHOWN)
    .map((row) => [...(row[column] ?? "")].slice(0, SHOWN_CHARACTERS).join(""));
}
