import type { Desk } from "../model.ts";
import { closeAttribution } from "../actions/attribution.ts";
import { crossOver, letGo, step } from "../actions/focus.ts";
import { stepCaret } from "../actions/caret.ts";
import { sayWhere } from "../actions/where.ts";
import { inGroup } from "./command.ts";

/** Keys that go from annotation to annotation. */
export const MOVE_COMMANDS = inGroup("Move", [
  {
    id: "next",
    keys: ["J"],
    label: "Next annotation",
    run: (desk) => step(desk, 1),
  },
  {
    id: "previous",
    keys: ["K"],
    label: "Previous annotation",
    run: (desk) => step(desk, -1),
  },
  {
    id: "next-same-tag",
    keys: ["Shift+J"],
    label: "Next one with the same tag",
    run: (desk) => step(desk, 1, "tag"),
  },
  {
    id: "previous-same-tag",
    keys: ["Shift+K"],
    label: "Previous one with the same tag",
    run: (desk) => step(desk, -1, "tag"),
  },
  {
    id: "next-same-state",
    keys: ["Y"],
    label: "Next one in the same state",
    run: (desk) => step(desk, 1, "state"),
  },
  {
    id: "previous-same-state",
    keys: ["Shift+Y"],
    label: "Previous one in the same state",
    run: (desk) => step(desk, -1, "state"),
  },
  {
    id: "caret-next",
    keys: ["P"],
    label: "The caret on to where an annotation begins or ends",
    run: (desk) => stepCaret(desk, 1),
  },
  {
    id: "caret-previous",
    keys: ["O"],
    label: "The caret back to where one begins or ends",
    run: (desk) => stepCaret(desk, -1),
  },
  {
    id: "where",
    keys: ["Shift+W"],
    label: "Say where I am, and whether all is saved",
    run: sayWhere,
  },
  {
    id: "enter",
    keys: ["Enter"],
    label: "Close the attribution; from words to card and back",
    run: enter,
  },
  {
    id: "escape",
    keys: ["Escape"],
    label: "Let go of the selection, the attribution, the card",
    run: letGo,
  },
]);

function enter(desk: Desk): void {
  if (desk.store.get().openId !== null) closeAttribution(desk);
  else crossOver(desk);
}
