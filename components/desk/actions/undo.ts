import type { Desk } from "../create-desk.ts";
import { focusOn } from "./focus.ts";

/** Takes back the last thing that the reader did, and says what it was. */
export function undo(desk: Desk): void {
  const { undo: done, redo } = desk.store.get();
  const last = done.at(-1);
  if (!last) return desk.say("There is nothing to undo.");
  if (last.inverse.length === 0)
    return desk.say(`This cannot be undone here: ${last.label}.`, true);
  desk.change(last.inverse);
  desk.store.set({ undo: done.slice(0, -1), redo: [...redo, last] });
  dropLostFocus(desk);
  desk.say(`Undone: ${last.label}.`);
}

/** Does again what was undone last. */
export function redo(desk: Desk): void {
  const { undo: done, redo: undone } = desk.store.get();
  const last = undone.at(-1);
  if (!last) return desk.say("There is nothing to do again.");
  desk.change(last.changes);
  desk.store.set({ undo: [...done, last], redo: undone.slice(0, -1) });
  dropLostFocus(desk);
  desk.say(`Done again: ${last.label}.`);
}

/** What was undone may be what had the focus. */
function dropLostFocus(desk: Desk): void {
  const { focusId, order } = desk.store.get();
  if (focusId === null || order.some((each) => each.id === focusId)) return;
  const wasOnCard = document.activeElement?.closest("[data-card]") !== null;
  focusOn(desk, null, "text");
  if (wasOnCard) desk.pane.current?.focus();
}
