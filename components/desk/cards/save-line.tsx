"use client";

import type { Annotation } from "#lib/annotations/model.ts";
import { useDeskState } from "../use-desk.tsx";
import { saveStateOf } from "./save-state.ts";

/** How safe this annotation is: nothing when it is saved. What was not taken is said above. */
export function SaveLine({ annotation }: { annotation: Annotation }) {
  const pending = useDeskState((state) => state.pending.get(annotation.id));
  const connection = useDeskState((state) => state.connection);
  const { kind } = saveStateOf(pending, connection);
  if (kind !== "saving" && kind !== "waiting") return null;
  // The browser's own database first: before that, nothing is said.
  if (pending?.some((each) => !each.isKept)) return null;
  return (
    <p className="mt-1 text-right text-xs text-muted">
      {kind === "saving" ? "saving …" : "kept here, waiting for the network"}
    </p>
  );
}
