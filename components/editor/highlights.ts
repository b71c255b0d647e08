import { LANES, type PaintKind } from "./paint-plan.ts";

/** What is painted alike: a kind of mark in a lane, a mark that stands out, the selection. */
export type HighlightGroup =
  | `${PaintKind}-${number}`
  | "missed"
  | "focus-claim"
  | "focus-denial"
  | "focus-attribution"
  | "chosen";

const MARKS: readonly HighlightGroup[] = (
  ["source", "cue", "attribution", "claim", "denial"] as const
).flatMap((kind) => Array.from({ length: LANES }, (_, lane) => `${kind}-${lane}` as const));

/** Later ones lie on top: the selection over the focus over the marks, claims over attributions. */
const GROUPS: readonly HighlightGroup[] = [
  ...MARKS,
  "missed",
  "focus-claim",
  "focus-denial",
  "focus-attribution",
  "chosen",
];

const made = new Map<HighlightGroup, Highlight>();

/**
 * The page's highlight of a group, `onrecord-GROUP`. All are made with the first: for each new name the
 * browser works out the style of every element anew.
 */
export function highlightOfGroup(group: HighlightGroup): Highlight {
  if (made.size === 0) makeAll();
  const highlight = made.get(group);
  if (!highlight) throw new Error(`Nothing is painted as “${group}”.`);
  return highlight;
}

/** All that marks are painted with, by whichever pane. */
export function highlightsOfMarks(): Highlight[] {
  return MARKS.map(highlightOfGroup);
}

function makeAll(): void {
  for (const [priority, group] of GROUPS.entries()) {
    const highlight = new Highlight();
    highlight.priority = priority;
    CSS.highlights.set(`onrecord-${group}`, highlight);
    made.set(group, highlight);
  }
}
