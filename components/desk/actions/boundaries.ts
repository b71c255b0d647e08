import { wordsAt } from "#components/editor/article-text.ts";
import { selectWords } from "#components/editor/select-words.ts";
import type { Annotation, Segment } from "#lib/annotations/model.ts";
import { moveCaret } from "#lib/text/caret-moves.ts";
import { utf16, type Utf16 } from "#lib/text/offsets.ts";
import type { Desk } from "../model.ts";
import { contentOf } from "../outbox/inverse.ts";
import { askToChoose, called } from "./focus.ts";
import { editable, write } from "./write.ts";

export type Edge = "start" | "end";

/** − and =: moves an edge of the focused annotation by a word or a character. */
export function nudge(
  desk: Desk,
  edge: Edge,
  unit: "word" | "character",
  direction: "forward" | "backward",
): void {
  const { focusId, article } = desk.store.get();
  if (focusId === null) return askToChoose(desk);
  const annotation = editable(desk, focusId);
  const index = annotation ? pieceAtHand(desk, annotation, edge) : -1;
  const piece = annotation?.segments[index];
  if (!annotation || !piece) return;
  const from = article.offsets.toUtf16(piece[edge]);
  const blocks = article.blocks
    .filter((block) => block.boilerplate === null)
    .map((block) => ({ start: block.startUtf16, end: block.endUtf16 }));
  const isGrowing = (edge === "end") === (direction === "forward");
  // A shrinking end steps back over the last word, and stands behind the one before.
  let place = moveCaret(article.text, blocks, from, { unit, direction }, true);
  if (!isGrowing && edge === "end" && unit === "word") place = trimBack(article.text, place);
  if (!isGrowing && edge === "start" && unit === "word") {
    const ahead = moveCaret(article.text, blocks, place, { unit, direction: "forward" }, true);
    place = moveCaret(article.text, blocks, ahead, { unit, direction: "backward" }, true);
  }
  moveEdge(desk, annotation, index, edge, article.offsets.toCodePoint(place), "characters");
}

/** Puts an edge of one segment elsewhere; refused with a sentence where nothing, or another part, would be left. */
export function moveEdge(
  desk: Desk,
  annotation: Annotation,
  index: number,
  edge: Edge,
  to: number,
  snap: "words" | "characters",
): void {
  const { article } = desk.store.get();
  const piece = annotation.segments[index];
  if (!piece) return;
  const wanted = { ...piece, [edge]: to };
  if (wanted.start >= wanted.end)
    return desk.say("At least one word stays marked. {Delete} deletes it.", true);
  const selected = selectWords(
    article,
    { start: article.offsets.toUtf16(wanted.start), end: article.offsets.toUtf16(wanted.end) },
    snap,
  );
  if (selected.kind !== "words") return desk.say("There is nothing to mark there.", true);
  const [first] = selected.spans;
  const last = selected.spans.at(-1);
  if (!first || !last) return;
  const moved =
    edge === "end" ? { start: piece.start, end: last.end } : { start: first.start, end: piece.end };
  const others = annotation.segments.filter((_, at) => at !== index);
  if (others.some(({ start, end }) => start < moved.end && moved.start < end))
    return desk.say("Another part of it stands there.", true);
  if (moved.start === piece.start && moved.end === piece.end) return;
  const segment: Segment = { role: piece.role, ...moved, exact: wordsAt(article, moved) };
  const segments = annotation.segments.with(index, segment);
  if (
    write(
      desk,
      annotation,
      { ...contentOf(annotation), segments },
      `moving a boundary of the ${called(annotation)}`,
    )
  )
    desk.say(`Now ‘${edgeWords(segment.exact, edge)}’.`);
}

/** The piece whose edge lies nearest to the caret; of several far away, the outermost content. */
function pieceAtHand(desk: Desk, { segments }: Annotation, edge: Edge): number {
  const { caret } = desk.store.get();
  const at = segments.findIndex(({ start, end }) => start <= caret && caret <= end);
  if (at >= 0) return at;
  const isContent = ({ role }: Segment) => role === "content";
  return edge === "end" ? segments.findLastIndex(isContent) : segments.findIndex(isContent);
}

function trimBack(text: string, place: number): Utf16 {
  return utf16(text.slice(0, place).replace(/[\s,;:]+$/u, "").length);
}

/** Enough of the words to hear where they begin or end now. */
function edgeWords(words: string, edge: Edge): string {
  const few = words.split(/\s+/u);
  if (few.length <= 6) return few.join(" ");
  return edge === "end" ? `… ${few.slice(-5).join(" ")}` : `${few.slice(0, 5).join(" ")} …`;
}
