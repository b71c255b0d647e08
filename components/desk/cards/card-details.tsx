"use client";

import { saidAttributes } from "#components/annotations/attribute-words.ts";
import { Button } from "#components/ui/button.tsx";
import type { Annotation } from "#lib/annotations/model.ts";
import { withdraw } from "../actions/change.ts";
import { drawLink } from "../actions/link-mode.ts";
import { submitOrRecall } from "../actions/submit.ts";
import { mayChange } from "../state/may-change.ts";
import { useShownKeys } from "../commands/use-shown-keys.ts";
import { CardEdges } from "./card-edges.tsx";
import { useDesk, useDeskState } from "../use-desk.tsx";
import { CardAttributes } from "./card-attributes.tsx";

/** What can be done with the focused annotation. */
export function CardDetails({ annotation }: { annotation: Annotation }) {
  const desk = useDesk();
  const canChange = mayChange(desk, annotation);
  const { id, state } = annotation;
  const canReopen =
    state === "approved" && desk.data.can.review && annotation.author.id !== desk.data.me.id;
  const canDelete = canChange || (desk.data.can.withdrawAny && state !== "approved");
  const shown = useShownKeys();
  const isLinking = useDeskState((each) => each.linkFrom === id);
  const open = (dialog: "doubt" | "link" | "history") => desk.store.set({ dialog });
  return (
    <div className="grid gap-2 border-t border-line pt-2">
      {canChange ? <CardAttributes annotation={annotation} /> : <Said annotation={annotation} />}
      <div className="flex flex-wrap gap-1">
        {canChange && (
          <Button
            size="small"
            variant="primary"
            keys={shown("Shift+Enter")}
            onClick={() => submitOrRecall(desk, id)}
          >
            {state === "submitted" ? "Take back" : "Submit"}
          </Button>
        )}
        {canReopen && (
          <Button size="small" keys={shown("Shift+Enter")} onClick={() => submitOrRecall(desk, id)}>
            Reopen
          </Button>
        )}
        {desk.data.can.write && (
          <Button size="small" keys={shown("L")} onClick={() => open("link")}>
            Link
          </Button>
        )}
        {desk.data.can.write && (
          <Button size="small" keys={shown("Shift+L")} onClick={() => drawLink(desk)}>
            {isLinking ? "Draw no link" : "Draw to …"}
          </Button>
        )}
        {canChange && (
          <Button size="small" keys={shown("U")} onClick={() => open("doubt")}>
            {annotation.doubt ? "Doubt …" : "Doubt"}
          </Button>
        )}
        <Button size="small" keys={shown("H")} onClick={() => open("history")}>
          History
        </Button>
        {canDelete && (
          <Button size="small" keys={shown("Delete")} onClick={() => withdraw(desk, id)}>
            Delete
          </Button>
        )}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-xs text-muted">
        <p>
          by {annotation.author.name}
          {canChange && state === "submitted" ? " · changing it makes it a draft again" : ""}
        </p>
        {canChange && <CardEdges />}
      </div>
    </div>
  );
}

function Said({ annotation }: { annotation: Annotation }) {
  const said = saidAttributes(annotation.tag, annotation.attributes);
  if (said.length === 0) return null;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3">
      {said.map(({ name, label, value }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
