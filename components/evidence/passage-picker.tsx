"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { articleText, wordsAt, type ArticleText } from "#components/editor/article-text.ts";
import type { PaintSpan } from "#components/editor/painter.ts";
import {
  ReadingPane,
  type PaneSelection,
  type ReadingPaneHandle,
} from "#components/editor/reading-pane.tsx";
import type { Mark } from "#components/editor/paint-plan.ts";
import { callApi } from "#components/http/call-api.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { shorten } from "#components/annotations/words.ts";
import type { Article } from "#lib/articles/model.ts";
import type { PassageChosen } from "./evidence-draft.ts";

type Props = {
  /** The words with which the article is opened. */
  from: PassageChosen;
  onTake: (chosen: PassageChosen) => void;
  onClose: () => void;
};

type Opened =
  | { kind: "loading" }
  | { kind: "failed"; message: string }
  | { kind: "open"; article: Article; text: ArticleText };

/** An article to read, in which the exact words of a passage are selected. */
export function PassagePicker({ from, onTake, onClose }: Props) {
  const [opened, open] = useOpened(from.articleId);
  const [span, setSpan] = useState<PaintSpan>({ start: from.start, end: from.end });
  const words = opened.kind === "open" ? wordsAt(opened.text, span) : from.exact;

  function take(): void {
    if (opened.kind !== "open") return;
    const { id: articleId, title, revision } = opened.article;
    onTake({ articleId, title, revision, ...span, exact: words });
  }

  return (
    <Dialog
      isWide
      open
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title={from.title}
      description="Select the exact words, with the mouse or with Shift and the arrow keys."
      actions={
        <>
          <p
            dir="auto"
            aria-live="polite"
            className="mr-auto min-w-0 basis-64 self-center font-serif text-lg"
          >
            <span className="sr-only">Chosen: </span>“{shorten(words, 120)}”
          </p>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            keys="Control+Enter"
            disabled={opened.kind !== "open"}
            onClick={take}
          >
            Take these words
          </Button>
        </>
      }
    >
      <>
        {opened.kind === "loading" && <Spinner label="Opening the article" />}
        {opened.kind === "failed" && (
          <Notice kind="problem" actions={<Button onClick={open}>Try again</Button>}>
            {opened.message}
          </Notice>
        )}
        {opened.kind === "open" && (
          <PickerPane
            article={opened.text}
            label={from.title}
            span={span}
            onSpan={setSpan}
            onTake={take}
          />
        )}
      </>
    </Dialog>
  );
}

function PickerPane(props: {
  article: ArticleText;
  label: string;
  span: PaintSpan;
  onSpan: (span: PaintSpan) => void;
  onTake: () => void;
}) {
  const { article, span, onSpan } = props;
  const pane = useRef<ReadingPaneHandle>(null);
  const isShown = useRef(false);
  const first = useRef(span);
  const chosen = useMemo(() => [span], [span]);
  const box = useRef<HTMLDivElement>(null);
  useKeyDown(box, (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) props.onTake();
  });

  const onSelect = useCallback(
    ({ selected }: PaneSelection) => {
      if (selected?.kind !== "words") return;
      const start = selected.spans[0]?.start;
      const end = selected.spans.at(-1)?.end;
      if (start !== undefined && end !== undefined) onSpan({ start, end });
    },
    [onSpan],
  );
  const onLayout = useCallback(() => {
    if (isShown.current || !pane.current?.isReady) return;
    isShown.current = true;
    pane.current.focus();
    pane.current.select(first.current);
    pane.current.reveal(first.current);
  }, []);

  return (
    <div
      ref={box}
      data-scroller
      className="-mx-5 max-h-[48dvh] min-h-60 overflow-y-auto border-y border-line bg-ground px-2 py-4"
    >
      <ReadingPane
        ref={pane}
        article={article}
        label={props.label}
        marks={NO_MARKS}
        focused={null}
        chosen={chosen}
        missed={NO_SPANS}
        masthead={null}
        onSelect={onSelect}
        onHit={ignore}
        onLayout={onLayout}
        onRestore={null}
      />
    </div>
  );
}

const NO_MARKS: readonly Mark[] = [];
const NO_SPANS: readonly PaintSpan[] = [];
function ignore(): void {}

function useOpened(articleId: string): [Opened, () => void] {
  const [opened, setOpened] = useState<Opened>({ kind: "loading" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    setOpened({ kind: "loading" });
    const call = { method: "GET", path: `/articles/${articleId}`, signal: stop.signal } as const;
    void callApi<Article>(call).then((outcome) => {
      if (stop.signal.aborted) return;
      if (outcome.kind !== "done") setOpened({ kind: "failed", message: outcome.problem.message });
      else {
        const article = outcome.body;
        setOpened({ kind: "open", article, text: articleText(article.text, article.blocks) });
      }
    });
    return () => stop.abort();
  }, [articleId, attempt]);
  return [opened, () => setAttempt((n) => n + 1)];
}
