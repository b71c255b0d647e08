"use client";

import { X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef, type ReactNode, type RefObject } from "react";
import { nameOf, shorten, TAG_LOOKS } from "#components/annotations/words.ts";
import { EvidencePanel } from "#components/evidence/evidence-panel.tsx";
import { GuidelinesBeside } from "#components/live/guidelines-beside.tsx";
import { TalkPanel } from "#components/threads/talk-panel.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { ArticleBeside } from "./article-beside.tsx";
import { Outline } from "./outline.tsx";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** What stands left of the text when it is asked for: the guidelines, or the evidence on an annotation. */
export function SidePanel() {
  const panel = useDeskState((state) => state.panel);
  if (panel === "guidelines") return <Guidelines />;
  if (panel === "evidence") return <EvidenceOnFocused />;
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

function EvidenceOnFocused() {
  const desk = useDesk();
  const focusId = useDeskState((state) => state.focusId);
  const annotation = useDeskState((state) => state.annotations.get(focusId ?? ""));
  const evidence = useDeskState((state) => state.evidence);
  const { me, role, project } = desk.data;
  return (
    <Panel title="Evidence" keys="E">
      {annotation ? (
        <>
          <p className="mb-3 text-sm">
            <span className="font-semibold">{TAG_LOOKS[annotation.tag].word}</span>{" "}
            <span className="font-serif">“{shorten(nameOf(annotation), 140)}”</span>
          </p>
          {annotation.version === 0 ? (
            <p className="text-muted">
              This annotation is on its way to the server. Evidence can follow when it is saved.
            </p>
          ) : (
            <EvidencePanel
              key={annotation.id}
              projectId={project.id}
              annotationId={annotation.id}
              me={{ id: me.id, role }}
              items={evidence.filter((each) => each.annotationId === annotation.id)}
              onPut={(item) =>
                desk.store.set(({ evidence: known }) => ({
                  evidence: known.some(({ id }) => id === item.id)
                    ? known.map((each) => (each.id === item.id ? item : each))
                    : [...known, item],
                }))
              }
              onDelete={(id) =>
                desk.store.set(({ evidence: known }) => ({
                  evidence: known.filter((each) => each.id !== id),
                }))
              }
            />
          )}
        </>
      ) : (
        <p className="text-muted">
          Choose an annotation, in the text or among the cards, to see its evidence.
        </p>
      )}
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
