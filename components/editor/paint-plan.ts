import type { SegmentRole, Tag } from "#lib/annotations/model.ts";
import { assignLanes } from "#lib/text/lanes.ts";

/** What is painted of an annotation: any object with these, offsets in code points. */
export type Mark = {
  readonly id: string;
  readonly tag: Tag;
  readonly segments: readonly {
    readonly role: SegmentRole;
    readonly start: number;
    readonly end: number;
  }[];
};

/** Underlines of marks that share words are drawn at as many heights as there are lanes. */
export const LANES = 4;

export type PaintKind = "claim" | "denial" | "attribution" | "source" | "cue";

/** One stretch to paint: its kind gives hue and line, its lane the height of the line. */
export type Stroke = {
  readonly kind: PaintKind;
  readonly lane: number;
  readonly start: number;
  readonly end: number;
};

/** The hue and line of a segment. */
export function paintKind(tag: Tag, role: SegmentRole): PaintKind {
  return role === "content" ? tag : role;
}

/** All strokes by mark. Strokes that share words take different lanes while there are lanes. */
export function planPaint(marks: readonly Mark[]): Map<string, Stroke[]> {
  const pieces = marks.flatMap((mark) => mark.segments.map((segment) => ({ mark, ...segment })));
  const lanes = assignLanes(pieces);
  const plan = new Map<string, Stroke[]>(marks.map((mark) => [mark.id, []]));
  pieces.forEach(({ mark, role, start, end }, index) => {
    plan
      .get(mark.id)
      ?.push({ kind: paintKind(mark.tag, role), lane: inLanes(lanes[index] ?? 0), start, end });
  });
  return plan;
}

/** The strokes of one mark among those that are painted: what a single new tag costs. */
export function planOne(mark: Mark, painted: Iterable<readonly Stroke[]>): Stroke[] {
  const taken = mark.segments.map(() => new Set<number>());
  for (const strokes of painted) {
    for (const stroke of strokes) {
      mark.segments.forEach((segment, index) => {
        if (stroke.start < segment.end && segment.start < stroke.end)
          taken[index]?.add(stroke.lane);
      });
    }
  }
  return mark.segments.map(({ role, start, end }, index) => {
    let lane = 0;
    while (lane < LANES - 1 && taken[index]?.has(lane)) lane++;
    return { kind: paintKind(mark.tag, role), lane, start, end };
  });
}

function inLanes(lane: number): number {
  return Math.min(lane, LANES - 1);
}
