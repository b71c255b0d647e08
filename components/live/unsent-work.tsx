"use client";

import { useState } from "react";
import { focusOn } from "#components/desk/actions/focus.ts";
import type { PendingChange } from "#components/desk/outbox/change.ts";
import { isAnnotationChange, subjectOf } from "#components/desk/outbox/change.ts";
import { useDesk, useDeskState } from "#components/desk/use-desk.tsx";
import { counted } from "#components/projects/counted.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { changeWords } from "./change-words.ts";
import { CopyWork } from "./copy-work.tsx";

/** Every change that the server does not have, in words, with what can be done about it. */
export function UnsentWork() {
  const queue = useDeskState((state) => state.queue);
  const connection = useDeskState((state) => state.connection);
  const [isOpen, setOpen] = useState(false);
  const needsReader = queue.some((each) => each.status !== "waiting");
  if (!isOpen && !needsReader && (queue.length === 0 || connection === "open")) return null;
  return (
    <Dialog
      title="Not sent"
      description={
        queue.length === 0
          ? "The server has everything."
          : `${counted(queue.length, "change")} of yours ${queue.length === 1 ? "is" : "are"} here, and not with the server.`
      }
      trigger={<Button size="small">See {queue.length === 1 ? "it" : "them"}</Button>}
      open={isOpen}
      onOpenChange={setOpen}
      actions={<CopyWork />}
      isWide
    >
      <ul className="grid gap-3" data-unsent>
        {queue.map((each) => (
          <UnsentChange key={each.key} sent={each} onLeave={() => setOpen(false)} />
        ))}
      </ul>
    </Dialog>
  );
}

function UnsentChange({ sent, onLeave }: { sent: PendingChange; onLeave: () => void }) {
  const desk = useDesk();
  const annotations = useDeskState((state) => state.annotations);
  const subject = subjectOf(sent.change);
  const isOnCard = isAnnotationChange(sent.change) && annotations.has(subject);
  const { status, problem } = sent;
  return (
    <li className="grid gap-1 border-l-2 border-line-strong pl-3">
      <p dir="auto" className="wrap-break-word">
        {changeWords(sent.change, (id) => annotations.get(id) ?? null)}
      </p>
      {status === "waiting" ? (
        <p className="text-sm text-muted">waits to be sent</p>
      ) : (
        <>
          <p className="text-sm text-danger">{problem?.message}</p>
          <div className="flex flex-wrap gap-2">
            {isOnCard && (
              <Button
                size="small"
                onClick={() => {
                  onLeave();
                  focusOn(desk, subject, "card");
                }}
              >
                Show the card
              </Button>
            )}
            {status === "refused" && (
              <Button size="small" onClick={() => desk.keepMine(subject)}>
                Try again
              </Button>
            )}
            <Button size="small" onClick={() => void desk.takeTheirs(subject)}>
              Let go
            </Button>
          </div>
        </>
      )}
    </li>
  );
}
