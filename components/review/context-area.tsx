"use client";

import { useMemo } from "react";
import type { Mark } from "#components/editor/paint-plan.ts";
import type { PaneSelection } from "#components/editor/reading-pane.tsx";
import type { SelectedWords } from "#components/editor/select-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { ContextPane } from "./context-pane.tsx";
import type { CaseArticle, Loaded } from "./load-case.ts";

type Props = {
  loaded: Loaded<CaseArticle>;
  mark: Mark;
  /** Painted as chosen; null where a selection means nothing now. */
  selected: SelectedWords | null;
  onSelect: (selection: PaneSelection) => void;
  onHit: (id: string | null) => void;
  onReload: () => void;
};

/** Where the article stands, also while it is being read and when it cannot be. */
export function ContextArea({ loaded, mark, selected, onSelect, onHit, onReload }: Props) {
  const chosen = useMemo(() => (selected?.kind === "words" ? selected.spans : NONE), [selected]);
  return (
    <div data-scroller className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-fit max-w-full px-1 pt-6 pb-24">
        {loaded.kind === "loading" && (
          <p className="flex w-(--measure) max-w-full items-center gap-2 px-6 text-muted">
            <Spinner /> Opening the article
          </p>
        )}
        {loaded.kind === "failed" && (
          <Notice kind="problem" actions={<Button onClick={onReload}>Try again</Button>}>
            {loaded.message}
          </Notice>
        )}
        {loaded.kind === "ready" && (
          <ContextPane
            key={`${loaded.value.article.id} ${loaded.value.article.revision}`}
            context={loaded.value}
            mark={mark}
            chosen={chosen}
            onSelect={onSelect}
            onHit={onHit}
          />
        )}
      </div>
    </div>
  );
}

const NONE: readonly { start: number; end: number }[] = [];
