import { drawLink } from "../actions/link-mode.ts";
import { unlinkFocused } from "../actions/link.ts";
import { nudge } from "../actions/boundaries.ts";
import { keepMine, takeTheirs } from "../actions/choose-version.ts";
import { openFor, togglePanel, withFocus } from "./openings.ts";
import { redo, undo } from "../actions/undo.ts";
import { submitOrRecall } from "../actions/submit.ts";
import { useTheseWords } from "../actions/attribution.ts";
import { withdraw } from "../actions/change.ts";
import { type GroupedCommand, inGroup } from "./command.ts";

/** An edge goes by a word with a sign alone, by a character with Alt; with Shift it is the beginning. */
const NUDGES = (["end", "start"] as const).flatMap((edge) =>
  (["word", "character"] as const).flatMap((unit) =>
    (["backward", "forward"] as const).map((direction): GroupedCommand => {
      const shift = edge === "start" ? "Shift+" : "";
      const alt = unit === "character" ? "Alt+" : "";
      const sign = direction === "backward" ? "-" : "=";
      return {
        id: `${edge}-${unit}-${direction}`,
        keys: [`${alt}${shift}${sign}`],
        label: `${edge === "end" ? "End" : "Beginning"} one ${unit} ${direction === "backward" ? "back" : "on"}`,
        run: (desk) => nudge(desk, edge, unit, direction),
      };
    }),
  ),
);

/** Keys that change the focused annotation, and undo. */
export const CHANGE_COMMANDS = inGroup("Change", [
  {
    id: "words",
    keys: ["B"],
    label: "Use the selected words as its content instead",
    run: useTheseWords,
  },
  ...NUDGES,
  {
    id: "doubt",
    keys: ["U"],
    label: "Note a doubt, or settle it",
    run: (desk) => openFor(desk, "doubt"),
  },
  {
    id: "link",
    keys: ["L"],
    label: "Link it to another annotation",
    run: (desk) => openFor(desk, "link"),
  },
  {
    id: "draw-link",
    keys: ["Shift+L"],
    label: "Draw a link from it; pressed at another, to that one",
    run: drawLink,
  },
  {
    id: "unlink",
    keys: ["Shift+U"],
    label: "Remove its link",
    run: unlinkFocused,
  },
  {
    id: "evidence",
    keys: ["E"],
    label: "Evidence",
    run: (desk) => togglePanel(desk, "evidence"),
  },
  {
    id: "talk",
    keys: ["Z"],
    label: "Talk about it, or about the article",
    run: (desk) => togglePanel(desk, "talk"),
  },
  {
    id: "history",
    keys: ["H"],
    label: "History",
    run: (desk) => openFor(desk, "history"),
  },
  {
    id: "keep-mine",
    keys: ["Shift+V"],
    label: "Keep my version of what was changed elsewhere, or send it again",
    run: (desk) => withFocus(desk, (id) => keepMine(desk, id)),
  },
  {
    id: "take-theirs",
    keys: ["Shift+E"],
    label: "Take the version from elsewhere, or let mine go",
    run: (desk) => withFocus(desk, (id) => takeTheirs(desk, id)),
  },
  {
    id: "delete",
    keys: ["Delete", "Backspace"],
    label: "Delete it",
    run: (desk) => withFocus(desk, (id) => withdraw(desk, id)),
  },
  {
    id: "submit",
    keys: ["Shift+Enter"],
    label: "Submit it, or take it back",
    run: (desk) => withFocus(desk, (id) => submitOrRecall(desk, id)),
  },
  { id: "undo", keys: ["Control+Z"], label: "Undo", run: (desk) => undo(desk) },
  {
    id: "redo",
    keys: ["Control+Shift+Z", "Control+Y"],
    label: "Do again",
    run: (desk) => redo(desk),
  },
]);
