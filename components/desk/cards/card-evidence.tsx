"use client";

import { STANCE_LOOKS } from "#components/evidence/stances.ts";
import { Button } from "#components/ui/button.tsx";
import { Shape } from "#components/ui/shape.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { STANCES } from "#lib/evidence/model.ts";
import { focusOn } from "../actions/focus.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { evidenceOn } from "../state/evidence-on.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";

/** Focused, the way to the evidence; and how much there is, by its stance. */
export function CardEvidence({
  annotation,
  isFocused,
}: {
  annotation: Annotation;
  isFocused: boolean;
}) {
  const desk = useDesk();
  const evidence = useDeskState((state) => state.evidence);
  const shown = useShownKeys();
  const own = evidenceOn(evidence, annotation.id);
  if (own.length === 0 && !isFocused) return null;
  return (
    <>
      {isFocused && (
        <Button
          size="small"
          variant="quiet"
          keys={shown("E")}
          onClick={() => {
            focusOn(desk, annotation.id, "text");
            desk.store.set({ panel: "evidence" });
          }}
        >
          Evidence
        </Button>
      )}
      {STANCES.map((stance) => {
        const count = own.filter((each) => each.stance === stance).length;
        return count === 0 ? null : (
          <span
            key={stance}
            className="inline-flex min-h-6 items-center gap-1 rounded-sm border border-line px-1.5"
          >
            <Shape kind={STANCE_LOOKS[stance].shape} /> {count} {STANCE_LOOKS[stance].word}
          </span>
        );
      })}
    </>
  );
}
