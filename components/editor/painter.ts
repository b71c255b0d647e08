import type { ArticleText } from "./article-text.ts";
import type { DomMap } from "./dom-map.ts";
import { highlightOfGroup, highlightsOfMarks, type HighlightGroup } from "./highlights.ts";
import { markDifference } from "./mark-difference.ts";
import { laneAt, paintKind, planOne, planPaint, type LanedMark, type Mark } from "./paint-plan.ts";
import { placesOf, takeAway, type BlockSpan } from "./range-places.ts";

/** A span to paint besides the marks: the selection, a passage pointed out. Code points. */
export type PaintSpan = { readonly start: number; readonly end: number };

/**
 * Paints marks over the text with the CSS Custom Highlight API: no element is touched. Groups are
 * named `onrecord-KIND-LANE`; several panes share them, and each takes only its own ranges away. The
 * browser looks at every range whenever the page changes, so marks have ranges near the view alone.
 */
export type Painter = {
  /** Paints these marks, in reading order, and no others. A few changed marks cost only themselves. */
  marks(marks: readonly Mark[]): void;
  /** Where the reader is: marks are painted in these blocks. None before it is said. */
  view(blocks: BlockSpan): void;
  /** The marks that stand out: the focused one, or none. */
  focus(marks: readonly Mark[]): void;
  /** The selection, or passages pointed out. */
  spans(group: "chosen" | "missed", spans: readonly PaintSpan[]): void;
  clear(): void;
};

/** Whether this browser can paint at all. */
export function canPaint(): boolean {
  return typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";
}

export function painter(article: ArticleText, dom: DomMap): Painter {
  // The very list that was given, and the lanes of each. The ranges are the browser's alone: thousands
  // would cost more to keep than to look for.
  let painted: readonly Mark[] = [];
  let lanes: readonly string[] = [];
  const groups = new Map<string, Painted[]>();
  let seen = NOWHERE;
  // The very list comes again when a filter is taken away.
  const planned = new WeakMap<readonly Mark[], readonly string[]>();
  // A few words of lanes say where thousands of marks lie.
  const laneWords = new Map<string, string>();

  function once(made: string): string {
    const word = laneWords.get(made) ?? made;
    laneWords.set(word, word);
    return word;
  }

  function paintMark(mark: Mark, word: string, blocks: BlockSpan): void {
    for (const [index, segment] of mark.segments.entries()) {
      const places = placesOf(article, dom, segment, blocks);
      if (places.length === 0) continue;
      const highlight = highlightOf(mark, word, index);
      for (const place of places) highlight.add(new StaticRange(place));
    }
  }

  /** All marks that stand in these blocks. */
  function paintIn(blocks: BlockSpan): void {
    if (blocks.from >= blocks.to) return;
    for (const [at, mark] of painted.entries()) paintMark(mark, lanes[at] ?? "", blocks);
  }

  /** Looks for their ranges where they are painted: once for all of them in each highlight. */
  function remove(gone: readonly LanedMark[]): void {
    const wanted = new Map<Highlight, StaticRangeInit[]>();
    for (const { mark, lanes: word } of gone) {
      for (const [index, segment] of mark.segments.entries()) {
        const places = placesOf(article, dom, segment, seen);
        if (places.length === 0) continue;
        const highlight = highlightOf(mark, word, index);
        wanted.set(highlight, [...(wanted.get(highlight) ?? []), ...places]);
      }
    }
    for (const [highlight, places] of wanted) takeAway(highlight, places);
  }

  /** Takes away all but what stands in these blocks. */
  function removeBut({ from, to }: BlockSpan): void {
    for (const highlight of highlightsOfMarks()) {
      for (const range of highlight) {
        const block = dom.blockOf(range.startContainer);
        if (block !== null && (block < from || block >= to)) highlight.delete(range);
      }
    }
  }

  function paint(group: HighlightGroup, span: PaintSpan): Painted[] {
    const highlight = highlightOfGroup(group);
    return placesOf(article, dom, span).map((place) => {
      const range = new StaticRange(place);
      highlight.add(range);
      return { highlight, range };
    });
  }

  function paintGroup(group: string, made: () => Painted[]): void {
    wipe(groups.get(group) ?? []);
    groups.set(group, made());
  }

  return {
    marks(marks) {
      const { first, last, kept, added, gone } = markDifference(painted, marks);
      const before = lanes;
      // A new one has no lanes yet, and takes none from the others.
      const between = kept.map((at) => (at === null ? "" : (before[at] ?? "")));
      const next = before.slice(0, first).concat(between, before.slice(last));
      const plan = planned.get(marks) ?? (added.length > FEW ? planPaint(marks) : null);
      const leaving = gone.flatMap((at) => laned(painted[at], before[at]));
      const coming = added.slice();
      // Of those that stay, a new plan moves a few to other lanes.
      for (const [at, word] of plan?.entries() ?? []) {
        if (next[at] === "" || next[at] === word) continue;
        leaving.push(...laned(marks[at], next[at]));
        coming.push(at);
      }
      remove(leaving);
      for (const at of coming) {
        const mark = marks[at];
        if (!mark) continue;
        const word = once(plan?.[at] ?? planOne(mark, marks, next));
        next[at] = word;
        paintMark(mark, word, seen);
      }
      lanes = next;
      painted = marks;
      planned.set(marks, lanes);
    },
    view(blocks) {
      const before = seen;
      if (before.from === blocks.from && before.to === blocks.to) return;
      removeBut(blocks);
      seen = blocks;
      const isApart = before.to <= blocks.from || blocks.to <= before.from;
      if (isApart) return paintIn(blocks);
      paintIn({ from: blocks.from, to: Math.max(before.from, blocks.from) });
      paintIn({ from: Math.min(before.to, blocks.to), to: blocks.to });
    },
    focus(marks) {
      paintGroup("focus", () =>
        marks.flatMap((mark) =>
          mark.segments.flatMap((segment) => paint(`focus-${mark.tag}`, segment)),
        ),
      );
    },
    spans(group, spans) {
      paintGroup(group, () => spans.flatMap((span) => paint(group, span)));
    },
    clear() {
      removeBut(NOWHERE);
      painted = [];
      lanes = [];
      for (const ranges of groups.values()) wipe(ranges);
      groups.clear();
    },
  };
}

const NOWHERE: BlockSpan = { from: 0, to: 0 };

type Painted = { readonly highlight: Highlight; readonly range: StaticRange };

/** Up to this many changed marks find their lanes one by one; for more, all lanes are planned anew. */
const FEW = 12;

function highlightOf({ tag, segments }: Mark, lanes: string, index: number): Highlight {
  const kind = paintKind(tag, segments[index]?.role ?? "content");
  return highlightOfGroup(`${kind}-${laneAt(lanes, index)}`);
}

function wipe(ranges: readonly Painted[]): void {
  for (const { highlight, range } of ranges) highlight.delete(range);
}

function laned(mark: Mark | undefined, lanes: string | undefined): LanedMark[] {
  return mark && lanes !== undefined ? [{ mark, lanes }] : [];
}
