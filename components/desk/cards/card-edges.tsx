"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { Edge } from "../actions/boundaries.ts";
import { nudge } from "../actions/boundaries.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk } from "../use-desk.tsx";

/** Moves the edges of the focused annotation a word at a time, for whoever cannot drag them. */
export function CardEdges() {
  return (
    <div role="group" aria-label="Boundaries" className="flex items-center gap-3">
      <OneEdge edge="start" word="Begins" name="Beginning" shift="Shift+" />
      <OneEdge edge="end" word="Ends" name="End" shift="" />
    </div>
  );
}

type Props = { edge: Edge; word: string; name: string; shift: string };

function OneEdge({ edge, word, name, shift }: Props) {
  const desk = useDesk();
  const shown = useShownKeys();
  return (
    <span className="inline-flex items-center">
      {word}
      <IconButton
        label={`${name} one word back`}
        keys={shown(`${shift}-`)}
        icon={<ChevronLeft aria-hidden className="rtl:rotate-180" />}
        onClick={() => nudge(desk, edge, "word", "backward")}
        className="-my-1"
      />
      <IconButton
        label={`${name} one word on`}
        keys={shown(`${shift}=`)}
        icon={<ChevronRight aria-hidden className="rtl:rotate-180" />}
        onClick={() => nudge(desk, edge, "word", "forward")}
        className="-my-1 -ml-1"
      />
    </span>
  );
}
