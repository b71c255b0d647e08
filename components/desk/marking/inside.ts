import { hullOf, near, reorder, type Stretch } from "#components/editor/reading-order.ts";
import type { Annotation, AnnotationContent, Segment } from "#lib/annotations/model.ts";

/** What is asked of a mark here: what it is, where its words stand, and whose it is. */
export type Placed = Pick<Annotation, "id" | "tag" | "segments" | "author">;

/**
 * The attribution that says a mark: the one with the least content among those in which the mark's
 * words lie. A denial may begin with the cue ("denied that …"). What is denied is not said by whoever
 * denies it. Null where there is none. They are given in reading order.
 */
export function saidBy(mark: Placed, among: readonly Annotation[]): Annotation | null {
  let best: Annotation | null = null;
  const { from, to } = near(among, hullOf(mark));
  for (const each of among.slice(from, to)) {
    if (each.tag !== "attribution" || each.id === mark.id || each.state === "withdrawn") continue;
    if (each.attributes.commitment === "denies" && mark.tag !== "denial") continue;
    if (!holds(each, mark)) continue;
    if (best === null || isNearer(each, best, mark)) best = each;
  }
  return best;
}

/**
 * The marks that an attribution says once some pieces are added to its content, of those that nobody
 * nearer says; `among` is in reading order.
 */
export function newlySaid(
  attribution: Annotation,
  added: readonly Segment[],
  among: readonly Annotation[],
): Annotation[] {
  if (added.length === 0) return [];
  const { from, to } = near(among, hullOf({ segments: added }));
  const around = among.slice(from, to).filter(({ id }) => id !== attribution.id);
  const inside = around.filter(
    (mark) =>
      mark.state !== "withdrawn" &&
      mark.segments.some((segment) => added.some((piece) => isWithin(segment, piece))),
  );
  const others = reorder(around, [], [attribution]);
  return inside.filter((mark) => saidBy(mark, others)?.id === attribution.id);
}

/** The pieces of content that the one has and the other has not. */
export function addedContent(
  before: Pick<AnnotationContent, "segments"> | null,
  now: Pick<AnnotationContent, "segments">,
): Segment[] {
  return now.segments.filter(
    (piece) =>
      piece.role === "content" &&
      !before?.segments.some(
        (each) => each.role === "content" && each.start === piece.start && each.end === piece.end,
      ),
  );
}

/** Whether a mark shares words with an attribution's cue or content. */
export function touches(attribution: Placed, mark: Pick<Placed, "segments">): boolean {
  for (const piece of attribution.segments) {
    if (piece.role === "source") continue;
    for (const { start, end } of mark.segments)
      if (piece.start < end && start < piece.end) return true;
  }
  return false;
}

function holds(attribution: Annotation, mark: Placed): boolean {
  if (!touches(attribution, mark)) return false;
  const content = attribution.segments.filter(({ role }) => role === "content");
  if (content.length === 0) return false;
  if (mark.tag !== "denial") {
    return mark.segments.every((segment) => content.some((piece) => isWithin(segment, piece)));
  }
  const said = attribution.segments.filter(({ role }) => role !== "source");
  const hull = {
    start: Math.min(...said.map(({ start }) => start)),
    end: Math.max(...said.map(({ end }) => end)),
  };
  return mark.segments.every((segment) => isWithin(segment, hull));
}

/** Of two with as much content the one by the mark's own author: each keeps to their own reading. */
function isNearer(one: Annotation, other: Annotation, mark: Placed): boolean {
  const by = contentLength(one) - contentLength(other);
  const isOwn = ({ author }: Annotation) => author.id === mark.author.id;
  return by < 0 || (by === 0 && isOwn(one) && !isOwn(other));
}

function contentLength({ segments }: Pick<Placed, "segments">): number {
  return segments.reduce(
    (sum, { role, start, end }) => (role === "content" ? sum + end - start : sum),
    0,
  );
}

function isWithin(inner: Stretch, outer: Stretch): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
