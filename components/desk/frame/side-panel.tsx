"use client";

import { X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { GuidelinesBeside } from "#components/live/guidelines-beside.tsx";
import { TalkPanel } from "#components/threads/talk-panel.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { ArticleBeside } from "./article-beside.tsx";
import { EvidenceOnFocused } from "./evidence-on-focused.tsx";
import { Outline } from "./outline.tsx";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** What stands left of the text when it is asked for: the guidelines, or the evidence on an annotation. */
export function SidePanel() {
  const panel = useDeskState((state) => state.panel);
  if (panel === "guidelines") return <Guidelines />;
  if (panel === "evidence")
    return (
      <Panel title="Evidence" keys="E">
        <EvidenceOnFocused />
      </Panel>
    );
  if (panel === "article")
    return (
      <Panel title="Another article" keys="V">
        <ArticleBeside />
      </Panel>
    );
  if (panel === "outline")
    return (
      <Panel title="Marks by paragraph" keys="Shift+P">
        <Outline />
      </Panel>
    );
  if (panel === "talk")
    return (
      <Panel title="Talk" keys="Z">
        <TalkPanel />
      </Panel>
    );
  return null;
}

function Guidelines() {
  const { guidelines } = useDesk().data;
  return (
    <Panel title="Guidelines" note={`version ${guidelines.version}`} keys="G">
      <GuidelinesBeside />
    </Panel>
  );
}

function Panel({
  title,
  note,
  keys,
  children,
}: {
  title: string;
  note?: string;
  keys: string;
  children: ReactNode;
}) {
  const desk = useDesk();
  const box = useRef<HTMLElement>(null);
  const shown = useShownKeys();
  usePanelFocus(box, title);
  useKeyDown(box, (event) => leaveField(event, box.current));
  return (
    <section
      ref={box}
      tabIndex={-1}
      aria-label={`${title} beside the text`}
      data-panel
      className="flex min-h-0 flex-1 flex-col outline-none"
    >
      <header className="flex items-center justify-between gap-2 border-b border-line px-4 py-2">
        <h2 className="font-semibold">
          {title} {note && <span className="font-normal text-muted">{note}</span>}
        </h2>
        <IconButton
          label={`Close ${title.toLowerCase()}`}
          keys={shown(keys)}
          icon={<X aria-hidden />}
          onClick={() => desk.store.set({ panel: null })}
        />
      </header>
      <div
        className="min-h-0 flex-1 overflow-y-auto p-4"
        tabIndex={0}
        aria-label={`${title}, text`}
        role="region"
      >
        {children}
      </div>
    </section>
  );
}

/** Escape in a field leads back to the panel, from where it closes. */
function leaveField(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (event.key !== "Escape" || event.defaultPrevented || !(event.target instanceof Element))
    return;
  if (!event.target.matches("input, textarea, select")) return;
  event.preventDefault();
  panel?.focus();
}

/** The keyboard goes into a panel that opens, and back to where it was when it closes. */
function usePanelFocus(box: RefObject<HTMLElement | null>, title: string): void {
  const desk = useDesk();
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const { activeElement } = document;
    // A field of the panel may have taken it already.
    if (box.current?.contains(activeElement)) return;
    if (activeElement instanceof HTMLElement && activeElement !== document.body)
      before.current = activeElement;
    box.current?.focus({ preventScroll: true });
  }, [box, title]);
  useLayoutEffect(
    () => () => {
      // As soon as the panel has gone, before anything else looks for the keyboard.
      queueMicrotask(() => {
        if (document.activeElement !== document.body) return;
        if (before.current?.isConnected) before.current.focus({ preventScroll: true });
        else desk.pane.current?.focus();
      });
    },
    [desk],
  );
}
