import { ANNOTATION_STATE_LOOKS, TAG_LOOKS } from "#components/annotations/words.ts";
import type { Annotation, AnnotationState, Tag } from "#lib/annotations/model.ts";
import type { Desk } from "../model.ts";
import { NO_FILTER, passes, shownBy, type Filter } from "../state/desk-state.ts";
import { focusOn } from "./focus.ts";

/** Shows some annotations and hides the others; what is hidden has no longer the focus. Says what is shown. */
export function setFilter(desk: Desk, next: Partial<Filter>, what: string): void {
  const filter = { ...desk.store.get().filter, ...next };
  desk.store.set({ filter });
  const { order, focusId, annotations } = desk.store.get();
  const focused = focusId === null ? undefined : annotations.get(focusId);
  if (focused && !passes(filter, focused, desk.data.me.id)) {
    const wasOnCard = document.activeElement?.closest("[data-card]") !== null;
    focusOn(desk, null, "text");
    if (wasOnCard) desk.pane.current?.focus();
  }
  const count = shownBy(filter, order, desk.data.me.id).length;
  desk.say(
    count === order.length
      ? `${what}: all ${count} shown.`
      : `${what}: ${count} of ${order.length} shown.`,
  );
}

/** Hides what has a tag, or shows it again. */
export function toggleTag(desk: Desk, tag: Tag): void {
  const hidden = new Set(desk.store.get().filter.hidden);
  const isHidden = !hidden.delete(tag);
  if (isHidden) hidden.add(tag);
  setFilter(desk, { hidden }, `${TAG_LOOKS[tag].word}s ${isHidden ? "hidden" : "shown"}`);
}

/** Only what is in one state; once more shows all states. */
export function filterState(desk: Desk, state: Filter["state"]): void {
  showState(desk, desk.store.get().filter.state === state ? null : state);
}

/** Only what one person has marked; once more shows everybody's. */
export function filterAuthor(desk: Desk, author: { id: string; name: string }): void {
  const isOff = desk.store.get().filter.authorId === author.id;
  setFilter(
    desk,
    { authorId: isOff ? null : author.id },
    isOff ? "All authors" : `Only ${author.id === desk.data.me.id ? "yours" : author.name}`,
  );
}

export function showAll(desk: Desk): void {
  setFilter(desk, NO_FILTER, "No filter");
}

/** The next state in which something is, then all again. */
export function nextState(desk: Desk): void {
  const { order, filter } = desk.store.get();
  const isOwn = (each: Annotation) => each.author.id === desk.data.me.id;
  const states: Filter["state"][] = STATES.filter((state) =>
    order.some((each) => each.state === state),
  );
  if (order.some((each) => each.state === "rejected" && isOwn(each))) states.push("returned");
  showState(desk, states[states.indexOf(filter.state) + 1] ?? null);
}

function showState(desk: Desk, state: Filter["state"]): void {
  setFilter(desk, { state }, state === null ? "All states" : `Only ${STATE_WORDS[state]}`);
}

/** The next person who has marked something, then everybody again. */
export function nextAuthor(desk: Desk): void {
  const { order, filter } = desk.store.get();
  const authors = authorsOf(order);
  if (authors.length < 2) return desk.say("One person has marked here.");
  const next = authors[authors.findIndex(({ id }) => id === filter.authorId) + 1];
  if (next) filterAuthor(desk, next);
  else setFilter(desk, { authorId: null }, "All authors");
}

/** Everybody who has marked something here, whoever has marked most first. */
export function authorsOf(
  order: readonly Annotation[],
): { id: string; name: string; count: number }[] {
  const found = new Map<string, { id: string; name: string; count: number }>();
  for (const { author } of order) {
    const known = found.get(author.id);
    if (known) known.count++;
    else found.set(author.id, { ...author, count: 1 });
  }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

export const STATES = [
  "draft",
  "submitted",
  "approved",
  "rejected",
] as const satisfies readonly AnnotationState[];

const STATE_WORDS: Readonly<Record<NonNullable<Filter["state"]>, string>> = {
  draft: "drafts",
  submitted: ANNOTATION_STATE_LOOKS.submitted.word,
  approved: ANNOTATION_STATE_LOOKS.approved.word,
  rejected: ANNOTATION_STATE_LOOKS.rejected.word,
  withdrawn: ANNOTATION_STATE_LOOKS.withdrawn.word,
  returned: "what came back to you",
};
