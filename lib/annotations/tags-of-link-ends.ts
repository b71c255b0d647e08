import type { Tag } from "./model.ts";

/**
 * Which tags may stand at the two ends of each kind of link. It lives beside the annotations because
 * a change of an annotation's tag must not break the links that it already has.
 */
export const TAGS_OF_LINK_ENDS = {
  denies: { from: ["denial"], to: ["claim", "denial", "attribution"] },
  attributes: { from: ["attribution"], to: ["claim", "denial", "attribution"] },
  "same-claim": { from: ["claim"], to: ["claim"] },
  narrows: { from: ["claim"], to: ["claim"] },
  contradicts: { from: ["claim"], to: ["claim"] },
} as const satisfies Record<string, { from: readonly Tag[]; to: readonly Tag[] }>;

export type LinkKind = keyof typeof TAGS_OF_LINK_ENDS;

/** Whether an annotation with this tag may stand at that end; null for a kind that does not exist. */
export function mayStandAt(kind: string, end: "from" | "to", tag: Tag): boolean | null {
  if (!isLinkKind(kind)) return null;
  const tags: readonly Tag[] = TAGS_OF_LINK_ENDS[kind][end];
  return tags.includes(tag);
}

function isLinkKind(kind: string): kind is LinkKind {
  return Object.hasOwn(TAGS_OF_LINK_ENDS, kind);
}
