import { wordsOf } from "./fragments.ts";
import { findGutter } from "./gutter.ts";
import type { Fragment, Line } from "./page.ts";
import { commonest } from "./usual.ts";

/**
 * The lines of a page as one reads them: columns one after the other, what lies across them between,
 * the rows of a table as rows. A tall white gap with lines on both sides parts columns, unless what it
 * parts are the cells of a table.
 */
export function readingOrder(fragments: readonly Fragment[], page: number): Line[] {
  const lines: Line[] = [];
  let region = 0;
  for (const part of divide(fragments, 0)) {
    const rows = rowsOf(part);
    rows.forEach((row, index) => {
      const isRow = isTableRow(row, rows[index - 1]) || isTableRow(row, rows[index + 1]);
      lines.push(lineOf(row, isRow, page, region));
    });
    region++;
  }
  return lines;
}

const DEEPEST = 8;

function divide(fragments: readonly Fragment[], depth: number): Fragment[][] {
  const gutter = depth < DEEPEST ? findGutter(fragments) : null;
  if (!gutter) return fragments.length > 0 ? [[...fragments]] : [];
  const within = fragments.slice(gutter.first, gutter.last + 1);
  return [
    ...divide(fragments.slice(0, gutter.first), depth + 1),
    ...divide(
      within.filter(({ x0 }) => x0 < gutter.x),
      depth + 1,
    ),
    ...divide(
      within.filter(({ x0 }) => x0 >= gutter.x),
      depth + 1,
    ),
    ...divide(fragments.slice(gutter.last + 1), depth + 1),
  ];
}

/** Fragments on one baseline, from top to bottom. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const one of [...fragments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const y = row?.[0]?.y ?? -Infinity;
    if (row && Math.abs(y - one.y) < 0.35 * one.size) row.push(one);
    else rows.push([one]);
  }
  return rows;
}

/** Cells stand below cells; the gaps of a line that was stretched to its column's width stand anywhere. */
function isTableRow(row: readonly Fragment[], other: readonly Fragment[] | undefined): boolean {
  if (!other || row.length < 2 || other.length < 2) return false;
  const [first] = row;
  // A bullet or a number before its words is no cell.
  if (row.length === 2 && first && wordsOf(first.runs, false).length <= 4) return false;
  const near = (a: number, b: number) => Math.abs(a - b) < 3;
  return row
    .slice(1)
    .every((cell) =>
      other
        .slice(1)
        .some(
          (one) =>
            near(cell.x0, one.x0) ||
            near(cell.x1, one.x1) ||
            near(cell.x0 + cell.x1, one.x0 + one.x1),
        ),
    );
}

function lineOf(row: readonly Fragment[], isRow: boolean, page: number, region: number): Line {
  const runs = row.flatMap((one) => one.runs);
  return {
    text: wordsOf(runs, isRow),
    x0: Math.min(...row.map(({ x0 }) => x0)),
    x1: Math.max(...row.map(({ x1 }) => x1)),
    y: row[0]?.y ?? 0,
    size: commonest(runs.map(({ size, text }) => [Math.round(size * 10) / 10, text.length])) ?? 0,
    font: commonest(runs.map(({ font, text }) => [font, text.length])) ?? "",
    page,
    region,
    isRow,
  };
}
