import { nextAuthor, nextState, showAll, toggleTag } from "../actions/filter.ts";
import { inGroup } from "./command.ts";

/** Keys that show some annotations and hide the others. */
export const SHOW_COMMANDS = inGroup("Show", [
  {
    id: "show-claims",
    keys: ["Shift+C"],
    label: "Hide claims, or show them",
    run: (desk) => toggleTag(desk, "claim"),
  },
  {
    id: "show-denials",
    keys: ["Shift+D"],
    label: "Hide denials, or show them",
    run: (desk) => toggleTag(desk, "denial"),
  },
  {
    id: "show-attributions",
    keys: ["Shift+A"],
    label: "Hide attributions, or show them",
    run: (desk) => toggleTag(desk, "attribution"),
  },
  { id: "show-state", keys: ["Shift+T"], label: "Only one state; the next one", run: nextState },
  { id: "show-author", keys: ["Shift+B"], label: "Only one author; the next one", run: nextAuthor },
  { id: "show-all", keys: ["Shift+O"], label: "Show all", run: showAll },
]);
