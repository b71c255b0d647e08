import { focusAttribute, focusControl } from "./focus-control.ts";
import { nextManner, setByFigure } from "../actions/attributes.ts";
import { type GroupedCommand, inGroup } from "./command.ts";

/** Keys that set what is said of the focused annotation. */
export const ATTRIBUTE_COMMANDS = inGroup("Attributes", [
  ...([1, 2, 3, 4, 5, 6, 7, 8, 0] as const).flatMap((figure): GroupedCommand[] => [
    {
      id: `value-${figure}`,
      keys: [`${figure}`],
      label: `Kind, form or source type ${figure || "not said"}`,
      run: (desk) => setByFigure(desk, 0, figure),
    },
    {
      id: `second-value-${figure}`,
      keys: [`Shift+${figure}`],
      label: `Commitment or worth ${figure || "not said"}`,
      run: (desk) => setByFigure(desk, 1, figure),
    },
  ]),
  {
    id: "manner",
    keys: ["M"],
    label: "The next manner: direct, indirect, mixed",
    run: nextManner,
  },
  {
    id: "who",
    keys: ["W"],
    label: "Who is meant; of a claim its wording",
    run: (desk) => focusAttribute(desk, "who", "wording"),
  },
  {
    id: "said-on",
    keys: ["Shift+M"],
    label: "When it was said",
    run: (desk) => focusAttribute(desk, "saidOn"),
  },
  {
    id: "attributes",
    keys: ["T"],
    label: "Go to its attributes",
    run: (desk) => focusControl(desk, 1),
  },
]);
