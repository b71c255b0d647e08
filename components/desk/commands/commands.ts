import type { Desk } from "../create-desk.ts";
import { closeAttribution, crossOver, letGo, step } from "../actions/focus.ts";
import { editable, giveRole, stateAbsent, tag, useTheseWords } from "../actions/mark.ts";
import { withdraw } from "../actions/change.ts";
import { submitOrRecall } from "../actions/submit.ts";
import { redo, undo } from "../actions/undo.ts";
import { focusControl } from "./focus-control.ts";

/** Something that a key does. */
export type Command = {
  /** As `aria-keyshortcuts` writes it; Control is Command on a Mac. The first is the one that is shown. */
  readonly keys: readonly [string, ...string[]];
  readonly label: string;
  readonly group: "Mark" | "Change" | "Move" | "Article";
  readonly run: (desk: Desk) => void;
};

/** Every key of the desk besides those that move the caret: what `?` lists, and what keys do. */
export const COMMANDS: readonly Command[] = [
  {
    group: "Mark",
    keys: ["C"],
    label: "Claim: tag the selected words, or change the tag",
    run: (desk) => tag(desk, "claim"),
  },
  { group: "Mark", keys: ["D"], label: "Denial", run: (desk) => tag(desk, "denial") },
  {
    group: "Mark",
    keys: ["A"],
    label: "Attribution; then S, Q and X",
    run: (desk) => tag(desk, "attribution"),
  },
  {
    group: "Mark",
    keys: ["S"],
    label: "The selected words are its source",
    run: (desk) => giveRole(desk, "source", false),
  },
  {
    group: "Mark",
    keys: ["Q"],
    label: "… are its cue",
    run: (desk) => giveRole(desk, "cue", false),
  },
  {
    group: "Mark",
    keys: ["X"],
    label: "… are more of its content",
    run: (desk) => giveRole(desk, "content", true),
  },
  {
    group: "Mark",
    keys: ["N"],
    label: "There is none: state the missing part as absent",
    run: stateAbsent,
  },
  {
    group: "Change",
    keys: ["B"],
    label: "Use the selected words as its content instead",
    run: useTheseWords,
  },
  {
    group: "Change",
    keys: ["T"],
    label: "Go to its attributes (1 to 5: one of them)",
    run: (desk) => focusControl(desk, 1),
  },
  ...([1, 2, 3, 4, 5] as const).map((place): Command => ({
    group: "Change",
    keys: [`${place}`],
    label: `Attribute ${place}`,
    run: (desk) => focusControl(desk, place),
  })),
  {
    group: "Change",
    keys: ["U"],
    label: "Note a doubt, or settle it",
    run: (desk) => openFor(desk, "doubt"),
  },
  {
    group: "Change",
    keys: ["L"],
    label: "Link it to another annotation",
    run: (desk) => openFor(desk, "link"),
  },
  { group: "Change", keys: ["E"], label: "Evidence", run: (desk) => togglePanel(desk, "evidence") },
  { group: "Change", keys: ["H"], label: "History", run: (desk) => openFor(desk, "history") },
  {
    group: "Change",
    keys: ["Delete", "Backspace"],
    label: "Delete it",
    run: (desk) => withFocus(desk, (id) => withdraw(desk, id)),
  },
  {
    group: "Change",
    keys: ["Shift+Enter"],
    label: "Submit it, or take it back",
    run: (desk) => withFocus(desk, (id) => submitOrRecall(desk, id)),
  },
  { group: "Change", keys: ["Control+Z"], label: "Undo", run: undo },
  { group: "Change", keys: ["Control+Shift+Z", "Control+Y"], label: "Do again", run: redo },
  { group: "Move", keys: ["J"], label: "Next annotation", run: (desk) => step(desk, 1) },
  { group: "Move", keys: ["K"], label: "Previous annotation", run: (desk) => step(desk, -1) },
  {
    group: "Move",
    keys: ["Enter"],
    label: "Close the attribution; from words to card and back",
    run: enter,
  },
  {
    group: "Move",
    keys: ["Escape"],
    label: "Let go of the selection, the attribution, the card",
    run: letGo,
  },
  {
    group: "Article",
    keys: ["F"],
    label: "Fold the block at the caret away",
    run: (desk) => openIf(desk, desk.data.can.correctBlocks, "fold"),
  },
  {
    group: "Article",
    keys: ["G"],
    label: "Guidelines",
    run: (desk) => togglePanel(desk, "guidelines"),
  },
  {
    group: "Article",
    keys: ["I"],
    label: "Title and details",
    run: (desk) => openIf(desk, desk.data.can.editArticle, "details"),
  },
  {
    group: "Article",
    keys: ["Shift+S"],
    label: "Submit all",
    run: (desk) => openIf(desk, desk.data.can.write, "submit-all"),
  },
  {
    group: "Article",
    keys: ["Shift+F"],
    label: "Finish the article, or reopen it",
    run: (desk) => openIf(desk, desk.data.can.write, "finish"),
  },
  {
    group: "Article",
    keys: ["?"],
    label: "All keys",
    run: (desk) => desk.store.set({ dialog: "keys" }),
  },
];

/** The command of a key press, or null. */
export function commandFor(
  press: Pick<KeyboardEvent, "key" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey">,
): Command | null {
  if (press.altKey) return null;
  const letter = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const isSign = press.key.length === 1 && !/[\p{L}\p{N}]/u.test(press.key);
  const pressed = [
    press.ctrlKey || press.metaKey ? "Control" : null,
    press.shiftKey && !isSign ? "Shift" : null,
    letter,
  ]
    .filter(Boolean)
    .join("+");
  return COMMANDS.find(({ keys }) => keys.includes(pressed)) ?? null;
}

function enter(desk: Desk): void {
  if (desk.store.get().openId !== null) closeAttribution(desk);
  else crossOver(desk);
}

function withFocus(desk: Desk, run: (id: string) => void): void {
  const { focusId } = desk.store.get();
  if (focusId === null) desk.say("Choose an annotation first: J and K go through them.");
  else run(focusId);
}

function openFor(desk: Desk, dialog: "doubt" | "link" | "history"): void {
  withFocus(desk, (id) => {
    if (dialog !== "doubt" || editable(desk, id)) desk.store.set({ dialog });
  });
}

function openIf(
  desk: Desk,
  isAllowed: boolean,
  dialog: "fold" | "details" | "submit-all" | "finish",
): void {
  if (isAllowed) desk.store.set({ dialog });
  else desk.say("This takes another role in the project; a manager can give it to you.", true);
}

/** Opens a panel beside the text, or closes it; evidence belongs to the focused annotation. */
function togglePanel(desk: Desk, panel: "evidence" | "guidelines"): void {
  const { panel: open, focusId } = desk.store.get();
  if (open !== panel && panel === "evidence" && focusId === null) {
    desk.say("Choose an annotation first: J and K go through them.");
    return;
  }
  desk.store.set({ panel: open === panel ? null : panel });
}
