import { hitIndex, marksAt, type HitIndex } from "#components/editor/hit-test.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Desk } from "../create-desk.ts";
import { passes } from "../state/desk-state.ts";
import { heardBetween } from "../state/heard.ts";
import { paragraphOf } from "../state/paragraph.ts";

/** Says what a step of the caret by key has come upon, to those who listen. */
export function hearStep(desk: Desk, from: number, to: number): void {
  if (from === to) return;
  const { order, annotations, article } = desk.store.get();
  const index = indexOf(order);
  const paragraph = paragraphOf(article, to);
  const heard = heardBetween(
    marksAt(index, from),
    marksAt(index, to),
    annotations,
    paragraph === paragraphOf(article, from) ? null : paragraph,
  );
  desk.store.set({ heard });
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

/** Worked out once for each list of annotations. */
function indexOf(order: readonly Annotation[]): HitIndex {
  const known = KNOWN.get(order);
  if (known) return known;
  const made = hitIndex(order);
  KNOWN.set(order, made);
  return made;
}

const KNOWN = new WeakMap<readonly Annotation[], HitIndex>();
