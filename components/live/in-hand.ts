import type { Desk } from "#components/desk/model.ts";

/**
 * Whether somebody is at work on an annotation right now: a change of it is on its way, a field of its
 * card has the keyboard, or a window about it is open. Nothing may move under their hands.
 */
export function isInHand(desk: Desk, id: string): boolean {
  const { pending, dialog, focusId } = desk.store.get();
  if ((pending.get(id)?.length ?? 0) > 0) return true;
  if (focusId === id && (dialog === "doubt" || dialog === "link")) return true;
  const field = document.activeElement?.closest("input, textarea, select");
  return field?.closest<HTMLElement>("[data-card]")?.dataset.card === id;
}
