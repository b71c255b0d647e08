import { giveRole, stateAbsent, takePieceAway } from "../actions/attribution.ts";
import { repeatTag, tag } from "../actions/mark.ts";
import { inGroup } from "./command.ts";

/** Keys that mark the selected words, and give an open attribution its parts. */
export const MARK_COMMANDS = inGroup("Mark", [
  {
    id: "claim",
    keys: ["C"],
    label: "Claim: the selected words, or what the open attribution says",
    run: (desk) => tag(desk, "claim"),
  },
  {
    id: "denial",
    keys: ["D"],
    label: "Denial: the same, with the cue of the open attribution",
    run: (desk) => tag(desk, "denial"),
  },
  {
    id: "attribution",
    keys: ["A"],
    label: "Attribution with the selected words as its content; open it again",
    run: (desk) => tag(desk, "attribution"),
  },
  {
    id: "source",
    keys: ["S"],
    label: "The selected words are its source",
    run: (desk) => giveRole(desk, "source", false),
  },
  {
    id: "cue",
    keys: ["Q"],
    label: "The selected words are its cue",
    run: (desk) => giveRole(desk, "cue", false),
  },
  {
    id: "content",
    keys: ["X"],
    label: "The selected words are its content, or more of it",
    run: (desk) => giveRole(desk, "content", true),
  },
  {
    id: "no-piece",
    keys: ["Shift+X"],
    label: "Take the piece at the caret away from it",
    run: takePieceAway,
  },
  {
    id: "none",
    keys: ["N"],
    label: "There is none: state the missing part as absent",
    run: stateAbsent,
  },
  {
    id: "repeat",
    keys: ["R"],
    label: "Tag the selected words as the last ones",
    run: repeatTag,
  },
]);
