import { blockIndexAt, type ArticleText } from "./article-text.ts";
import type { DomMap } from "./dom-map.ts";
import { laneAt, paintKind, planOne, planPaint, type LanedMark, type Mark } from "./paint-plan.ts";

/** A span to paint besides the marks: the selection, a passage pointed out. Code points. */
export type PaintSpan = { readonly start: number; readonly end: number };

/**
 * Paints marks over the text with the CSS Custom Highlight API: no element is touched. Groups are
 * named `onrecord-KIND-LANE`; several panes share them, and each takes only its own ranges away.
 */
export type Painter = {
  /** Paints these marks and no others. A few changed marks cost only themselves. */
  marks(marks: readonly Mark[]): void;
  /** The marks that stand out: the focused one, or none. */
  focus(marks: readonly Mark[]): void;
  /** Paints a named group: "chosen" for the selection, "missed" for passages pointed out. */
  spans(group: string, spans: readonly PaintSpan[]): void;
  clear(): void;
};

/** Whether this browser can paint at all. */
export function canPaint(): boolean {
  return typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";
}

export function painter(article: ArticleText, dom: DomMap): Painter {
  const painted = new Map<string, PaintedMark>();
  const groups = new Map<string, Painted[]>();
  // A few words of lanes say where thousands of marks lie.
  const laneWords = new Map<string, string>();

  function paintMark(mark: Mark, planned: string): void {
    const lanes = laneWords.get(planned) ?? planned;
    laneWords.set(lanes, lanes);
    const ranges = mark.segments.flatMap((segment, index) => {
      const highlight = highlightOf(mark, lanes, index);
      const made = rangesOf(article, dom, segment.start, segment.end);
      for (const range of made) highlight.add(range);
      return made;
    });
    // What grew one by one has room to spare; its copy has none.
    painted.set(mark.id, { mark, lanes, ranges: ranges.slice() });
  }

  function remove(id: string): void {
    const before = painted.get(id);
    if (!before) return;
    const { mark, lanes, ranges } = before;
    const highlights = new Set(mark.segments.map((_, index) => highlightOf(mark, lanes, index)));
    for (const highlight of highlights) for (const range of ranges) highlight.delete(range);
    painted.delete(id);
  }

  function paint(group: string, { start, end }: PaintSpan): Painted[] {
    const highlight = highlightNamed(`onrecord-${group}`);
    return rangesOf(article, dom, start, end).map((range) => {
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
      const wanted = new Set(marks.map((mark) => mark.id));
      const changed = marks.filter((mark) => !looksTheSame(painted.get(mark.id)?.mark, mark));
      const isFew = changed.length <= FEW;
      for (const id of isFew ? changed.map((mark) => mark.id) : painted.keys()) remove(id);
      for (const id of painted.keys()) if (!wanted.has(id)) remove(id);
      if (isFew) {
        for (const mark of changed) paintMark(mark, planOne(mark, painted.values()));
        return;
      }
      const plan = planPaint(marks);
      for (const [index, mark] of marks.entries()) paintMark(mark, plan[index] ?? "");
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
      for (const id of painted.keys()) remove(id);
      for (const ranges of groups.values()) wipe(ranges);
      groups.clear();
    },
  };
}

type PaintedMark = LanedMark & { readonly ranges: readonly StaticRange[] };
type Painted = { readonly highlight: Highlight; readonly range: StaticRange };

/** Up to this many changed marks are painted one by one, with a look at their neighbours. */
const FEW = 12;

/** Later ones lie on top: the selection over the focus over the marks, claims over attributions. */
const ORDER = ["source", "cue", "attribution", "claim", "denial", "missed", "focus", "chosen"];

function highlightOf({ tag, segments }: Mark, lanes: string, index: number): Highlight {
  const kind = paintKind(tag, segments[index]?.role ?? "content");
  return highlightNamed(`onrecord-${kind}-${laneAt(lanes, index)}`);
}

function highlightNamed(name: string): Highlight {
  const known = CSS.highlights.get(name);
  if (known) return known;
  const made = new Highlight();
  made.priority = ORDER.findIndex((each) => name.startsWith(`onrecord-${each}`));
  CSS.highlights.set(name, made);
  return made;
}

/** A range for each block that the span touches; white space between blocks is not on the page. */
function rangesOf(article: ArticleText, dom: DomMap, start: number, end: number): StaticRange[] {
  const { offsets, blocks } = article;
  if (start < 0 || end > offsets.lengthCodePoints || start >= end) return [];
  const from = offsets.toUtf16(start);
  const to = offsets.toUtf16(end);
  const ranges: StaticRange[] = [];
  for (let index = blockIndexAt(blocks, from); index < blocks.length; index++) {
    const block = blocks[index];
    if (!block || block.startUtf16 >= to) break;
    const node = dom.elementOf(index)?.firstChild;
    const startOffset = Math.max(0, from - block.startUtf16);
    const endOffset = Math.min(to, block.endUtf16) - block.startUtf16;
    if (!(node instanceof Text) || startOffset >= endOffset) continue;
    ranges.push(
      new StaticRange({ startContainer: node, startOffset, endContainer: node, endOffset }),
    );
  }
  return ranges;
}

function wipe(ranges: readonly Painted[]): void {
  for (const { highlight, range } of ranges) highlight.delete(range);
}

function looksTheSame(before: Mark | undefined, now: Mark): boolean {
  return before !== undefined && before.tag === now.tag && before.segments === now.segments;
}
