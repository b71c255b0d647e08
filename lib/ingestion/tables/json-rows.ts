import { LONGEST_ROW, MOST_COLUMNS, type TableRow } from "./table-row.ts";

/** The rows of a JSON Lines file: one object a line. A broken line costs itself. */
export function* jsonLineRows(pieces: Iterable<string>): Generator<TableRow> {
  let line = 0;
  for (const text of linesOf(pieces)) {
    line++;
    if (text.trim() === "") continue;
    yield readRow(text, line);
  }
}

/** The rows of a JSON array of objects, read one after the other and never as a whole. */
export function* jsonArrayRows(pieces: Iterable<string>): Generator<TableRow> {
  for (const { text, line } of elementsOf(pieces)) yield readRow(text, line);
}

function readRow(text: string, line: number): TableRow {
  if (text.length > LONGEST_ROW) return { line, problem: "This row is too long to be read." };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line, problem: "This is not JSON." };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { line, problem: "This is no JSON object with named fields." };
  }
  try {
    const cells = flatten(value);
    return Object.keys(cells).length > MOST_COLUMNS ? { line, problem: TOO_WIDE } : { line, cells };
  } catch {
    // Lists within lists without end cannot be written back.
    return { line, problem: "This is not JSON." };
  }
}

const TOO_WIDE = `This object has more than ${MOST_COLUMNS.toLocaleString("en")} fields.`;

/** Objects within become dotted names, lists of plain values one cell, everything else its JSON. */
function flatten(value: object, prefix = "", depth = 0): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const [key, inner] of Object.entries(value)) {
    const name = `${prefix}${key}`;
    if (inner !== null && typeof inner === "object" && !Array.isArray(inner) && depth < 3) {
      Object.assign(cells, flatten(inner, `${name}.`, depth + 1));
    } else cells[name] = toCell(inner);
  }
  return cells;
}

function toCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.join(", ");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest: string[] = [];
  for (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", from)) {
      yield [...rest, piece.slice(from, end)].join("");
      rest = [];
      from = end + 1;
    }
    rest.push(piece.slice(from));
  }
  const last = rest.join("");
  if (last !== "") yield last;
}

/** The elements of the outermost array as they stand in the text. */
function* elementsOf(pieces: Iterable<string>): Generator<{ text: string; line: number }> {
  let depth = 0;
  let isInText = false;
  let isEscaped = false;
  let line = 1;
  let begins = 1;
  let held = "";
  /** Nothing but white space since the last element; asked of each character, so it is kept, not looked up. */
  let isBlank = true;
  for (const piece of pieces) {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const character = piece[at];
      if (character === "\n") line++;
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (character === "\\") isEscaped = true;
        else if (character === '"') isInText = false;
      } else if (character === '"') isInText = true;
      else if (character === "{" || character === "[") depth++;
      else if (character === "}" || character === "]") depth--;
      const isOpening = depth === 1 && character === "[" && isBlank && !isInText;
      const isEnd = !isInText && ((depth === 1 && character === ",") || depth === 0);
      if (isOpening || isEnd) {
        const text = `${held}${piece.slice(from, at)}`.trim();
        if (!isOpening && text !== "" && text !== "[") yield { text, line: begins };
        held = "";
        from = at + 1;
        begins = line;
        isBlank = true;
      } else if (isBlank) {
        isBlank = character?.trim() === "";
        if (isBlank) begins = line;
      }
    }
    held += piece.slice(from);
  }
  if (held.trim() !== "") yield { text: held.trim(), line: begins };
}
