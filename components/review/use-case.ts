import { useCallback, useEffect, useMemo, useState } from "react";
import type { PaneSelection } from "#components/editor/reading-pane.tsx";
import type { SelectedWords } from "#components/editor/select-words.ts";
import type { CaseMode } from "./case-column.tsx";
import { loadArticle, loadBackground } from "./load-case.ts";
import type { QueueItem } from "./review-types.ts";
import { useCorrection } from "./use-correction.ts";
import { useLoaded } from "./use-loaded.ts";

/**
 * The annotation under review with all that bears on it: its article and background, loaded with those
 * of the one that comes next; what the reviewer is about to do; what is selected; the correction begun.
 */
export function useCase(item: QueueItem | null, ahead: QueueItem | null) {
  const [modeOf, setModeOf] = useState<{ id: string; mode: CaseMode } | null>(null);
  const [selected, setSelected] = useState<SelectedWords | null>(null);
  const mode = item && modeOf?.id === item.id ? modeOf.mode : "look";

  const article = useLoaded(articleKey(item), articleKey(ahead), (key) => {
    const [articleId = "", revision = "1"] = key.split(" ");
    return loadArticle(articleId, Number(revision));
  });
  const background = useLoaded(caseKey(item), caseKey(ahead), (key) =>
    loadBackground(key.split(" ")[0] ?? ""),
  );
  const text = article.loaded.kind === "ready" ? article.loaded.value.text : null;
  const correction = useCorrection(item, text, selected, mode === "correct");
  const mark = useMemo(
    () => item && (mode === "correct" && correction ? { ...item, ...correction.content } : item),
    [item, mode, correction],
  );

  // What was selected in one article means nothing in the next.
  useEffect(() => setSelected(null), [item?.id]);
  const onSelect = useCallback((selection: PaneSelection) => setSelected(selection.selected), []);
  const setMode = (next: CaseMode) => setModeOf(item && { id: item.id, mode: next });

  return { article, background, text, correction, mark, mode, setMode, selected, onSelect };
}

function articleKey(item: QueueItem | null): string | null {
  return item && `${item.articleId} ${item.revision}`;
}

function caseKey(item: QueueItem | null): string | null {
  return item && `${item.id} ${item.version}`;
}
