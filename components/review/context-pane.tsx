"use client";

import { useCallback, useEffect, useMemo, useRef } from "react";
import { publishedWords } from "#components/articles/published-label.tsx";
import type { Mark } from "#components/editor/paint-plan.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import {
  ReadingPane,
  type PaneSelection,
  type ReadingPaneHandle,
} from "#components/editor/reading-pane.tsx";
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
  const shownId = useRef<string | null>(null);
  const first = useMemo(() => firstSpan(mark), [mark]);
  const latest = useRef({ id: mark.id, first });
  latest.current = { id: mark.id, first };

  const marks = useMemo(
    () => [...annotations.filter(({ id }) => id !== mark.id), mark],
    [annotations, mark],
  );

  const reveal = useCallback(() => {
    const { id, first: span } = latest.current;
    if (shownId.current === id || !pane.current?.isReady || !span) return;
    shownId.current = id;
    pane.current.reveal(span);
  }, []);
  useEffect(reveal, [reveal, mark.id]);

  return (
    <ReadingPane
      ref={pane}
      article={text}
      label={`Article: ${article.title}`}
      marks={marks}
      focused={mark}
      chosen={chosen}
      missed={missed}
      masthead={<Masthead article={article} />}
      onSelect={onSelect}
      onHit={onHit}
      onLayout={reveal}
      onRestore={null}
    />
  );
}

function Masthead({ article }: { article: Article }) {
  const facts = [
    article.publisher,
    article.byline && `by ${article.byline.replace(/^by\s+/iu, "")}`,
    article.published && publishedWords(article.published),
  ].filter(Boolean);
  return (
    <p className="mt-1 mb-6 px-(--gutter) font-sans text-sm text-muted">
      {facts.length > 0 ? facts.join(" · ") : article.title}
    </p>
  );
}

function firstSpan({ segments }: Mark): PaintSpan | null {
  return segments.reduce<PaintSpan | null>(
    (earliest, { start, end }) => (earliest && earliest.start <= start ? earliest : { start, end }),
    null,
  );
}
