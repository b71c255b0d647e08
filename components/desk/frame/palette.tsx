"use client";

import { useLayoutEffect, useState, type RefObject } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Key } from "#components/ui/key.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { giveRole, useTheseWords } from "../actions/attribution.ts";
import { tag } from "../actions/mark.ts";
import type { Desk } from "../model.ts";
import { missingPart } from "../marking/marking.ts";
import { mayChange } from "../state/may-change.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** What the chosen words can become. Stands in the margin beside them, never over the text. */
export function Palette({ beside }: { beside: RefObject<HTMLElement | null> }) {
  const desk = useDesk();
  const chosen = useDeskState((state) => state.chosen);
  const [top, setTop] = useState<number | null>(null);
  useLayoutEffect(() => {
    const first = chosen[0];
    // Where nothing is chosen nothing is measured: the press that marks would wait for it.
    if (!first) return setTop(null);
    const origin = beside.current?.getBoundingClientRect();
    const rect = desk.pane.current?.rect(first);
    const scroller = beside.current?.closest("[data-scroller]")?.getBoundingClientRect();
    if (!rect || !origin || !scroller) return setTop(null);
    // Beside the words, or at the edge of the view that they have left.
    const inView = Math.min(Math.max(rect.top, scroller.top + 8), scroller.bottom - 260);
    setTop(inView - origin.top);
  }, [chosen, beside, desk]);
  if (top === null || chosen.length === 0) return null;
  return (
    <div className="absolute left-full z-20 -ml-4 w-40" style={{ top }}>
      <PaletteButtons isColumn />
    </div>
  );
}

/** The same as a row at the foot of a phone. */
export function PaletteButtons({ isColumn = false }: { isColumn?: boolean }) {
  const desk = useDesk();
  const shown = useShownKeys();
  const openId = useDeskState((state) => state.openId);
  const focusId = useDeskState((state) => state.focusId);
  const annotation = useDeskState((state) => state.annotations.get(openId ?? focusId ?? ""));
  if (!desk.data.can.write) return null;
  const choices = [...TAG_CHOICES, ...roleChoices(desk, annotation, openId)];
  const suggested = openId !== null && annotation ? missingPart(annotation) : null;
  return (
    <div
      role="toolbar"
      aria-label="Tag the selected words"
      aria-orientation={isColumn ? "vertical" : "horizontal"}
      // The selection must outlive the press.
      onPointerDown={(event) => event.preventDefault()}
      className={classNames(
        "rounded-lg border border-line bg-surface p-1 shadow-raised",
        isColumn ? "grid" : "flex flex-wrap justify-center gap-1",
      )}
    >
      {choices.map(({ keys, label, role, run }) => (
        <button
          key={keys}
          type="button"
          aria-keyshortcuts={shown(keys)}
          onClick={() => run(desk)}
          className={classNames(
            "touchable inline-flex h-8 cursor-pointer items-center gap-2 rounded-md px-1.5 pr-2.5 text-base whitespace-nowrap hover:bg-sunken",
            role !== undefined && role === suggested && "bg-attribution-ground",
          )}
        >
          <span aria-hidden>
            <Key keys={shown(keys)} />
          </span>
          {label}
        </button>
      ))}
    </div>
  );
}

type Choice = { keys: string; label: string; role?: string; run: (desk: Desk) => void };

const TAG_CHOICES: readonly Choice[] = [
  { keys: "C", label: "Claim", run: (desk) => tag(desk, "claim") },
  { keys: "D", label: "Denial", run: (desk) => tag(desk, "denial") },
  { keys: "A", label: "Attribution", run: (desk) => tag(desk, "attribution") },
];

function roleChoices(
  desk: Desk,
  annotation: Annotation | undefined,
  openId: string | null,
): Choice[] {
  if (!annotation || !mayChange(desk, annotation)) return [];
  const content: Choice[] = [{ keys: "B", label: "Use as its words", run: useTheseWords }];
  if (annotation.tag !== "attribution") return content;
  return [
    { keys: "S", label: "Source", role: "source", run: (desk) => giveRole(desk, "source", false) },
    { keys: "Q", label: "Cue", role: "cue", run: (desk) => giveRole(desk, "cue", false) },
    {
      keys: "X",
      label: "More content",
      role: "content",
      run: (desk) => giveRole(desk, "content", true),
    },
    ...(openId === null ? content : []),
  ];
}
