import type { Desk } from "../create-desk.ts";
import type { DeskState } from "../state/desk-state.ts";
import { closeAttribution, giveRole, stateAbsent, useTheseWords } from "../actions/attribution.ts";
import { stepCaret } from "../actions/caret.ts";
import { crossOver, letGo, step } from "../actions/focus.ts";
import { drawLink } from "../actions/link-mode.ts";
import { repeatTag, tag } from "../actions/mark.ts";
import { editable } from "../actions/write.ts";
import { nextManner, setByFigure } from "../actions/attributes.ts";
import { nudge } from "../actions/boundaries.ts";
import { nextArticle } from "../actions/next-article.ts";
import { withdraw } from "../actions/change.ts";
import { submitOrRecall } from "../actions/submit.ts";
import { redo, undo } from "../actions/undo.ts";
import type { Keymap } from "./keymap.ts";
import { focusAttribute, focusControl } from "./focus-control.ts";

export const COMMAND_GROUPS = ["Mark", "Attributes", "Change", "Move", "Article"] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/** Something that a key does. */
export type Command = {
  /** What it is called where keys are kept. */
  readonly id: string;
  /** As `aria-keyshortcuts` writes it; Control is Command on a Mac. The first is the one that is shown. */
  readonly keys: readonly [string, ...string[]];
  /** What it does, as a sentence begins. */
  readonly label: string;
  readonly group: CommandGroup;
  readonly run: (desk: Desk) => void;
};

