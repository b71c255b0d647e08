"use client";

import "./desk.css";
import { type ReactNode, useEffect, useState } from "react";
import { DeskLive } from "#components/live/desk-live.tsx";
import { LiveNotices } from "#components/live/live-notices.tsx";
import type { DeskData } from "./desk-data.ts";
import { createDesk } from "./create-desk.ts";
import { DeskDialogs } from "./dialogs/desk-dialogs.tsx";
import { useKeys } from "./commands/use-keys.ts";
import { LeftColumn } from "./frame/left-column.tsx";
import { PhoneSheet } from "./frame/phone-sheet.tsx";
import { SidePanel } from "./frame/side-panel.tsx";
import { StatusLine } from "./frame/status-line.tsx";
import { TopBar } from "./frame/top-bar.tsx";
import { useKeptFocus } from "./frame/use-kept-focus.ts";
import { useIsWide } from "./frame/use-is-wide.ts";
import { ReadingRoom } from "./frame/reading-room.tsx";
import { SkipLinks } from "./frame/skip-links.tsx";
import { DeskProvider, useDeskState } from "./use-desk.tsx";

type Props = {
  data: DeskData;
  signOut: () => Promise<void>;
  /** A line above the text, where there is something to know before reading. */
  notice?: ReactNode;
};

/** The desk of one article: the text in the middle, its cards beside it, and everything within reach of a key. */
export function Desk({ data, signOut, notice }: Props) {
  const [desk] = useState(() => createDesk(data));
  useEffect(() => desk.start(), [desk]);
  useEffect(() => {
    if (data !== desk.data) desk.receive(data);
  }, [data, desk]);
  return (
    <DeskProvider desk={desk}>
      <DeskLive />
      <Frame title={data.article.title} signOut={signOut} notice={notice} />
    </DeskProvider>
  );
}

type FrameProps = Omit<Props, "data"> & { title: string };

function Frame({ title, signOut, notice }: FrameProps) {
  useKeys();
  useKeptFocus();
  const isWide = useIsWide();
  const panel = useDeskState((state) => state.panel);
  // On a narrow screen a panel takes the place of text and frame: nothing under it has the keyboard.
  const isCovered = panel !== null && !isWide;
  return (
    <div className="desk grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)_auto] bg-ground">
      <div className={isCovered ? "hidden" : undefined}>
        <SkipLinks />
        <TopBar signOut={signOut} />
        {notice}
      </div>
      <div className="desk-middle relative row-start-2 flex min-h-0">
        {panel ? (
          <aside
            aria-label="Beside the text"
            data-print="no"
            className="desk-panel flex min-h-0 w-104 max-w-full shrink-0 flex-col border-r border-line bg-surface max-lg:absolute max-lg:inset-0 max-lg:z-30 max-lg:w-full"
          >
            <SidePanel />
          </aside>
        ) : (
          <aside
            aria-label="Marks and article"
            data-print="no"
            className="w-56 shrink-0 overflow-y-auto border-r border-line p-4 max-xl:hidden"
          >
            <LeftColumn />
          </aside>
        )}
        <main className="min-w-0 flex-1" inert={isCovered}>
          <h1 className="sr-only">{title}</h1>
          <ReadingRoom isWide={isWide} />
        </main>
      </div>
      <div className="row-start-3">
        {!isWide && !isCovered && <PhoneSheet />}
        <LiveNotices />
        <StatusLine />
      </div>
      <DeskDialogs />
    </div>
  );
}
