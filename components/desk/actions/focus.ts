import { aTag, nameOf, shorten } from "#components/annotations/words.ts";
import { marksAt } from "#components/editor/hit-test.ts";
import { whenPainted } from "#components/ui/when-painted.ts";
import type { Annotation } from "#lib/annotations/model.ts";
import type { Desk } from "../model.ts";
import { NO_FILTER, NO_SPANS, passes, shownBy } from "../state/desk-state.ts";
import { startOf } from "#components/editor/reading-order.ts";

/** Where the reader's attention comes from: what they look at already is not scrolled. */
export type FocusFrom = "text" | "card" | "address";

/**
 * Makes an annotation the one that the keys act on; null lets go of it. Where the filter hides it, all
 * are shown again: nobody works on what is not seen.
 */
export function focusOn(desk: Desk, id: string | null, from: FocusFrom): void {
  const { focusId, openId, annotations, filter } = desk.store.get();
  const annotation = id === null ? null : annotations.get(id);
  const isHidden = annotation && id !== focusId && !passes(filter, annotation, desk.data.me.id);
  desk.store.set({
    focusId: annotation?.id ?? null,
    openId: openId === id ? openId : null,
    ...(isHidden ? { filter: NO_FILTER } : {}),
  });
  if (focusId !== id) showInAddress(annotation?.id ?? null);
  if (!annotation || from === "text") return;
  desk.pane.current?.reveal({ start: startOf(annotation), end: startOf(annotation) + 1 });
  if (from === "card") focusCard(annotation.id);
}

/** The next or previous annotation that the filter lets through, in reading order; like the focused one if so asked. */
export function step(desk: Desk, by: 1 | -1, like: "tag" | "state" | null = null): void {
  const { order, filter, focusId, caret, annotations } = desk.store.get();
  const focused = focusId === null ? undefined : annotations.get(focusId);
  const all = shownBy(filter, order, desk.data.me.id);
  const shown =
    like === null || !focused ? all : all.filter((each) => each[like] === focused[like]);
  const at = shown.findIndex((each) => each.id === focusId);
  const origin = focused ? startOf(focused) : caret;
  const fromCaret =
    by === 1
      ? shown.findIndex((each) => startOf(each) >= origin)
      : shown.findLastIndex((each) => startOf(each) <= origin);
  // From a caret behind the last one, or before the first, the nearest will do.
  const next = at >= 0 ? shown[at + by] : (shown[fromCaret] ?? shown.at(by === 1 ? -1 : 0));
  const kind =
    like === "tag" ? `${focused?.tag} ` : like === "state" ? `${focused?.state} one ` : "one ";
  if (next) focusOn(desk, next.id, "card");
  else
    desk.say(
      shown.length === 0
        ? order.length === 0
          ? "Nothing is marked here yet."
          : "Nothing of it is shown. {Shift+O} shows all."
        : `This is the ${by === 1 ? "last" : "first"} ${focused ? kind : "one "}here.`,
    );
}

/** Says that an annotation is needed, and how one is chosen. */
export function askToChoose(desk: Desk): void {
  desk.say(
    isCardFocused()
      ? "{Enter} opens this card: then its keys work."
      : "Choose an annotation first: {J} and {K} go through them.",
  );
}

/** From the text to the card of the smallest annotation at the caret, and from the card to its words. */
export function crossOver(desk: Desk): void {
  const { focusId, caret, order, annotations } = desk.store.get();
  const card = document.activeElement?.closest<HTMLElement>("[data-card]");
  if (card) {
    const { card: id = null } = card.dataset;
    if (id !== focusId) return focusOn(desk, id, "card");
    const annotation = focusId === null ? undefined : annotations.get(focusId);
    if (annotation) goToWords(desk, annotation);
    return;
  }
  const at = marksAt(order, caret)[0] ?? (caret > 0 ? marksAt(order, caret - 1)[0] : undefined);
  if (at) focusOn(desk, at, "card");
  else desk.say("No annotation stands at the caret.");
}

/** Puts the caret before an annotation's words. */
export function goToWords(desk: Desk, annotation: Annotation): void {
  const start = startOf(annotation);
  desk.pane.current?.reveal({ start, end: start + 1 });
  desk.pane.current?.focus();
  desk.pane.current?.select({ start, end: start });
}

