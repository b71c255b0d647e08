import { ATTRIBUTE_FIELDS, type AttributeName } from "#components/annotations/attribute-words.ts";
import { codePointLength } from "#lib/text/offsets.ts";
import type {
  AnnotationContent,
  Attributes,
  Segment,
  SegmentRole,
  Tag,
} from "#lib/annotations/model.ts";

/** A stretch of the text in code points. */
type Span = { readonly start: number; readonly end: number };

/**
 * A reviewer's correction while it is being made. It holds what other tags would need as well, so that
 * a change of the tag and back loses nothing; `correctedContent` gives what is meant.
 */
export type Correction = AnnotationContent;

/** What the correction says: only what its tag can have. */
export function correctedContent(correction: Correction): AnnotationContent {
  const { tag, doubt } = correction;
  const isAttribution = tag === "attribution";
  const known = new Set<string>(ATTRIBUTE_FIELDS[tag].map(({ name }) => name));
  return {
    tag,
    segments: correction.segments.filter(({ role }) => isAttribution || role === "content"),
    absent: isAttribution ? correction.absent : [],
    attributes: Object.fromEntries(
      Object.entries(correction.attributes).filter(
        ([name, value]) => known.has(name) && value !== undefined && value !== "",
      ),
    ),
    doubt,
  };
}

export function withTag(correction: Correction, tag: Tag): Correction {
  return { ...correction, tag };
}

export function withAttribute(
  correction: Correction,
  name: AttributeName,
  value: string | null,
): Correction {
  const { [name]: _, ...rest } = correction.attributes;
  const attributes: Attributes = value === null ? rest : { ...rest, [name]: value };
  return { ...correction, attributes };
}

/**
 * Give a role these words, instead of those that it has or besides them. Other roles give up what they
 * share with them. A cue is one piece, so it goes from the first word to the last.
 */
export function withWords(
  correction: Correction,
  role: SegmentRole,
  spans: readonly Span[],
  wordsAt: (span: Span) => string,
  isBesides = false,
): Correction {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return correction;
  const isAdding = isBesides && role !== "cue";
  const wanted = role === "cue" ? [{ start: first.start, end: last.end }] : spans;
  const kept = correction.segments
    .filter((segment) => segment.role !== role || isAdding)
    .flatMap((segment) =>
      isShared(segment, wanted)
        ? subtract(segment, wanted).flatMap((span) => inked(segment.role, span, wordsAt))
        : [segment],
    );
  const added = wanted.map(({ start, end }) => ({
    role,
    start,
    end,
    exact: wordsAt({ start, end }),
  }));
  return {
    ...correction,
    segments: [...kept, ...added].sort((a, b) => a.start - b.start),
    absent: correction.absent.filter((each) => each !== role),
  };
}

/** Take a role's words away; `isAbsent` states that the text does not give them. */
export function withoutWords(
  correction: Correction,
  role: SegmentRole,
  isAbsent: boolean,
): Correction {
  const absent = correction.absent.filter((each) => each !== role);
  return {
    ...correction,
    segments: correction.segments.filter((segment) => segment.role !== role),
    absent: isAbsent ? ROLE_ORDER.filter((each) => each === role || absent.includes(each)) : absent,
  };
}

/** Why it cannot be approved like this, as a sentence; null when it can. */
export function correctionFault(correction: Correction): string | null {
  const { segments, absent } = correctedContent(correction);
  if (segments.length === 0) return "Mark at least some words.";
  if (segments.some(({ role }) => role === "content") || absent.includes("content")) return null;
  return "Mark the content, or state that the text does not give it.";
}

const ROLE_ORDER: readonly SegmentRole[] = ["content", "source", "cue"];

function isShared(segment: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start < segment.end && segment.start < end);
}

/** The stretch as a segment without white space at its ends; none where nothing else is in it. */
function inked(
  role: SegmentRole,
  { start, end }: Span,
  wordsAt: (span: Span) => string,
): Segment[] {
  const words = wordsAt({ start, end });
  const exact = words.trim();
  if (exact === "") return [];
  const from = start + codePointLength(words.slice(0, words.indexOf(exact)));
  return [{ role, start: from, end: from + codePointLength(exact), exact }];
}

/** What is left of a segment without these spans. */
function subtract({ start, end }: Segment, spans: readonly Span[]): Span[] {
  return spans.reduce<Span[]>(
    (rest, cut) =>
      rest.flatMap((piece) =>
        [
          { start: piece.start, end: Math.min(piece.end, cut.start) },
          { start: Math.max(piece.start, cut.end), end: piece.end },
        ].filter((left) => left.start < left.end),
      ),
    [{ start, end }],
  );
}
