"use client";

import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { focusOn } from "../actions/focus.ts";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { saveStateOf } from "./save-state.ts";

/** How safe this annotation is: nothing when it is saved, a choice when it was not taken. */
export function SaveLine({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const pending = useDeskState((state) => state.pending.get(annotation.id));
  const connection = useDeskState((state) => state.connection);
  const save = saveStateOf(pending, connection);
  if (save.kind === "saved") return null;
  // The browser's own database first: before that, nothing is said.
  if (save.kind === "saving" || save.kind === "waiting") {
    if (pending?.some((each) => !each.isKept)) return null;
    return (
      <p className="mt-1 text-right text-xs text-muted">
        {save.kind === "saving" ? "saving …" : "kept here, waiting for the network"}
      </p>
    );
  }
  const { problem } = save;
  if (save.kind === "conflict") {
    const author =
      problem.current?.state === "approved"
        ? "A reviewer has decided on it"
        : "It was changed elsewhere";
    return (
      <Trouble text={`${author} since you saw it. Your words are kept until you choose.`}>
        <Button size="small" onClick={() => desk.keepMine(annotation.id)}>
          Keep mine
        </Button>
        <Button size="small" onClick={() => void desk.takeTheirs(annotation.id)}>
          Take the other
        </Button>
      </Trouble>
    );
  }
  return (
    <Trouble text={`${problem.message} Your words are kept here.`}>
      {problem.duplicateOf && (
        <Button size="small" onClick={() => focusOn(desk, problem.duplicateOf, "card")}>
          Show the other
        </Button>
      )}
      <Button size="small" onClick={() => desk.keepMine(annotation.id)}>
        Try again
      </Button>
      <Button size="small" onClick={() => void desk.takeTheirs(annotation.id)}>
        Let go
      </Button>
    </Trouble>
  );
}

function Trouble({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="mt-2 grid gap-1.5 rounded-md bg-danger-ground p-2">
      <p>{text}</p>
      <div className="flex flex-wrap gap-1.5">{children}</div>
    </div>
  );
}
