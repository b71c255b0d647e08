import type { Fragment, Run } from "./page.ts";

/** Gaps as wide as this may part words of different cells or columns, in heights of a letter. */
const WIDE_GAP = 1.2;

/** What is drawn at quite another time stands in another column, also behind a narrow gap. */
const NARROW_GAP = 0.4;

/** Runs put together to words on one baseline, from top to bottom. */
export function fragmentsOf(runs: readonly Run[]): Fragment[] {
  const rows = rowsOf(runs);
  return rows.flatMap((row) => divideAtGaps(row)).sort((a, b) => a.y - b.y || a.x0 - b.x0);
}

function fragment(runs: readonly Run[]): Fragment {
  const size = largest(runs);
  return {
    runs,
    x0: Math.min(...runs.map(({ x0 }) => x0)),
    x1: Math.max(...runs.map(({ x1 }) => x1)),
    y: baseline(runs, size),
    size,
  };
}

/** The words of runs on one baseline, with a space where a gap stands, and a tab where a wide one does. */
export function wordsOf(runs: readonly Run[], hasTabs: boolean): string {
  const rightToLeft = isRightToLeft(runs);
  const ordered = [...runs].sort((a, b) => (rightToLeft ? b.x1 - a.x1 : a.x0 - b.x0));
  let words = "";
  ordered.forEach((run, index) => {
    const before = ordered[index - 1];
    if (before) {
      const gap = rightToLeft ? before.x0 - run.x1 : run.x0 - before.x1;
      const size = Math.min(before.size, run.size);
      if (hasTabs && gap > WIDE_GAP * size) words = `${words.trimEnd()}\t`;
      else if (gap > 0.15 * size && !/\s$/.test(words) && !/^\s/.test(run.text)) words += " ";
    }
    words += run.text;
  });
  return words.replace(/ {2,}/g, " ").trim();
}

/** Runs by baseline. Raised and lowered letters belong to the line beside which they stand. */
function rowsOf(runs: readonly Run[]): Run[][] {
  const ordered = [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0);
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of ordered) {
    const row = rows.findLast((one) => Math.abs(one.y - run.y) < nearness(one.size, run.size));
    const isNear = row !== undefined && rows.indexOf(row) >= rows.length - 4;
    if (row && isNear) {
      row.runs.push(run);
      if (run.size > row.size * 1.05) {
        row.y = run.y;
        row.size = run.size;
      }
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs);
}

function nearness(a: number, b: number): number {
  return Math.abs(a - b) < 0.15 * Math.max(a, b) ? 0.3 * Math.min(a, b) : 0.5 * Math.max(a, b);
}

function divideAtGaps(row: readonly Run[]): Fragment[] {
  const ordered = [...row].sort((a, b) => a.x0 - b.x0);
  const pieces: Run[][] = [];
  for (const run of ordered) {
    const piece = pieces.at(-1);
    const last = piece?.at(-1);
    const gap = last ? run.x0 - last.x1 : Infinity;
    const size = Math.max(run.size, last?.size ?? 0);
    const isDrawnNext = last !== undefined && Math.abs(run.index - last.index) <= 3;
    const most = (isDrawnNext ? WIDE_GAP : NARROW_GAP) * size;
    if (piece && last && gap <= most && isSameLine(last, run, gap)) piece.push(run);
    else pieces.push([run]);
  }
  return pieces.map(fragment);
}

/** Two columns whose lines stand nearly level are not one line; raised letters touch what they belong to. */
function isSameLine(last: Run, run: Run, gap: number): boolean {
  return Math.abs(last.y - run.y) < 0.12 * run.size || gap < 0.5 * run.size;
}

function baseline(runs: readonly Run[], size: number): number {
  return runs.find((run) => run.size >= size * 0.95)?.y ?? runs[0]?.y ?? 0;
}

function largest(runs: readonly Run[]): number {
  return Math.max(...runs.map(({ size }) => size));
}

function isRightToLeft(runs: readonly Run[]): boolean {
  const words = runs.map(({ text }) => text).join("");
  const right = words.match(/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g)?.length ?? 0;
  const left = words.match(/[A-Za-z\u00c0-\u024f\u0370-\u052f]/g)?.length ?? 0;
  return right > left;
}
