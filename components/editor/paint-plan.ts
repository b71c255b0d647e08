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

/**
 * A mark with the lane of each of its segments: hue and line tell kinds apart, the lane is the height
 * of the line. Thousands are kept, so the lanes are one word ("021"), a figure for each segment.
 */
export type LanedMark = { readonly mark: Mark; readonly lanes: string };

/** The hue and line of a segment. */
export function paintKind(tag: Tag, role: SegmentRole): PaintKind {
  return role === "content" ? tag : role;
}

/** The lanes of all marks, in their order. Segments that share words take different lanes while there are lanes. */
export function planPaint(marks: readonly Mark[]): string[] {
  const lanes = assignLanes(marks.flatMap((mark) => mark.segments));
  let next = 0;
  return marks.map((mark) => laneWord(mark.segments.map(() => lanes[next++] ?? 0)));
}

/** The lanes of one mark among others with theirs: what a single new tag costs. Those without lanes take none. */
export function planOne(mark: Mark, marks: readonly Mark[], lanes: readonly string[]): string {
  const taken = mark.segments.map(() => new Set<number>());
  // Thousands are looked at for each press of a key: no iterator for each, no figure read in vain.
  for (let at = 0; at < marks.length; at++) {
    const word = lanes[at];
    const segments = marks[at]?.segments;
    if (!word || !segments) continue;
    for (let place = 0; place < segments.length; place++) {
      const segment = segments[place];
      for (let index = 0; index < mark.segments.length; index++) {
        const own = mark.segments[index];
        if (segment && own && segment.start < own.end && own.start < segment.end)
          taken[index]?.add(laneAt(word, place));
      }
    }
  }
  return laneWord(
    taken.map((lanes) => {
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
