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
  const rect = geometry.pane?.caret(offset, edge === "start" ? "after" : "before");
  const origin = box.current?.getBoundingClientRect();
  if (!rect || !origin) return null;

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    to.current = offset;
    onHold({ index, edge, to: offset });
  }
  function onPointerMove(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    // The finger lies over the words: the place meant is a little above it.
    const lift = event.pointerType === "touch" ? 24 : 0;
    const place = geometry.pane?.at(event.clientX, event.clientY - lift);
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
      data-handle={edge}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => {
        onHold(null);
        desk.store.set({ chosen: [] });
      }}
      className="absolute z-10 flex w-4 -translate-x-1/2 cursor-ew-resize touch-none justify-center pointer-coarse:w-8"
      style={{ left: rect.left - origin.left, top: rect.top - origin.top, height: rect.height }}
      data-print="no"
    >
      <span className="h-full w-0.5 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
      <span
        className={`absolute size-2 rounded-full bg-ink forced-colors:bg-[CanvasText] ${edge === "start" ? "-top-1" : "-bottom-1"}`}
      />
    </span>
  );
}