/** Every key of the desk besides those that move the caret: what `?` lists, and what keys do. */
export const COMMANDS: readonly Command[] = [
  {
    group: "Mark",
    id: "claim",
    keys: ["C"],
    label: "Claim: the selected words, or what the open attribution says",
    run: (desk) => tag(desk, "claim"),
  },
  {
    group: "Mark",
    id: "denial",
    keys: ["D"],
    label: "Denial: the same, with the cue of the open attribution",
    run: (desk) => tag(desk, "denial"),
  },
  {
    group: "Mark",
    id: "attribution",
    keys: ["A"],
    label: "Attribution with the selected words as its content; open it again",
    run: (desk) => tag(desk, "attribution"),
  },
  {
    group: "Mark",
    id: "source",
    keys: ["S"],
    label: "The selected words are its source",
    run: (desk) => giveRole(desk, "source", false),
  },
  {
    group: "Mark",
    id: "cue",
    keys: ["Q"],
    label: "… are its cue",
    run: (desk) => giveRole(desk, "cue", false),
  },
  {
    group: "Mark",
    id: "content",
    keys: ["X"],
    label: "… are its content, or more of it",
    run: (desk) => giveRole(desk, "content", true),
  },
  {
    group: "Mark",
    id: "none",
    keys: ["N"],
    label: "There is none: state the missing part as absent",
    run: stateAbsent,
  },
  {
    group: "Mark",
    id: "repeat",
    keys: ["R"],
    label: "Tag the selected words as the last ones",
    run: repeatTag,
  },
  ...([1, 2, 3, 4, 5, 6, 7, 8] as const).flatMap((figure): Command[] => [
    {
      group: "Attributes",
      id: `value-${figure}`,
      keys: [`${figure}`],
      label: `Kind, form or source type ${figure}`,
      run: (desk) => setByFigure(desk, 0, figure),
    },
    {
      group: "Attributes",
      id: `second-value-${figure}`,
      keys: [`Shift+${figure}`],
      label: `Commitment or worth ${figure}`,
      run: (desk) => setByFigure(desk, 1, figure),
    },
  ]),
  {
    group: "Attributes",
    id: "manner",
    keys: ["M"],
    label: "The next manner: direct, indirect, mixed",
    run: nextManner,
  },
  {
    group: "Attributes",
    id: "who",
    keys: ["W"],
    label: "Who is meant",
    run: (desk) => focusAttribute(desk, "who"),
  },
  {
    group: "Attributes",
    id: "attributes",
    keys: ["T"],
    label: "Go to its attributes",
    run: (desk) => focusControl(desk, 1),
  },
  {
    group: "Change",
    id: "words",
    keys: ["B"],
    label: "Use the selected words as its content instead",
    run: useTheseWords,
  },
  {
    group: "Change",
    id: "end-word-backward",
    keys: ["-"],
    label: "End one word back",
    run: (desk) => nudge(desk, "end", "word", "backward"),
  },
  {
    group: "Change",
    id: "end-word-forward",
    keys: ["="],
    label: "End one word on",
    run: (desk) => nudge(desk, "end", "word", "forward"),
  },
  {
    group: "Change",
    id: "end-character-backward",
    keys: ["Alt+-"],
    label: "End one character back",
    run: (desk) => nudge(desk, "end", "character", "backward"),
  },
  {
    group: "Change",
    id: "end-character-forward",
    keys: ["Alt+="],
    label: "End one character on",
    run: (desk) => nudge(desk, "end", "character", "forward"),
  },
  {
    group: "Change",
    id: "start-word-backward",
    keys: ["Shift+-"],
    label: "Beginning one word back",
    run: (desk) => nudge(desk, "start", "word", "backward"),
  },
  {
    group: "Change",
    id: "start-word-forward",
    keys: ["Shift+="],
    label: "Beginning one word on",
    run: (desk) => nudge(desk, "start", "word", "forward"),
  },
  {
    group: "Change",
    id: "start-character-backward",
    keys: ["Alt+Shift+-"],
    label: "Beginning one character back",
    run: (desk) => nudge(desk, "start", "character", "backward"),
  },
  {
    group: "Change",
    id: "start-character-forward",
    keys: ["Alt+Shift+="],
    label: "Beginning one character on",
    run: (desk) => nudge(desk, "start", "character", "forward"),
  },
  {
    group: "Change",
    id: "doubt",
    keys: ["U"],
    label: "Note a doubt, or settle it",
    run: (desk) => openFor(desk, "doubt"),
  },
  {
    group: "Change",
    id: "link",
    keys: ["L"],
    label: "Link it to another annotation",
    run: (desk) => openFor(desk, "link"),
  },
  {
    group: "Change",
    id: "draw-link",
    keys: ["Shift+L"],
    label: "Draw a link from it; there, to it",
    run: drawLink,
  },
  {
    group: "Change",
    id: "evidence",
    keys: ["E"],
    label: "Evidence",
    run: (desk) => togglePanel(desk, "evidence"),
  },
  {
    group: "Change",
    id: "talk",
    keys: ["Z"],
    label: "Talk about it, or about the article",
    run: (desk) => togglePanel(desk, "talk"),
  },
  {
    group: "Change",
    id: "history",
    keys: ["H"],
    label: "History",
    run: (desk) => openFor(desk, "history"),
  },
  {
    group: "Change",
    id: "delete",
    keys: ["Delete", "Backspace"],
    label: "Delete it",
    run: (desk) => withFocus(desk, (id) => withdraw(desk, id)),
  },
  {
    group: "Change",
    id: "submit",
    keys: ["Shift+Enter"],
    label: "Submit it, or take it back",
    run: (desk) => withFocus(desk, (id) => submitOrRecall(desk, id)),
  },
  { group: "Change", id: "undo", keys: ["Control+Z"], label: "Undo", run: (desk) => undo(desk) },
  {
    group: "Change",
    id: "redo",
    keys: ["Control+Shift+Z", "Control+Y"],
    label: "Do again",
    run: (desk) => redo(desk),
  },
  {
    group: "Move",
    id: "next",
    keys: ["J"],
    label: "Next annotation",
    run: (desk) => step(desk, 1),
  },
  {
    group: "Move",
    id: "previous",
    keys: ["K"],
    label: "Previous annotation",
    run: (desk) => step(desk, -1),
  },
  {
    group: "Move",
    id: "next-same-tag",
    keys: ["Shift+J"],
    label: "Next one with the same tag",
    run: (desk) => step(desk, 1, "tag"),
  },
  {
    group: "Move",
    id: "previous-same-tag",
    keys: ["Shift+K"],
    label: "Previous one with the same tag",
    run: (desk) => step(desk, -1, "tag"),
  },
  {
    group: "Move",
    id: "next-same-state",
    keys: ["Y"],
    label: "Next one in the same state",
    run: (desk) => step(desk, 1, "state"),
  },
  {
    group: "Move",
    id: "previous-same-state",
    keys: ["Shift+Y"],
    label: "Previous one in the same state",
    run: (desk) => step(desk, -1, "state"),
  },
  {
    group: "Move",
    id: "caret-next",
    keys: ["P"],
    label: "The caret on to where an annotation begins or ends",
    run: (desk) => stepCaret(desk, 1),
  },
  {
    group: "Move",
    id: "caret-previous",
    keys: ["O"],
    label: "The caret back to where one begins or ends",
    run: (desk) => stepCaret(desk, -1),
  },
  {
    group: "Move",
    id: "enter",
    keys: ["Enter"],
    label: "Close the attribution; from words to card and back",
    run: enter,
  },
  {
    group: "Move",
    id: "escape",
    keys: ["Escape"],
    label: "Let go of the selection, the attribution, the card",
    run: letGo,
  },
  {
    group: "Article",
    id: "fold",
    keys: ["F"],
    label: "Fold the block at the caret away",
    run: (desk) => openIf(desk, desk.data.can.correctBlocks, "fold"),
  },
  {
    group: "Article",
    id: "guidelines",
    keys: ["G"],
    label: "Guidelines",
    run: (desk) => togglePanel(desk, "guidelines"),
  },
  {
    group: "Article",
    id: "article-beside",
    keys: ["V"],
    label: "Another article beside it, to link to",
    run: (desk) => togglePanel(desk, "article"),
  },
  {
    group: "Article",
    id: "details",
    keys: ["I"],
    label: "Title and details",
    run: (desk) => openIf(desk, desk.data.can.editArticle, "details"),
  },
  {
    group: "Article",
    id: "submit-all",
    keys: ["Shift+S"],
    label: "Submit all",
    run: (desk) => openIf(desk, desk.data.can.write, "submit-all"),
  },
  {
    group: "Article",
    id: "finish",
    keys: ["Shift+F"],
    label: "Finish the article, or reopen it",
    run: (desk) => openIf(desk, desk.data.can.write, "finish"),
  },
  {
    group: "Article",
    id: "next-article",
    keys: ["Shift+N"],
    label: "Next article of my work",
    run: nextArticle,
  },
  {
    group: "Article",
    id: "commands",
    keys: ["Control+K"],
    label: "Find a command",
    run: (desk) => desk.store.set({ dialog: "commands" }),
  },
  {
    group: "Article",
    id: "keys",
    keys: ["?"],
    label: "All keys",
    run: (desk) => desk.store.set({ dialog: "keys" }),
  },
];

