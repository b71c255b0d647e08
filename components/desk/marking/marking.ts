import type { ArticleText } from "#components/editor/article-text.ts";
import { wordsAt } from "#components/editor/article-text.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import { hullOf, near } from "#components/editor/reading-order.ts";
import type {
  Annotation,
  AnnotationContent,
  Segment,
  SegmentRole,
  Tag,
} from "#lib/annotations/model.ts";
import { codePointLength } from "#lib/text/offsets.ts";
import { mannerOf } from "./manner.ts";

/** The content of a new annotation on some words; an attribution may begin with any of its parts. */
export function newContent(
  article: ArticleText,
  tag: Tag,
  spans: readonly PaintSpan[],
  role: SegmentRole = "content",
): AnnotationContent {
  const segments = spans.map((span) => segmentAt(article, role, span));
  return { tag, segments, absent: [], attributes: {}, doubt: null };
}

/**
 * The annotation of the same person that marks the same words with the same tag, if there is one among
 * those in reading order.
 */
export function sameMarking(
  order: readonly Annotation[],
  content: Pick<AnnotationContent, "tag" | "segments">,
  authorId: string,
  butId: string | null = null,
): Annotation | null {
  const { from, to } = near(order, hullOf(content));
  const found = order
    .slice(from, to)
    .find(
      (each) =>
        each.tag === content.tag &&
        isSamePlace(each.segments, content.segments) &&
        each.id !== butId &&
        each.author.id === authorId,
    );
  return found ?? null;
}

/** The first part that an attribution still has to be given; null when all are there or stated absent. */
export function missingPart({
  segments,
  absent,
}: Pick<AnnotationContent, "segments" | "absent">): SegmentRole | null {
  const order: readonly SegmentRole[] = ["content", "source", "cue"];
  const has = (role: SegmentRole) =>
    absent.includes(role) || segments.some((segment) => segment.role === role);
  return order.find((role) => !has(role)) ?? null;
}

/**
 * The content of an attribution as the content of a claim: the same words without the quotation marks
 * around a whole piece, and without the punctuation that ends it.
 */
export function claimSpans(
  article: ArticleText,
  { segments }: Pick<AnnotationContent, "segments">,
): PaintSpan[] {
  return segments
    .filter((segment) => segment.role === "content")
    .map((segment) => withoutMarks(segment, wordsAt(article, segment)));
}

/** "“We left,”" is "We left"; “the "late" ferry” keeps its marks, which do not stand at both ends. */
function withoutMarks({ start, end }: PaintSpan, words: string): PaintSpan {
  const opening = mannerOf([words]) === "direct" ? /^["“”„«»‹›‘’'‚「『]\s*/u.exec(words)?.[0] : "";
  const closing = opening
    ? /[.,;:!?…]*\s*["“”«»‹›‘’'」』][.,;:]?$/u.exec(words)?.[0]
    : /[.,;:]+$/u.exec(words)?.[0];
  const from = start + codePointLength(opening ?? "");
  const to = end - codePointLength(closing ?? "");
  return from < to ? { start: from, end: to } : { start, end };
}

/**
 * Cue and content of an attribution as the content of a denial: "denied that …". Pieces with nothing
 * but white space or one word ("that") between them become one.
 */
export function denialSpans(
  article: ArticleText,
  { segments }: Pick<AnnotationContent, "segments">,
): PaintSpan[] {
  const pieces = segments
    .filter((segment) => segment.role !== "source")
    .toSorted((a, b) => a.start - b.start);
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of pieces) {
    const last = joined.at(-1);
    const isNext =
      last &&
      !segments.some(
        (each) => each.role === "source" && last.end <= each.start && each.end <= start,
      ) &&
      /^\p{L}{0,6}$/u.test(wordsAt(article, { start: last.end, end: start }).trim());
    if (last && isNext) last.end = end;
    else joined.push({ start, end });
  }
  return joined;
}

export function segmentAt(
  article: ArticleText,
  role: SegmentRole,
  { start, end }: PaintSpan,
): Segment {
  return { role, start, end, exact: wordsAt(article, { start, end }) };
}

function isSamePlace(some: readonly Segment[], others: readonly Segment[]): boolean {
  return (
    some.length === others.length &&
    some.every((each) =>
      others.some(
        ({ role, start, end }) => each.role === role && each.start === start && each.end === end,
      ),
    )
  );
}
