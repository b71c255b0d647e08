import { askToChoose, cardId } from "../actions/focus.ts";
import type { Desk } from "../model.ts";

/** Puts the keyboard into the attribute at a place (from 1) of the focused card. */
export function focusControl(desk: Desk, place: number): void {
  const { focusId } = desk.store.get();
  if (focusId === null) return askToChoose(desk);
  const card = document.getElementById(cardId(focusId))?.closest("[data-card]");
  const control = card?.querySelectorAll<HTMLElement>("[data-attribute]")[place - 1];
  if (control) control.focus();
  else
    desk.say(
      place === 1 ? "Its attributes cannot be changed now." : `It has no attribute ${place}.`,
    );
}

/** Puts the keyboard into an attribute of the focused card by its name: the first of these that it has. */
export function focusAttribute(desk: Desk, ...names: readonly string[]): void {
  const { focusId } = desk.store.get();
  if (focusId === null) return askToChoose(desk);
  const card = document.getElementById(cardId(focusId))?.closest("[data-card]");
  const control = card?.querySelector<HTMLElement>(
    names.map((name) => `[data-attribute="${name}"]`).join(),
  );
  if (control) control.focus();
  else desk.say("It has no such attribute, or cannot be changed now.");
}
