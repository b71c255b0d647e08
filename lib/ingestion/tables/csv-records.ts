import { LONGEST_ROW } from "./table-row.ts";

/** A row's cells, or why it has none; `line` is where it begins, from 1. */
export type CsvRecord =
  | { readonly line: number; readonly cells: readonly string[] }
  | { readonly line: number; readonly problem: string };

/**
 * The rows of a CSV (RFC 4180, with any delimiter of one character): cells may stand in quotation
 * marks, and hold delimiters, line breaks and doubled quotation marks then. A mark within a bare cell
 * is a character like any other. After a row whose marks do not fit, reading goes on with the next line.
 */
export function* csvRecords(pieces: Iterable<string>, delimiter: string): Generator<CsvRecord> {
  let text = "";
  let line = 1;
  const source = pieces[Symbol.iterator]();
  let isLast = false;
  let enough = 0;
  while (!isLast) {
    const piece = source.next();
    isLast = piece.done === true;
    if (!piece.done) text += piece.value;
    if (!isLast && text.length < enough) continue;
    let at = 0;
    while (at < text.length) {
      const found = readRecord(text, at, delimiter, isLast);
      const isEndless = found.kind === "open" && (isLast || text.length - at > LONGEST_ROW);
      if (found.kind === "open" && !isEndless) break;
      const isEmpty = found.kind === "cells" && found.cells.length === 1 && found.cells[0] === "";
      if (found.kind === "cells" && !isEmpty) yield { line, cells: found.cells };
      else if (found.kind === "broken") yield { line, problem: DOES_NOT_FIT };
      else if (found.kind === "open") yield { line, problem: NEVER_CLOSED };
      const end = found.kind === "cells" ? found.end : afterLine(text, at);
      line += found.kind === "cells" ? found.lines : 1;
      at = end;
    }
    text = text.slice(at);
    // A long row is looked at again when there is twice as much of it, not with every piece.
    enough = Math.min(2 * text.length, LONGEST_ROW + 1);
  }
}

const DOES_NOT_FIT = "The quotation marks of this row do not fit together.";
const NEVER_CLOSED =
  "A quotation mark is opened here and never closed, or the row is too long to be read.";

type Found =
  | { kind: "cells"; cells: string[]; end: number; lines: number }
  /** More text is needed to tell. */
  | { kind: "open" }
  | { kind: "broken" };

function readRecord(text: string, start: number, delimiter: string, isLast: boolean): Found {
  const cells: string[] = [];
  let lines = 1;
  let at = start;
  for (;;) {
    let end: number;
    if (text[at] === '"') {
      const close = closingMark(text, at + 1);
      if (close === -1 || (close + 1 === text.length && !isLast)) return { kind: "open" };
      const inner = text.slice(at + 1, close);
      cells.push(inner.replaceAll('""', '"'));
      lines += breaksIn(inner);
      end = close + 1;
      if (text[end] === "\r" && (text[end + 1] === "\n" || end + 1 === text.length)) end++;
    } else {
      end = endOfBareCell(text, at, delimiter);
      if (end === text.length && !isLast) return { kind: "open" };
      const cell = text.slice(at, end);
      const isBeforeBreak = end === text.length || text[end] === "\n";
      cells.push(isBeforeBreak && cell.endsWith("\r") ? cell.slice(0, -1) : cell);
    }
    if (end >= text.length) return isLast ? { kind: "cells", cells, end, lines } : { kind: "open" };
    if (text[end] === "\n") return { kind: "cells", cells, end: end + 1, lines };
    if (text[end] !== delimiter) return { kind: "broken" };
    at = end + 1;
  }
}

/** The mark that is not doubled; -1 when there is none. */
function closingMark(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function endOfBareCell(text: string, from: number, delimiter: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === delimiter || character === "\n") return at;
  }
  return text.length;
}

function afterLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
