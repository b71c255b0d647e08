import type { ShapeKind } from "#components/ui/shape.tsx";
import type { AnnotationState, SegmentRole, Tag } from "#lib/annotations/model.ts";
import type { LinkType } from "#lib/links/model.ts";
import { DIRECTIONS } from "#lib/links/directions.ts";

/** How the tags are said and lettered. */
export const TAG_LOOKS: Readonly<Record<Tag, { word: string; letter: string }>> = {
  claim: { word: "Claim", letter: "C" },
  denial: { word: "Denial", letter: "D" },
  attribution: { word: "Attribution", letter: "A" },
};

export const ROLE_WORDS: Readonly<Record<SegmentRole, string>> = {
  content: "Content",
  source: "Source",
  cue: "Cue",
};

/** How the state of an annotation is said and drawn. */
export const ANNOTATION_STATE_LOOKS: Readonly<
  Record<AnnotationState, { word: string; shape: ShapeKind }>
> = {
  draft: { word: "draft", shape: "hollow" },
  submitted: { word: "submitted", shape: "half" },
  approved: { word: "approved", shape: "full" },
  rejected: { word: "rejected", shape: "struck" },
  withdrawn: { word: "withdrawn", shape: "dashed" },
};

/** How a link reads from one of its ends. */
export function linkWords(type: LinkType, end: "from" | "to"): string {
  const { read, readBackwards } = DIRECTIONS[type];
  return end === "from" ? read : readBackwards;
}

/** The content of an annotation in one line: its segments with an ellipsis between them. */
export function wordsOf(
  { segments }: { segments: readonly { role: SegmentRole; exact: string }[] },
  role: SegmentRole = "content",
): string {
  return segments
    .filter((segment) => segment.role === role)
    .map(({ exact }) => exact.replace(/\s+/gu, " ").trim())
    .join(" … ");
}

/** What to call an annotation: the words of its content, or of its source where it has none. */
export function nameOf(annotation: {
  segments: readonly { role: SegmentRole; exact: string }[];
}): string {
  return wordsOf(annotation) || wordsOf(annotation, "source") || wordsOf(annotation, "cue");
}

/** Words cut to about a length, at a space where there is one. */
export function shorten(words: string, length: number): string {
  const points = [...words];
  if (points.length <= length) return words;
  const cut = points.slice(0, length).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** "a claim", "an attribution". */
export function aTag(tag: Tag): string {
  return `${tag === "attribution" ? "an" : "a"} ${tag}`;
}
