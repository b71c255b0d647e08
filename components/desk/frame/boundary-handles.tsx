"use client";

import { useEffect, useRef, useState, type PointerEvent, type RefObject } from "react";
import type { Annotation } from "#lib/annotations/model.ts";
import { moveEdge, type Edge } from "../actions/boundaries.ts";
import type { CardGeometry } from "../cards/use-card-layout.ts";
import { mayChange } from "../state/may-change.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

type Held = { readonly index: number; readonly edge: Edge; readonly to: number };

/**
 * Handles at the edges of the focused annotation, to be dragged by mouse or finger. They keep to whole
 * words; with Alt held, to characters. The keys − and = do the same.
 */
export function BoundaryHandles({
  box,
  geometry,
}: {
  box: RefObject<HTMLElement | null>;
  geometry: CardGeometry;
}) {
  const desk = useDesk();
  const annotation = useDeskState((state) => state.annotations.get(state.focusId ?? ""));
  const hasChosen = useDeskState((state) => state.chosen.length > 0);
  const [held, setHeld] = useState<Held | null>(null);
  // Positions are measured after the text is drawn.
  const [origin, setOrigin] = useState<DOMRect | null>(null);
  useEffect(
    () => setOrigin(box.current?.getBoundingClientRect() ?? null),
    [box, geometry, annotation, held],
  );
  if (!annotation || annotation.state === "withdrawn" || !mayChange(desk, annotation)) return null;
  if (!origin || (hasChosen && !held)) return null;
  return annotation.segments.flatMap((segment, index) =>
    (["start", "end"] as const).map((edge) => (
      <Handle
        key={`${annotation.id} ${index} ${edge}`}
        annotation={annotation}
        index={index}
        edge={edge}
        offset={held?.index === index && held.edge === edge ? held.to : segment[edge]}
        box={box}
        geometry={geometry}
        onHold={setHeld}
      />
    )),
  );
}

type HandleProps = {
  annotation: Annotation;
  index: number;
  edge: Edge;
  offset: number;
  box: RefObject<HTMLElement | null>;
  geometry: CardGeometry;
  onHold: (held: Held | null) => void;
};

function Handle({ annotation, index, edge, offset, box, geometry, onHold }: HandleProps) {
  const desk = useDesk();
  const to = useRef(offset);
  /** How far from the middle of its line the handle was taken hold of. */
  const lift = useRef(0);
  const rect = geometry.pane?.caret(offset, edge === "start" ? "after" : "before");
  const origin = box.current?.getBoundingClientRect();
  if (!rect || !origin) return null;

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    to.current = offset;
    if (rect) lift.current = event.clientY - (rect.top + rect.height / 2);
    onHold({ index, edge, to: offset });
  }
  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const place = geometry.pane?.at(event.clientX, event.clientY - lift.current);
    const segment = annotation.segments[index];
    if (place == null || !segment || place === to.current) return;
    to.current = place;
    onHold({ index, edge, to: place });
    const [start, end] = edge === "start" ? [place, segment.end] : [segment.start, place];
    if (start < end) desk.store.set({ chosen: [{ start, end }] });
  }
  function onPointerUp(event: PointerEvent<HTMLElement>): void {
    onHold(null);
    desk.store.set({ chosen: [] });
    if (to.current === annotation.segments[index]?.[edge]) return;
    moveEdge(desk, annotation, index, edge, to.current, event.altKey ? "characters" : "words");
  }
  return (
    <span
      aria-hidden
      data-print="no"
      className="pointer-events-none absolute z-10 w-0"
      style={{ left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height }}
    >
      <span className="absolute h-full w-0.5 -translate-x-1/2 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
      {/* Above or below the line, so that the words beside it can still be selected. */}
      <span
        data-handle={edge}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          onHold(null);
          desk.store.set({ chosen: [] });
        }}
        className={`pointer-events-auto absolute grid size-3 -translate-x-1/2 cursor-ew-resize touch-none place-items-center pointer-coarse:size-8 ${
          edge === "start" ? "bottom-full" : "top-full"
        }`}
      >
        <span className="size-2 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
      </span>
    </span>
  );
}
