"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { publishedWords } from "#components/articles/published-label.tsx";
import type { Mark } from "#components/editor/paint-plan.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import { compareInText } from "#components/editor/reading-order.ts";
import {
  ReadingPane,
  type PaneSelection,
  type ReadingPaneHandle,
} from "#components/editor/reading-pane.tsx";
import { titleOf } from "#components/editor/article-parts.ts";
import type { Article } from "#lib/articles/model.ts";
import type { CaseArticle } from "./load-case.ts";

type Props = {
  context: CaseArticle;
  /** The annotation under review, as it is or as it is being corrected. */
  mark: Mark;
  chosen: readonly PaintSpan[];
  onSelect: (selection: PaneSelection) => void;
  /** A click on another annotation that is in the queue. */
  onHit: (id: string | null) => void;
};

/** The article with its marks as on the desk, open at the annotation under review. */
export function ContextPane({ context, mark, chosen, onSelect, onHit }: Props) {
  const { text, annotations, missed, article } = context;
  const pane = useRef<ReadingPaneHandle>(null);
  // In which drawing of the text which annotation was shown.
  const shown = useRef<{ in: ReadingPaneHandle; id: string } | null>(null);
  const first = useMemo(() => firstSpan(mark), [mark]);
  const latest = useRef({ id: mark.id, first });
  latest.current = { id: mark.id, first };

  const marks = useMemo(
    () => [...annotations.filter(({ id }) => id !== mark.id), mark].toSorted(compareInText),
    [annotations, mark],
  );

  const reveal = useCallback(() => {
    const { id, first: span } = latest.current;
    const handle = pane.current;
    if (!handle?.isReady || !span) return;
    if (shown.current?.id === id && shown.current.in === handle) return;
    shown.current = { in: handle, id };
    handle.reveal(span);
  }, []);
  useEffect(reveal, [reveal, mark.id]);
  const box = useRef<HTMLDivElement>(null);
  useRoom(box, () => {
    shown.current = null;
    reveal();
  });

  return (
    <div ref={box}>
      <ReadingPane
        ref={pane}
        article={text}
        label={`Article: ${article.title}`}
        marks={marks}
        focused={mark}
        chosen={chosen}
        missed={missed}
        masthead={<Masthead article={article} hasTitleInText={titleOf(text) !== null} />}
        onSelect={onSelect}
        onHit={onHit}
        onLayout={reveal}
        onRestore={null}
      />
    </div>
  );
}

/** Tells when less room is left for the text: a form has opened over it, or the window has shrunk. */
function useRoom(box: { current: HTMLElement | null }, onLess: () => void): void {
  const latest = useRef(onLess);
  latest.current = onLess;
  useEffect(() => {
    const scroller = box.current?.closest("[data-scroller]");
    if (!scroller) return;
    let height = scroller.clientHeight;
    const observer = new ResizeObserver(() => {
      if (scroller.clientHeight < height) latest.current();
      height = scroller.clientHeight;
    });
    observer.observe(scroller);
    return () => observer.disconnect();
  }, [box]);
}

/** Outlet, author and date; the title too where the text has no headline of its own. */
function Masthead({ article, hasTitleInText }: { article: Article; hasTitleInText: boolean }) {
  const facts = [
    article.publisher,
    article.byline && `by ${article.byline.replace(/^by\s+/iu, "")}`,
    article.published && publishedWords(article.published),
  ].filter(Boolean);
  return (
    <div className="mt-1 mb-6 px-(--gutter)">
      {!hasTitleInText && (
        <p className="mb-1 text-3xl leading-tight font-semibold wrap-anywhere">{article.title}</p>
      )}
      <p className="font-sans text-sm text-muted">{facts.join(" · ")}</p>
    </div>
  );
}

function firstSpan({ segments }: Mark): PaintSpan | null {
  return segments.reduce<PaintSpan | null>(
    (earliest, { start, end }) => (earliest && earliest.start <= start ? earliest : { start, end }),
    null,
  );
}
