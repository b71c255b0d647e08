import { codePointLength } from "#lib/text/offsets.ts";
import { isInk } from "#lib/text/span.ts";
import { checkAttributes } from "./check-attributes.ts";
import {
  SEGMENT_ROLES,
  type AnnotationContent,
  type AnnotationInput,
  type SegmentInput,
  type SegmentRole,
  type Tag,
} from "./model.ts";

/** A sentence for each field at fault, by dotted path in the order in which it was sent. */
export type Faults = { readonly fields: Record<string, string> };

/** A segment whose words have not been compared with the text yet. */
export type PlainSegment = {
  role: SegmentRole;
  start: number;
  end: number;
  exact?: string | undefined;
  /** Its place in what was sent. */
  sentAt: number;
};
export type PlainContent = Omit<AnnotationContent, "segments"> & { segments: PlainSegment[] };

/** What of an annotation can be judged without its text. */
export type Written = Pick<AnnotationInput, "tag" | "segments" | "absent" | "attributes" | "doubt">;

/**
 * Bring what was sent into the form that is kept: segments in reading order, roles stated as absent
 * in theirs, attributes of this tag only. Refused: an empty span, two segments that share a
 * character, a role that the tag does not have, two cues, a role that is both marked and absent.
 */
export function checkContent(input: Written): { content: PlainContent } | Faults {
  const segments = input.segments
    .map((segment, sentAt): PlainSegment => ({ ...pickSegment(segment), sentAt }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const attributes = checkAttributes(input.tag, input.attributes);
  const fields = {
    ...spanFaults(segments),
    ...roleFaults(input.tag, segments),
    ...absentFaults(input),
    ...("fields" in attributes ? attributes.fields : {}),
  };
  if ("fields" in attributes || Object.keys(fields).length > 0) return { fields };
  const absent = SEGMENT_ROLES.filter((role) => input.absent.includes(role));
  return {
    content: {
      tag: input.tag,
      segments,
      absent,
      attributes: attributes.attributes,
      doubt: input.doubt,
    },
  };
}

/**
 * Put the words of the text (one string for each segment, in its order; null outside the text) into
 * the content. Refused: a segment that leaves the text, other words than were sent, white space only.
 */
export function checkWords(
  content: PlainContent,
  words: readonly (string | null)[],
): { content: AnnotationContent } | Faults {
  const fields: Record<string, string> = {};
  const segments = content.segments.map(({ role, start, end, exact: sent, sentAt }, n) => {
    const exact = words[n] ?? "";
    const at = `segments.${sentAt}`;
    if (codePointLength(exact) !== end - start) fields[`${at}.end`] = "This lies outside the text.";
    else if (sent !== undefined && sent !== exact) {
      fields[`${at}.exact`] = `The text says “${shorten(exact)}” at these offsets.`;
    } else if (!isInk(exact)) fields[at] = "Nothing but white space is marked.";
    return { role, start, end, exact };
  });
  return Object.keys(fields).length > 0 ? { fields } : { content: { ...content, segments } };
}

/** What is missing before an annotation can go to review, as a sentence; null when nothing is. */
export function missingForReview(
  content: Pick<PlainContent | AnnotationContent, "segments" | "absent">,
): string | null {
  if (content.segments.some(({ role }) => role === "content") || content.absent.includes("content"))
    return null;
  return "Mark the words that are said, or state that the text does not give them, before you submit this.";
}

function pickSegment({ role, start, end, exact }: SegmentInput): Omit<PlainSegment, "sentAt"> {
  return { role, start, end, exact };
}

function spanFaults(segments: readonly PlainSegment[]): Record<string, string> {
  const fields: Record<string, string> = {};
  let furthest = 0;
  for (const { start, end, sentAt } of segments) {
    if (end <= start) fields[`segments.${sentAt}.end`] = "A segment ends after it starts.";
    else if (start < furthest)
      fields[`segments.${sentAt}`] = "Segments of one annotation cannot overlap.";
    furthest = Math.max(furthest, end);
  }
  return fields;
}

function roleFaults(tag: Tag, segments: readonly PlainSegment[]): Record<string, string> {
  const fields: Record<string, string> = {};
  let cues = 0;
  for (const { role, sentAt } of segments) {
    if (role !== "content" && tag !== "attribution") {
      fields[`segments.${sentAt}.role`] = `A ${tag} has no ${role}; only an attribution has.`;
    } else if (role === "cue" && ++cues > 1) {
      fields[`segments.${sentAt}.role`] = "An attribution has one cue, in one piece.";
    }
  }
  return fields;
}

function absentFaults({ tag, segments, absent }: Written): Record<string, string> {
  if (absent.length === 0) return {};
  if (tag !== "attribution") return { absent: "Only an attribution states what is absent." };
  const both = absent.find((role) => segments.some((segment) => segment.role === role));
  return both === undefined ? {} : { absent: `The ${both} is marked, so it cannot be absent.` };
}

function shorten(words: string): string {
  const points = [...words.slice(0, 200)];
  return points.length <= 60 ? words : `${points.slice(0, 60).join("")}…`;
}
