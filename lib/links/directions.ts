import type { Tag } from "#lib/annotations/model.ts";
import { mayStandAt, TAGS_OF_LINK_ENDS } from "#lib/annotations/tags-of-link-ends.ts";
import type { LinkType } from "./model.ts";

/** How each kind of link is read. Which tags may stand at its ends: TAGS_OF_LINK_ENDS. */
export const DIRECTIONS = {
  denies: { isDirected: true, read: "denies", readBackwards: "is denied by" },
  attributes: { isDirected: true, read: "attributes", readBackwards: "is attributed by" },
  "same-claim": {
    isDirected: false,
    read: "is the same claim as",
    readBackwards: "is the same claim as",
  },
  narrows: { isDirected: true, read: "narrows", readBackwards: "is narrowed by" },
  contradicts: { isDirected: false, read: "contradicts", readBackwards: "contradicts" },
} as const satisfies Record<
  LinkType,
  { isDirected: boolean; read: string; readBackwards: string }
> &
  Record<keyof typeof TAGS_OF_LINK_ENDS, unknown>;

/** The kinds of link that may lead from one tag to another, in the order in which they are offered. */
export function linkTypesBetween(from: Tag, to: Tag): LinkType[] {
  return LINK_ORDER.filter((type) => mayStandAt(type, "from", from) && mayStandAt(type, "to", to));
}

/** Why this kind of link does not fit between these tags, as a sentence; null when it does. */
export function misfitOf(type: LinkType, from: Tag, to: Tag): string | null {
  const { from: origins, to: targets } = TAGS_OF_LINK_ENDS[type];
  if (mayStandAt(type, "from", from) && mayStandAt(type, "to", to)) return null;
  return `“${type}” leads from a ${origins.join(" or ")} to a ${targets.join(" or ")}, not from a ${from} to a ${to}.`;
}

const LINK_ORDER: readonly LinkType[] = [
  "denies",
  "attributes",
  "same-claim",
  "narrows",
  "contradicts",
];
