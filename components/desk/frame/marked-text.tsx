"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { titleOf } from "#components/editor/article-parts.ts";
import {
  ReadingPane,
  type PaneSelection,
  type ReadingPaneHandle,
} from "#components/editor/reading-pane.tsx";
import { correctBlock } from "../actions/article.ts";
import { hearStep } from "../actions/caret.ts";
import { focusOn, openAddress } from "../actions/focus.ts";
import { finishLink } from "../actions/link-mode.ts";
import { ownJumps } from "../commands/keymap.ts";
import { NO_SPANS, shownBy } from "../state/desk-state.ts";
import { useDesk, useDeskState, useDeskStateNow } from "../use-desk.tsx";
import { Masthead } from "./masthead.tsx";

/** The article with what is marked in it: drawn at once with each change, before all that stands beside it. */
export function MarkedText({ onLayout }: { onLayout: () => void }) {
  const desk = useDesk();
  const { data } = desk;
  const article = useDeskStateNow((state) => state.article);
  const order = useDeskStateNow((state) => state.order);
  const filter = useDeskStateNow((state) => state.filter);
  const focused = useDeskStateNow((state) => state.annotations.get(state.focusId ?? "") ?? null);
  const chosen = useDeskStateNow((state) => state.chosen);
  const missed = useDeskState((state) => state.missed);
  const details = useDeskState((state) => state.details);
  const keymap = useDeskState((state) => state.keymap);
  const jumps = useMemo(() => ownJumps(keymap), [keymap]);
  const marks = useMemo(() => shownBy(filter, order, data.me.id), [order, filter, data]);
  const open = useMemo(
    () => missed.filter((each) => each.answer === null && each.annotator.id === data.me.id),
    [missed, data],
  );
  const hasTitle = useMemo(() => titleOf(article) !== null, [article]);
  const masthead = useMemo(
    () => <Masthead article={details} hasTitle={hasTitle} ties={data.ties} />,
    [details, hasTitle, data],
  );

  const onSelect = useCallback(
    (selection: PaneSelection) => {
      const { selected, head, by } = selection;
      const spans = selected?.kind === "words" ? selected.spans : NO_SPANS;
      const { caret } = desk.store.get();
      desk.store.set({ chosen: spans, caret: head });
      if (by === "keyboard" || selected !== null) hearStep(desk, caret, selection);
      if (selected?.kind === "blank")
        desk.say("Only white space is selected: there is nothing to mark.");
      if (selected?.kind === "folded")
        desk.say("These words are folded away. Restore their block to mark them.");
      if (selected?.kind === "words" && selected.foldedBlocks > 0) {
        desk.say(`${spans.length} pieces selected; what is folded away between them is left out.`);
      } else if (by === "keyboard" && selected?.kind === "words") desk.store.set({ message: null });
    },
    [desk],
  );
  const onHit = useCallback(
    (id: string | null) => {
      if (id !== null && desk.store.get().linkFrom !== null) finishLink(desk, id);
      else focusOn(desk, id, "text");
    },
    [desk],
  );
  const onRestore = useMemo(
    () => (data.can.correctBlocks ? (index: number) => correctBlock(desk, index, null) : null),
    [desk, data],
  );

  const isOpened = useRef(false);
  const isReady = useDeskState((state) => state.isReady);
  const [isDrawn, setDrawn] = useState(false);
  const paneRef = useCallback(
    (handle: ReadingPaneHandle | null) => {
      desk.show(handle);
      if (handle?.isReady) setDrawn(true);
    },
    [desk],
  );
  // Once, when the text is on the page and what waited in the browser is known as well.
  useEffect(() => {
    if (!isReady || !isDrawn || isOpened.current) return;
    isOpened.current = true;
    openAddress(desk, location.hash);
  }, [isReady, isDrawn, desk]);
  useEffect(() => {
    const onHash = () => openAddress(desk, location.hash);
    window.addEventListener("hashchange", onHash);
    return () => window.removeEventListener("hashchange", onHash);
  }, [desk]);

  return (
    <ReadingPane
      ref={paneRef}
      article={article}
      label={`The text of “${data.article.title}”. Arrow keys move the caret; press question mark for all keys.`}
      marks={marks}
      focused={focused}
      chosen={chosen}
      missed={open}
      masthead={masthead}
      onSelect={onSelect}
      onHit={onHit}
      onLayout={onLayout}
      onRestore={onRestore}
      jumps={jumps}
    />
  );
}
