"use client";

import { memo, useCallback, useMemo, useRef } from "react";
import type { Annotation } from "#lib/annotations/model.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { passes, shownBy } from "../state/desk-state.ts";
import { AnnotationCard } from "./annotation-card.tsx";
import { useCardLayout, type CardGeometry, type CardLayout } from "./use-card-layout.ts";

/** The cards in the right margin, each at the height of its words. */
export function CardColumn({ geometry }: { geometry: CardGeometry }) {
  const desk = useDesk();
  const order = useDeskState((state) => state.order);
  const filter = useDeskState((state) => state.filter);
  const focusId = useDeskState((state) => state.focusId);
  const column = useRef<HTMLOListElement>(null);
  // What the reader has in hand stays, also when submitting it takes it out of the filter.
  const heldId = useDeskState(({ annotations, filter: now }) => {
    const focused = annotations.get(focusId ?? "");
    return focused && !passes(now, focused, desk.data.me.id) ? focusId : null;
  });
  const cards = useMemo(
    () =>
      heldId === null
        ? shownBy(filter, order, desk.data.me.id)
        : order.filter((each) => each.id === heldId || passes(filter, each, desk.data.me.id)),
    [order, filter, heldId, desk],
  );
  const layout = useCardLayout(cards, focusId, geometry, column);

  return (
    <ol
      ref={column}
      aria-label={`Annotations, ${cards.length}`}
      className="relative"
      style={{ height: layout.height }}
    >
      {layout.drawn.map(({ annotation, place, top, isFolded }) => (
        <PlacedCard
          key={annotation.id}
          annotation={annotation}
          place={place}
          count={cards.length}
          top={top}
          isFocused={annotation.id === focusId}
          isFirst={focusId === null && place === 0}
          isFolded={annotation.id !== focusId && isFolded}
          measure={layout.measure}
        />
      ))}
    </ol>
  );
}

type PlacedCardProps = {
  annotation: Annotation;
  place: number;
  count: number;
  top: number;
  isFocused: boolean;
  isFirst: boolean;
  isFolded: boolean;
  measure: CardLayout["measure"];
};

/** A card at its height. One that stays where it is is neither drawn nor measured again. */
const PlacedCard = memo(function PlacedCard(props: PlacedCardProps) {
  const { annotation, place, count, top, isFocused, isFirst, isFolded, measure } = props;
  const { id } = annotation;
  const box = useCallback((element: HTMLElement | null) => measure(id, element), [id, measure]);
  return (
    <li
      data-card={id}
      ref={box}
      aria-posinset={place + 1}
      aria-setsize={count}
      className={`absolute inset-x-3 transition-[top] duration-150 motion-reduce:transition-none ${
        isFocused ? "z-10" : ""
      }`}
      style={{ top }}
    >
      <AnnotationCard
        annotation={annotation}
        isFocused={isFocused}
        isFirst={isFirst}
        isFolded={isFolded}
      />
    </li>
  );
});
