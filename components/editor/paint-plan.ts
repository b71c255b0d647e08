import type { SegmentRole, Tag } from "#lib/annotations/model.ts";
import { assignLanes } from "#lib/text/lanes.ts";
import { hullOf, near } from "./reading-order.ts";

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

/**
 * A mark with the lane of each of its segments: hue and line tell kinds apart, the lane is the height
 * of the line. Thousands are kept, so the lanes are one word ("021"), a figure for each segment.
 */
export type LanedMark = { readonly mark: Mark; readonly lanes: string };

/** The hue and line of a segment. */
export function paintKind(tag: Tag, role: SegmentRole): PaintKind {
  return role === "content" ? tag : role;
}

/**
 * The lanes of all marks, in their order. Segments that share words take different lanes while there are
 * lanes; those of one kind on exactly the same words have one line together, as two solid lines would
 * look like the double one of another tag.
 */
export function planPaint(marks: readonly Mark[]): string[] {
  const strokes: { start: number; end: number }[] = [];
  const known = new Map<number, number>();
  const strokeOf = marks.map((mark) =>
    mark.segments.map((segment) => {
      const key = strokeKey(mark.tag, segment);
      const stroke = known.get(key) ?? strokes.push(segment) - 1;
      known.set(key, stroke);
      return stroke;
    }),
  );
  const lanes = assignLanes(strokes);
  return strokeOf.map((own) => laneWord(own.map((stroke) => lanes[stroke] ?? 0)));
}

/** Kind and words of a segment as one number: thousands are compared. */
function strokeKey(tag: Tag, { role, start, end }: Mark["segments"][number]): number {
  return (start * 2 ** 22 + (end - start)) * KINDS.length + KINDS.indexOf(paintKind(tag, role));
}

const KINDS: readonly PaintKind[] = ["claim", "denial", "attribution", "source", "cue"];

/**
 * The lanes of one mark among others with theirs, in reading order: what a single new tag costs. Those
 * without lanes take none.
 */
export function planOne(mark: Mark, marks: readonly Mark[], lanes: readonly string[]): string {
  const taken = mark.segments.map(() => new Set<number>());
  const together: (number | undefined)[] = [];
  const { from, to } = near(marks, hullOf(mark));
  for (let at = from; at < to; at++) {
    const word = lanes[at];
    const other = marks[at];
    if (!word || !other) continue;
    for (const [place, segment] of other.segments.entries()) {
      for (const [index, own] of mark.segments.entries()) {
        if (segment.start >= own.end || own.start >= segment.end) continue;
        taken[index]?.add(laneAt(word, place));
        if (strokeKey(other.tag, segment) === strokeKey(mark.tag, own))
          together[index] = laneAt(word, place);
      }
    }
  }
  return laneWord(
    taken.map((lanes, index) => {
      const shared = together[index];
      if (shared !== undefined) return shared;
      let lane = 0;
      while (lane < LANES - 1 && lanes.has(lane)) lane++;
      return lane;
    }),
  );
}

/** The lane of a mark's segment. */
export function laneAt(lanes: string, segment: number): number {
  return Number(lanes[segment] ?? 0);
}

function laneWord(lanes: readonly number[]): string {
  return lanes.map((lane) => Math.min(lane, LANES - 1)).join("");
}