/** The keys of a command, the one to show first. None when the reader has taken them away. */
export function keysOf(command: Pick<Command, "id" | "keys">, keymap: Keymap): readonly string[] {
  return keymap[command.id] ?? command.keys;
}

/** The key to show for the command that has a key in the table: the reader's own, if they gave it one. */
export function shownKey(standard: string, keymap: Keymap): string {
  const command = COMMANDS.find(({ keys }) => keys.includes(standard));
  return (command && keymap[command.id]?.[0]) ?? standard;
}

/** The command of a key press, or null. */
export function commandFor(press: KeyPress, keymap: Keymap = {}): Command | null {
  const pressed = pressedKey(press);
  return COMMANDS.find((command) => keysOf(command, keymap).includes(pressed)) ?? null;
}

export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "code" | "shiftKey" | "ctrlKey" | "metaKey" | "altKey"
>;

/**
 * A key press as the table writes it. Letters go by what they say, figures, minus and equals by where
 * they are, since Shift and Alt turn them into other signs.
 */
export function pressedKey(press: KeyPress): string {
  const placed = PLACED[press.code] ?? /^(?:Digit|Numpad)(\d)$/u.exec(press.code)?.[1];
  const letter = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  const isSign = placed === undefined && letter.length === 1 && !/[\p{L}\p{N}]/u.test(letter);
  return [
    press.ctrlKey || press.metaKey ? "Control" : null,
    press.altKey ? "Alt" : null,
    press.shiftKey && !isSign ? "Shift" : null,
    placed ?? letter,
  ]
    .filter(Boolean)
    .join("+");
}

const PLACED: Readonly<Record<string, string>> = { Minus: "-", Equal: "=" };

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
function togglePanel(desk: Desk, panel: NonNullable<DeskState["panel"]>): void {
  const { panel: open, focusId } = desk.store.get();
  if (open !== panel && panel === "evidence" && focusId === null) {
    desk.say("Choose an annotation first: J and K go through them.");
    return;
  }
  desk.store.set({ panel: open === panel ? null : panel });
}
