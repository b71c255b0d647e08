"use client";

import { X } from "lucide-react";
import { wordsOf } from "#components/annotations/words.ts";
import { Key } from "#components/ui/key.tsx";
import type { Annotation, SegmentRole } from "#lib/annotations/model.ts";
import { clearRole, giveRole, stateAbsent } from "../actions/attribution.ts";
import { missingPart } from "../marking/marking.ts";
import { mayChange } from "../state/may-change.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Source and cue of an attribution; focused, what it still lacks, with the key that gives it. */
export function CardRoles({
  annotation,
  isFocused,
}: {
  annotation: Annotation;
  isFocused: boolean;
}) {
  const desk = useDesk();
  const shown = useShownKeys();
  const hasChosen = useDeskState((state) => state.chosen.length > 0);
  if (annotation.tag !== "attribution") return null;
  const canChange = isFocused && mayChange(desk, annotation);
  const missing = missingPart(annotation);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {ROLES.map((role) => {
        const words = wordsOf(annotation, role);
        const isAbsent = annotation.absent.includes(role);
        if (!words && !isAbsent) return null;
        if (role === "content" && words) return null;
        return (
          <span
            key={role}
            className="inline-flex min-h-6 max-w-full items-center gap-1 rounded-sm border border-line bg-surface pl-1.5 text-sm last:pr-1.5 [&:not(:has(button))]:pr-1.5"
          >
            <span className="text-muted">{role}</span>
            <span dir="auto" className="truncate">
              {words || <em className="text-muted">none</em>}
            </span>
            {canChange && (
              <button
                type="button"
                aria-label={`Take the ${role} away`}
                onClick={() => clearRole(desk, annotation.id, role)}
                className="grid size-6 cursor-pointer place-items-center rounded-sm text-muted hover:bg-sunken hover:text-ink"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            )}
          </span>
        );
      })}
      {canChange && missing && (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-muted">
          <button
            type="button"
            disabled={!hasChosen}
            aria-keyshortcuts={shown(KEYS[missing])}
            onClick={() => giveRole(desk, missing, false)}
            className="inline-flex min-h-6 cursor-pointer items-center gap-1 enabled:text-accent disabled:cursor-default"
          >
            <span aria-hidden className="pointer-coarse:hidden">
              <Key keys={shown(KEYS[missing])} />
            </span>
            {missing}?
          </button>
          {!hasChosen && (
            <span className="hidden pointer-coarse:inline">press long on its words, or</span>
          )}
          <button
            type="button"
            aria-keyshortcuts={shown("N")}
            onClick={() => stateAbsent(desk)}
            className="inline-flex min-h-6 cursor-pointer items-center gap-1 hover:text-ink"
          >
            <span aria-hidden className="pointer-coarse:hidden">
              <Key keys={shown("N")} />
            </span>
            there is none
          </button>
        </span>
      )}
    </div>
  );
}

const ROLES: readonly SegmentRole[] = ["source", "cue", "content"];
const KEYS: Readonly<Record<SegmentRole, string>> = { source: "S", cue: "Q", content: "X" };
