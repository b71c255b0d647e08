import { askToChoose } from "../actions/focus.ts";
import { editable } from "../actions/write.ts";
import type { Desk } from "../model.ts";
import type { DeskState } from "../state/desk-state.ts";

/** Runs with the focused annotation, or says that there is none. */
export function withFocus(desk: Desk, run: (id: string) => void): void {
  const { focusId } = desk.store.get();
  if (focusId === null) askToChoose(desk);
  else run(focusId);
}

/** Opens a window about the focused annotation. */
export function openFor(desk: Desk, dialog: "doubt" | "link" | "history"): void {
  withFocus(desk, (id) => {
    if (dialog !== "doubt" || editable(desk, id)) desk.store.set({ dialog });
  });
}

/** Opens a window for those who may do it. */
export function openIf(
  desk: Desk,
  isAllowed: boolean,
  dialog: "fold" | "details" | "submit-all" | "finish",
): void {
  if (isAllowed) desk.store.set({ dialog });
  else desk.say("This takes another role in the project; a manager can give it to you.", true);
}

/** Opens a panel beside the text, or closes it; evidence belongs to the focused annotation. */
export function togglePanel(desk: Desk, panel: NonNullable<DeskState["panel"]>): void {
  const { panel: open, focusId } = desk.store.get();
  if (open !== panel && panel === "evidence" && focusId === null) {
    askToChoose(desk);
    return;
  }
  desk.store.set({ panel: open === panel ? null : panel });
}