/** Esc: lets go of the innermost thing, and says what. */
export function letGo(desk: Desk): void {
  const { chosen, openId, focusId, panel, linkFrom } = desk.store.get();
  if (panel !== null && document.activeElement?.closest("[data-panel]")) {
    desk.store.set({ panel: null });
  } else if (linkFrom !== null) {
    desk.store.set({ linkFrom: null });
    desk.say("No link is drawn.");
  } else if (chosen.length > 0) {
    desk.store.set({ chosen: NO_SPANS });
    desk.pane.current?.clearSelection();
  } else if (openId !== null) {
    desk.store.set({ openId: null, asked: null });
    desk.say("Attribution left as it is.");
  } else if (focusId !== null) {
    const wasOnCard = isCardFocused();
    focusOn(desk, null, "text");
    if (wasOnCard) desk.pane.current?.focus();
  } else if (panel !== null) {
    desk.store.set({ panel: null });
  }
}

/** What the address says: an annotation, or words by their offsets. */
export function openAddress(desk: Desk, hash: string): void {
  const place = decodeURIComponent(hash.replace(/^#/u, ""));
  const words = /^words=(\d+)-(\d+)$/u.exec(place);
  if (words) {
    const { lengthCodePoints } = desk.store.get().article.offsets;
    const start = Math.min(Number(words[1]), lengthCodePoints);
    const end = Math.min(Number(words[2]), lengthCodePoints);
    desk.pane.current?.reveal({ start, end });
    if (start < end) desk.pane.current?.select({ start, end });
    return;
  }
  const id = place.replace(/^annotation-/u, "");
  if (id === "") return;
  const annotation = desk.store.get().annotations.get(id);
  if (!annotation) desk.say("There is no annotation at this address.", true);
  else if (annotation.state === "withdrawn")
    desk.say("The annotation at this address was withdrawn.", true);
  else focusOn(desk, id, "address");
}

/** "Claim “ships had called …”": how the status line names an annotation. */
export function called(annotation: Pick<Annotation, "tag" | "segments">): string {
  return `${annotation.tag} “${shorten(nameOf(annotation), 40)}”`;
}

/** "an attribution “ships had called …”": the same, where it is one of several. */
export function calledOne(annotation: Pick<Annotation, "tag" | "segments">): string {
  return `${aTag(annotation.tag)} “${shorten(nameOf(annotation), 40)}”`;
}

export function cardId(id: string): string {
  return `card-${id}`;
}

/**
 * The card may have to be drawn first, which is done behind the next frame. What the next key has given
 * the keyboard to meanwhile (a field, a window) keeps it. The card's foot comes into view as well.
 */
export function focusCard(id: string): void {
  const before = document.activeElement;
  lastAsked = id;
  whenPainted(() => {
    if (lastAsked !== id) return;
    const { activeElement } = document;
    if (activeElement !== before && activeElement !== document.body) return;
    const button = document.getElementById(cardId(id));
    button?.focus({ preventScroll: true });
    if (button) showFoot(button);
  });
}

let lastAsked: string | null = null;

/** Scrolls as far as a card reaches below the view, but never its words out of it. */
function showFoot(button: HTMLElement): void {
  const card = button.closest("[data-card]")?.getBoundingClientRect();
  const scroller = button.closest("[data-scroller]");
  const view = scroller?.getBoundingClientRect();
  if (!card || !scroller || !view) return;
  const below = card.bottom + 8 - view.bottom;
  const above = card.top - view.top - 60;
  if (below > 0 && above > 0) scroller.scrollTop += Math.min(below, above);
}

function isCardFocused(): boolean {
  return document.activeElement?.closest("[data-card]") !== null;
}

/**
 * Says in the address what has the focus, so that it can be passed on. It waits for a quiet moment: the
 * router looks at the whole page when the address changes, and the next key must not wait for that.
 */
function showInAddress(id: string | null): void {
  clearTimeout(addressTimer);
  const { pathname } = location;
  addressTimer = setTimeout(() => {
    if (location.pathname !== pathname) return;
    history.replaceState(history.state, "", `${pathname}${location.search}${id ? `#${id}` : ""}`);
  }, 150);
}

let addressTimer: ReturnType<typeof setTimeout> | undefined;
