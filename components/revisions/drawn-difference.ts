import { offsetMap } from "#lib/text/offsets.ts";

/** A stretch of a paragraph: as it was, taken out, or put in. */
export type Piece = { readonly kind: "same" | "cut" | "put"; readonly text: string };

/** One line of a difference, ready to be drawn. */
export type DrawnRow = {
  readonly kind: "same" | "changed" | "removed" | "added";
  /** The paragraph in the first text, with what was taken out of it; null when it is not there. */
  readonly before: readonly Piece[] | null;
  /** The paragraph in the second text, with what was put into it; null when it is not there. */
  readonly after: readonly Piece[] | null;
  /** Whether it stands elsewhere in the other text. */
  readonly isMoved: boolean;
  /** Where it begins in the second text (the first where it is not there), in code points. */
  readonly start: number;
};

type Span = { readonly start: number; readonly end: number };
type Row = {
  readonly kind: DrawnRow["kind"];
  readonly before: Span | null;
  readonly after: Span | null;
  readonly changes: readonly { readonly before: Span; readonly after: Span }[];
  readonly isMoved: boolean;
};

/** The rows of a difference with their words cut out of both texts. Offsets are code points. */
export function drawDifference(before: string, after: string, rows: readonly Row[]): DrawnRow[] {
  const cut = { before: cutter(before), after: cutter(after) };
  return rows.map((row): DrawnRow => {
    const { kind, isMoved, changes } = row;
    const whole = kind === "changed" || kind === "same" ? null : kind;
    return {
      kind,
      isMoved,
      before:
        row.before &&
        (whole
          ? [{ kind: "same", text: cut.before(row.before) }]
          : pieces(
              row.before,
              changes.map((each) => each.before),
              "cut",
              cut.before,
            )),
      after:
        row.after &&
        (whole
          ? [{ kind: "same", text: cut.after(row.after) }]
          : pieces(
              row.after,
              changes.map((each) => each.after),
              "put",
              cut.after,
            )),
      start: (row.after ?? row.before)?.start ?? 0,
    };
  });
}

/**
 * A changed paragraph as one run of words, with what was taken out before what was put in its place.
 * Both sides have the same stretches between their changes.
 */
export function inOne({ before, after }: Pick<DrawnRow, "before" | "after">): Piece[] {
  const cuts = before ?? [];
  const puts = after ?? [];
  const merged: Piece[] = [];
  let at = 0;
  for (const piece of cuts) {
    if (piece.kind === "cut") {
      merged.push(piece);
      continue;
    }
    // What was put in before the next words that both have.
    for (; puts[at]?.kind === "put"; at++) merged.push(puts[at] as Piece);
    if (puts[at]) merged.push(puts[at++] as Piece);
  }
  for (; at < puts.length; at++) merged.push(puts[at] as Piece);
  return merged.filter(({ text }) => text !== "");
}

function pieces(
  whole: Span,
  changed: readonly Span[],
  kind: "cut" | "put",
  cut: (span: Span) => string,
): Piece[] {
  const found: Piece[] = [];
  let at = whole.start;
  for (const span of changed) {
    // Kept even when empty: the two sides are told apart by where their changes stand.
    found.push({ kind: "same", text: cut({ start: at, end: span.start }) });
    if (span.end > span.start) found.push({ kind, text: cut(span) });
    at = span.end;
  }
  found.push({ kind: "same", text: cut({ start: at, end: whole.end }) });
  return found;
}

function cutter(text: string): (span: Span) => string {
  const map = offsetMap(text);
  return ({ start, end }) => text.slice(map.toUtf16(start), map.toUtf16(end));
}
