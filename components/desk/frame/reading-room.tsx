"use client";

import { EyeOff } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { canPaint } from "#components/editor/painter.ts";
import {
  ReadingPane,
  type PaneSelection,
  type ReadingPaneHandle,
} from "#components/editor/reading-pane.tsx";
import { titleOf } from "#components/editor/article-parts.ts";
import { ReaderMarks } from "#components/live/reader-marks.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { correctBlock } from "../actions/article.ts";
import { hearStep } from "../actions/caret.ts";
import { focusOn, openAddress } from "../actions/focus.ts";
import { ownJumps } from "../commands/keymap.ts";
import { finishLink } from "../actions/link-mode.ts";
import { CardColumn } from "../cards/card-column.tsx";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import type { Desk } from "../create-desk.ts";
import { NO_SPANS, passes } from "../state/desk-state.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { BlockTool } from "./block-tool.tsx";
import { BoundaryHandles } from "./boundary-handles.tsx";
import { LinkLines } from "./link-lines.tsx";
import { Minimap } from "./minimap.tsx";
import { Masthead } from "./masthead.tsx";
import { Palette } from "./palette.tsx";
import { PrintedMarks } from "./printed-marks.tsx";

/** The text with its marks, and the cards at the height of their words. */
export function ReadingRoom({ isWide }: { isWide: boolean }) {
  const desk = useDesk();
  const { data } = desk;
  const article = useDeskState((state) => state.article);
  const order = useDeskState((state) => state.order);
  const details = useDeskState((state) => state.details);
  const filter = useDeskState((state) => state.filter);
  const focusId = useDeskState((state) => state.focusId);
  const focused = useDeskState((state) => state.annotations.get(focusId ?? "") ?? null);
  const chosen = useDeskState((state) => state.chosen);
  const missed = useDeskState((state) => state.missed);
  const keymap = useDeskState((state) => state.keymap);
  const jumps = useMemo(() => ownJumps(keymap), [keymap]);
  const box = useRef<HTMLDivElement>(null);
  const [geometry, setGeometry] = useState<CardGeometry>({ pane: null });
  const isOpened = useRef(false);

  const marks = useMemo(
    () => order.filter((each) => passes(filter, each, data.me.id)),
    [order, filter, data],
  );
  const open = useMemo(
    () => missed.filter((each) => each.answer === null && each.annotator.id === data.me.id),
    [missed, data],
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
  const onLayout = useCallback(() => setGeometry(geometryOf(desk)), [desk]);
  const onRestore = useMemo(
    () => (data.can.correctBlocks ? (index: number) => correctBlock(desk, index, null) : null),
    [desk, data],
  );

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
    <div data-room className="desk-room flex h-full">
      <div data-scroller className="desk-scroller relative h-full min-w-0 flex-1 overflow-y-auto">
        <div className="flex min-h-full">
          <div className="min-w-0 flex-1 pt-8 pb-40 sm:pl-4 max-sm:px-1 max-sm:pt-4">
            <Notices />
            <div ref={box} className="relative w-fit max-w-full">
              <ReadingPane
                ref={paneRef}
                article={article}
                label={`The text of “${data.article.title}”. Arrow keys move the caret; press question mark for all keys.`}
                marks={marks}
                focused={focused}
                chosen={chosen}
                missed={open}
                masthead={
                  <Masthead
                    article={details}
                    hasTitle={titleOf(article) !== null}
                    ties={data.ties}
                  />
                }
                onSelect={onSelect}
                onHit={onHit}
                onLayout={onLayout}
                onRestore={onRestore}
                jumps={jumps}
              />
              <ReaderMarks box={box} geometry={geometry} />
              <LinkLines box={box} geometry={geometry} />
              <BoundaryHandles box={box} geometry={geometry} />
              {isWide && <Palette beside={box} />}
              {data.can.correctBlocks && isWide && <BlockTool box={box} geometry={geometry} />}
            </div>
            <PrintedMarks />
          </div>
          {isWide && (
            <aside
              aria-label="Annotations"
              data-print="no"
              className="w-86 shrink-0 border-l border-line pt-8"
            >
              <CardColumn geometry={geometry} />
            </aside>
          )}
        </div>
      </div>
      {isWide && <Minimap marks={marks} focused={focused} geometry={geometry} />}
    </div>
  );
}

function geometryOf({ pane }: Desk): CardGeometry {
  return { pane: pane.current };
}

function Notices() {
  const [isPainting, setPainting] = useState(true);
  useEffect(() => setPainting(canPaint()), []);
  if (isPainting) return null;
  return (
    <div className="mb-4 grid max-w-2xl gap-2 px-4" data-print="no">
      <Notice kind="caution">
        <EyeOff aria-hidden className="mr-1 inline size-4" />
        This browser cannot paint marks over the text. The cards beside it show them all; a current
        Firefox, Chrome or Safari paints them too.
      </Notice>
    </div>
  );
}
