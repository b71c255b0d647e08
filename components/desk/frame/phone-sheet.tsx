"use client";

import { ChevronDown, ChevronLeft, ChevronRight, List } from "lucide-react";
import { useEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from "react";
import { startOf } from "#components/editor/reading-order.ts";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { focusOn, step } from "../actions/focus.ts";
import { AnnotationCard } from "../cards/annotation-card.tsx";
import type { Desk } from "../model.ts";
import { shownBy } from "../state/desk-state.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { PaletteButtons } from "./palette.tsx";

/** On a narrow screen the palette and the cards come up from the foot, within reach of a thumb. */
export function PhoneSheet() {
  const desk = useDesk();
  const chosen = useDeskState((state) => state.chosen);
  const focusId = useDeskState((state) => state.focusId);
  const annotation = useDeskState((state) => state.annotations.get(focusId ?? ""));
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  const [isList, setList] = useState(false);
  // Whoever chooses a card of the list wants to see it.
  useEffect(() => setList(false), [focusId]);
  const sheet = useRef<HTMLElement>(null);
  const isOverText = chosen.length === 0 && !isList;
  useEffect(() => {
    if (isOverText) showAbove(desk, sheet.current);
  }, [desk, focusId, isOverText]);
  const cards = useMemo(() => shownBy(filter, order, desk.data.me.id), [order, filter, desk]);

  if (chosen.length > 0) {
    return (
      <Sheet label="Tag the selected words">
        <PaletteButtons />
      </Sheet>
    );
  }
  if (isList) {
    return (
      <Sheet label="Annotations">
        <Head text={counted(cards.length, "annotation")} onClose={() => setList(false)} />
        <ol className="grid max-h-[45dvh] [@media(max-height:26rem)]:max-h-[24dvh] grid-cols-[minmax(0,1fr)] gap-2 overflow-y-auto overscroll-contain">
          {cards.map((each) => (
            // Hundreds of cards: those out of sight are not laid out.
            <li
              key={each.id}
              data-card={each.id}
              className="[contain-intrinsic-size:auto_7rem] [content-visibility:auto]"
            >
              <AnnotationCard annotation={each} isFocused={false} isFirst isFolded={false} />
            </li>
          ))}
        </ol>
        {cards.length === 0 && (
          <p className="text-muted">
            Nothing is marked here yet. Press long on a word to select it.
          </p>
        )}
      </Sheet>
    );
  }
  if (annotation && annotation.state !== "withdrawn") {
    return (
      <Sheet label="Annotation" ref={sheet}>
        <div className="flex items-center justify-between">
          <span>
            <IconButton
              label="Previous annotation"
              icon={<ChevronLeft aria-hidden />}
              onClick={() => step(desk, -1)}
            />
            <IconButton
              label="Next annotation"
              icon={<ChevronRight aria-hidden />}
              onClick={() => step(desk, 1)}
            />
            <IconButton
              label="All annotations"
              icon={<List aria-hidden />}
              onClick={() => setList(true)}
            />
          </span>
          <IconButton
            label="Close"
            icon={<ChevronDown aria-hidden />}
            onClick={() => focusOn(desk, null, "text")}
          />
        </div>
        <div
          data-card={annotation.id}
          className="max-h-[42dvh] overflow-y-auto [@media(max-height:26rem)]:max-h-[24dvh] overscroll-contain"
        >
          <AnnotationCard annotation={annotation} isFocused isFirst isFolded={false} />
        </div>
      </Sheet>
    );
  }
  return (
    <div
      data-print="no"
      className="flex justify-between gap-2 border-t border-line bg-surface px-3 py-1.5"
    >
      <Button icon={<List aria-hidden className="size-4" />} onClick={() => setList(true)}>
        {counted(cards.length, "annotation")}
      </Button>
      <Button onClick={() => desk.store.set({ panel: "talk" })}>Talk</Button>
      <Button onClick={() => desk.store.set({ panel: "guidelines" })} className="sm:hidden">
        Guidelines
      </Button>
    </div>
  );
}

/** The sheet has come up over the foot of the text: the words that it is about stay in view above it. */
function showAbove(desk: Desk, sheet: HTMLElement | null): void {
  const { focusId, annotations } = desk.store.get();
  const annotation = annotations.get(focusId ?? "");
  if (!annotation || !sheet) return;
  const start = startOf(annotation);
  const line = desk.pane.current?.caret(start);
  if (line && line.bottom > sheet.getBoundingClientRect().top)
    desk.pane.current?.reveal({ start, end: start + 1 });
}

type SheetProps = { label: string; ref?: RefObject<HTMLElement | null>; children: ReactNode };

function Sheet({ label, ref, children }: SheetProps) {
  return (
    <section
      ref={ref}
      aria-label={label}
      data-print="no"
      className="grid gap-2 rounded-t-lg border-t border-line bg-ground p-2 shadow-raised"
    >
      {children}
    </section>
  );
}

function Head({ text, onClose }: { text: string; onClose: () => void }) {
  return (
    <div className="flex items-center justify-between px-1">
      <h2 className="font-semibold">{text}</h2>
      <IconButton label="Close" icon={<ChevronDown aria-hidden />} onClick={onClose} />
    </div>
  );
}
