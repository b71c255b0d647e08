"use client";

import { useEffect, useState } from "react";
import { saveSummary } from "../cards/save-state.ts";
import { useDeskState } from "../use-desk.tsx";
import { useChanges } from "./use-changes.ts";

/** What the caret comes upon, read aloud and not shown: the text and its marks show it. */
export function Heard() {
  const heard = useDeskState((state) => state.heard);
  const key = useChanges(heard);
  return (
    <p aria-live="polite" data-heard className="sr-only">
      <span key={key}>{heard.text}</span>
    </p>
  );
}

/**
 * That work is no longer being saved, and that it is again. What the foot shows all the time is said
 * only then: nobody wants to hear it after every mark.
 */
export function SaveNews() {
  const kind = useDeskState((state) => saveSummary(state).kind);
  const text = useDeskState((state) => saveSummary(state).text);
  const [said, setSaid] = useState<{ kind: string; text: string }>({ kind: "saved", text: "" });
  useEffect(() => {
    if (kind === said.kind || kind === "saving" || kind === "opening") return;
    // A connection that comes and goes is not told about each time.
    const timer = setTimeout(
      () => setSaid({ kind, text: kind === "saved" ? "Everything is saved again." : text }),
      SETTLED_MS,
    );
    return () => clearTimeout(timer);
  }, [kind, text, said.kind]);
  return (
    <p aria-live="polite" data-save-news className="sr-only">
      {said.text}
    </p>
  );
}

const SETTLED_MS = 700;
