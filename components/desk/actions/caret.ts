import { marksAt } from "#components/editor/hit-test.ts";
import type { PaneSelection } from "#components/editor/reading-pane.tsx";
import type { Desk } from "../model.ts";
import { passes } from "../state/desk-state.ts";
import { type Covering, heardBetween } from "../state/heard.ts";
import { paragraphOf } from "../state/paragraph.ts";
import { saidSelection, saidWords } from "../state/said-words.ts";

/**
 * Says what the caret has come upon, to those who listen: another paragraph, annotations that end and
 * begin there, and the words; or what is selected.
 */
export function hearStep(desk: Desk, from: number, { selected, head, unit }: PaneSelection): void {
  const { article } = desk.store.get();
  const paragraph = paragraphOf(article, head);
  const isElsewhere = paragraph !== null && paragraph !== paragraphOf(article, from);
  const words =
    selected?.kind === "words"
      ? saidSelection(article, selected.spans)
      : selected === null
        ? saidWords(article, from, head, unit)
        : "";
  hear(
    desk,
    isElsewhere ? `${paragraph.charAt(0).toUpperCase()}${paragraph.slice(1)}.` : "",
    heardBetween(coveringAt(desk, from), coveringAt(desk, head), desk.data.me.id),
    words,
  );
}

/** Says something aloud that the screen shows already. */
export function hear(desk: Desk, ...sentences: readonly string[]): void {
  const text = sentences.filter(Boolean).join(" ");
  if (text !== "") desk.store.set({ heard: { text } });
}

/** The parts of annotations that cover the character at a place, the smallest annotation first. */
export function coveringAt(desk: Desk, place: number): Covering[] {
  const { order, annotations } = desk.store.get();
  return marksAt(order, place).flatMap((id) => {
    const annotation = annotations.get(id);
    const segment = annotation?.segments.find(({ start, end }) => start <= place && place < end);
    return annotation && segment ? [{ annotation, segment }] : [];
  });
}

/** O and P: the caret goes to where an annotation begins or ends, the nearest before or after it. */
export function stepCaret(desk: Desk, by: 1 | -1): void {
  const { order, filter, caret } = desk.store.get();
  const edges = order
    .filter((each) => passes(filter, each, desk.data.me.id))
    .flatMap(({ segments }) => segments.flatMap(({ start, end }) => [start, end]));
  const beyond = edges.filter((edge) => (by === 1 ? edge > caret : edge < caret));
  if (beyond.length === 0)
    return desk.say(by === 1 ? "No annotation begins or ends further on." : "None before this.");
  const place = beyond.reduce((a, b) => (a < b === (by === 1) ? a : b));
  desk.pane.current?.reveal({ start: place, end: place + 1 });
  desk.pane.current?.focus();
  desk.pane.current?.select({ start: place, end: place });
}
