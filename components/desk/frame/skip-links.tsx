"use client";

import { focusOn } from "../actions/focus.ts";
import { togglePanel } from "../commands/openings.ts";
import type { Desk } from "../model.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** First on the page: past the frame to the text, the cards, or the marks in words. Seen when reached. */
export function SkipLinks() {
  const desk = useDesk();
  const panel = useDeskState((state) => state.panel);
  return (
    <nav aria-label="Skip" data-print="no" className="contents">
      <Skip label="Skip to the text" onSkip={() => desk.pane.current?.focus()} />
      <Skip label="Skip to the annotations" onSkip={() => toCards(desk)} />
      {panel !== "outline" && (
        <Skip
          label="Read the marks paragraph by paragraph"
          onSkip={() => togglePanel(desk, "outline")}
        />
      )}
    </nav>
  );
}

function Skip({ label, onSkip }: { label: string; onSkip: () => void }) {
  return (
    <button
      type="button"
      onClick={onSkip}
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:border focus:border-line-strong focus:bg-surface focus:px-3 focus:py-2"
    >
      {label}
    </button>
  );
}

function toCards(desk: Desk): void {
  const { focusId, order } = desk.store.get();
  const id = focusId ?? order[0]?.id;
  if (id === undefined) desk.say("Nothing is marked here yet.");
  else focusOn(desk, id, "card");
}
