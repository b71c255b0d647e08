"use client";

import { useMemo, useRef } from "react";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { passes } from "../state/desk-state.ts";
import { AnnotationCard } from "./annotation-card.tsx";
import { useCardLayout, type CardGeometry } from "./use-card-layout.ts";

/** The cards in the right margin, each at the height of its words. */
export function CardColumn({ geometry }: { geometry: CardGeometry }) {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  const focusId = useDeskState((state) => state.focusId);
  const column = useRef<HTMLOListElement>(null);
  const cards = useMemo(
    () => order.filter((each) => passes(filter, each, desk.data.me.id)),
    [order, filter, desk],
  );
  const layout = useCardLayout(cards, focusId, geometry, column);
  const places = useMemo(() => new Map(cards.map(({ id }, index) => [id, index])), [cards]);

  return (
    <ol
      ref={column}
      aria-label={`Annotations, ${cards.length}`}
      className="relative"
      style={{ height: layout.height }}
    >
      {layout.drawn.map((annotation) => (
        <li
          key={annotation.id}
          data-card={annotation.id}
          ref={(element) => layout.measure(annotation.id, element)}
          aria-posinset={(places.get(annotation.id) ?? 0) + 1}
          aria-setsize={cards.length}
          className={`absolute inset-x-3 transition-[top] duration-150 motion-reduce:transition-none ${
            annotation.id === focusId ? "z-10" : ""
          }`}
          style={{ top: layout.tops.get(annotation.id) ?? 0 }}
        >
          <AnnotationCard
            annotation={annotation}
            isFocused={annotation.id === focusId}
            isFirst={focusId === null && annotation.id === cards[0]?.id}
            isFolded={annotation.id !== focusId && layout.isFolded(annotation.id)}
          />
        </li>
      ))}
    </ol>
  );
}
