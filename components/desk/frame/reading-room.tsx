"use client";

import { EyeOff } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { canPaint } from "#components/editor/painter.ts";
import { ReaderMarks } from "#components/live/reader-marks.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { CardColumn } from "../cards/card-column.tsx";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import type { Desk } from "../model.ts";
import { useDesk } from "../use-desk.tsx";
import { BlockTool } from "./block-tool.tsx";
import { BoundaryHandles } from "./boundary-handles.tsx";
import { LinkLines } from "./link-lines.tsx";
import { MarkedText } from "./marked-text.tsx";
import { Minimap } from "./minimap.tsx";
import { Palette } from "./palette.tsx";
import { PrintedMarks } from "./printed-marks.tsx";

/** The text with its marks, and the cards at the height of their words. */
export function ReadingRoom({ isWide }: { isWide: boolean }) {
  const desk = useDesk();
  const { data } = desk;
  const box = useRef<HTMLDivElement>(null);
  const [geometry, setGeometry] = useState<CardGeometry>({ pane: null });
  const onLayout = useCallback(() => setGeometry(geometryOf(desk)), [desk]);
  return (
    <div data-room className="desk-room flex h-full">
      <div data-scroller className="desk-scroller relative h-full min-w-0 flex-1 overflow-y-auto">
        <div className="flex min-h-full">
          <div className="min-w-0 flex-1 pt-8 pb-40 sm:pl-4 max-sm:px-1 max-sm:pt-4">
            <Notices />
            <div ref={box} className="relative w-fit max-w-full">
              <MarkedText onLayout={onLayout} />
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
      {isWide && <Minimap geometry={geometry} />}
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
