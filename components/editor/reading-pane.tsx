"use client";

import "./marks.css";
import "./reading-pane.css";
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from "react";
import type { OwnJumps } from "./caret-keys.ts";
import { Caret } from "./caret.tsx";
import type { ArticleText } from "./article-text.ts";
import { ArticleWords } from "./article-words.tsx";
import type { DomMap } from "./dom-map.ts";
import { markAt } from "./hit-test.ts";
import { offsetAtPoint } from "./page-geometry.ts";
import type { PaintSpan } from "./painter.ts";
import type { Mark } from "./paint-plan.ts";
import { placeOf, revealIn, type PaneGeometry } from "./pane-geometry.ts";
import { selectWords, type SelectedWords } from "./select-words.ts";
import { usePainting } from "./use-painting.ts";
import { useTextSelection, type TextSelection } from "./use-text-selection.ts";

/** What a settled selection says: the words a tag would take, and where the caret stands. */
export type PaneSelection = {
  /** Null when it is a caret only. */
  readonly selected: SelectedWords | null;
  /** Code points. */
  readonly head: number;
  readonly by: TextSelection["by"];
  readonly unit?: TextSelection["unit"];
};

/** What the desk asks of the pane. Offsets are code points. */
export type ReadingPaneHandle = PaneGeometry & {
  focus(): void;
  /** Puts the caret before a character, or selects a span. */
  select(span: PaintSpan): void;
  clearSelection(): void;
};

type ReadingPaneProps = {
  readonly article: ArticleText;
  readonly label: string;
  readonly marks: readonly Mark[];
  readonly focused: Mark | null;
  readonly chosen: readonly PaintSpan[];
  readonly missed: readonly PaintSpan[];
  /** Stands below the headline, or above the text where it has none. */
  readonly masthead: ReactNode;
  readonly onSelect: (selection: PaneSelection) => void;
  /** A click on a mark, or beside all of them. */
  readonly onHit: (id: string | null) => void;
  /** The layout of the text has changed: whatever stands beside it must move. */
  readonly onLayout: () => void;
  readonly onRestore: ((index: number) => void) | null;
  /** The reader's own keys for the caret's jumps. */
  readonly jumps?: OwnJumps;
  readonly ref: Ref<ReadingPaneHandle>;
};

/** The article, read-only, with its marks painted over it and a caret that moves through it. */
export function ReadingPane(props: ReadingPaneProps) {
  const { article, marks, focused, chosen, missed, onSelect, onHit, onLayout } = props;
  const [dom, setDom] = useState<DomMap | null>(null);
  const openFolds = useRef<ReadonlySet<number>>(new Set());
  const [selection, setSelection] = useState<TextSelection | null>(null);

  const onToggle = useCallback(
    (indexes: readonly number[], isOpen: boolean) => {
      const next = new Set(openFolds.current);
      for (const index of indexes) {
        if (isOpen) next.add(index);
        else next.delete(index);
      }
      openFolds.current = next;
      onLayout();
    },
    [onLayout],
  );
  const report = useCallback(
    (next: TextSelection | null) => {
      setSelection(next);
      if (next) onSelect(meaningOf(article, next));
    },
    [article, onSelect],
  );
  const { select, clear } = useTextSelection(article, dom, openFolds, report, props.jumps);

  const look = usePainting(article, dom, { marks, focused, chosen, missed });
  useHits(dom, article, marks, focused, onHit);
  const onLaidOut = useCallback(() => {
    look();
    onLayout();
  }, [look, onLayout]);
  useLayoutReports(dom?.root ?? null, onLaidOut);

  useImperativeHandle(
    props.ref,
    () => ({
      ...placeOf(article, dom),
      reveal: (span) => revealIn(article, dom, span),
      focus: () => dom?.root.focus({ preventScroll: true }),
      select: ({ start, end }) => {
        const { offsets } = article;
        select(offsets.toUtf16(start), offsets.toUtf16(end));
        report({
          anchor: offsets.toUtf16(start),
          head: offsets.toUtf16(end),
          by: "keyboard",
          isExact: true,
        });
      },
      clearSelection: clear,
    }),
    [article, dom, select, clear, report],
  );

  return (
    <div className="reading-pane">
      <ArticleWords
        article={article}
        label={props.label}
        masthead={props.masthead}
        onRestore={props.onRestore}
        onToggle={onToggle}
        onDrawn={setDom}
      />
      {dom && selection ? <Caret dom={dom} selection={selection} /> : null}
    </div>
  );
}

function useHits(
  dom: DomMap | null,
  article: ArticleText,
  marks: readonly Mark[],
  focused: Mark | null,
  onHit: (id: string | null) => void,
): void {
  // Asked anew with each click, not made anew with each mark.
  const latest = useRef({ marks, focused, onHit });
  useLayoutEffect(() => {
    latest.current = { marks, focused, onHit };
  });
  useEffect(() => {
    if (!dom) return;
    function onClick(event: MouseEvent): void {
      if (!dom || event.button !== 0 || !getSelection()?.isCollapsed) return;
      if (event.target instanceof Element && event.target.closest("button, a")) return;
      const offset = offsetAtPoint(dom, event.clientX, event.clientY);
      const { marks: all, focused: last, onHit: hit } = latest.current;
      hit(
        offset === null ? null : markAt(all, article.offsets.toCodePoint(offset), last?.id ?? null),
      );
    }
    dom.root.addEventListener("click", onClick);
    return () => dom.root.removeEventListener("click", onClick);
  }, [dom, article]);
}

function useLayoutReports(root: HTMLElement | null, onLayout: () => void): void {
  useEffect(() => {
    if (!root) return;
    let frame = 0;
    // Hundreds of blocks may be drawn in one frame: one report is enough.
    function report(): void {
      if (frame === 0) frame = requestAnimationFrame(flush);
    }
    function flush(): void {
      frame = 0;
      onLayout();
    }
    onLayout();
    const observer = new ResizeObserver(report);
    observer.observe(root);
    // Blocks far away have estimated heights until they are drawn.
    root.addEventListener("contentvisibilityautostatechange", report, true);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      root.removeEventListener("contentvisibilityautostatechange", report, true);
    };
  }, [root, onLayout]);
}

function meaningOf(
  article: ArticleText,
  { anchor, head, isExact, by, unit }: TextSelection,
): PaneSelection {
  const [start, end] = anchor < head ? [anchor, head] : [head, anchor];
  return {
    selected:
      start === end ? null : selectWords(article, { start, end }, isExact ? "characters" : "words"),
    head: article.offsets.toCodePoint(head),
    by,
    unit,
  };
}
