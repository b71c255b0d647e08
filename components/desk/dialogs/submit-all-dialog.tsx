"use client";

import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { readyToSubmit, submitAll } from "../actions/submit.ts";
import { useDesk } from "../use-desk.tsx";

/** Before everything is handed in: how much it is, and what stays. */
export function SubmitAllDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const { ready, notReady } = readyToSubmit(desk);
  const left =
    notReady.length === 0
      ? ""
      : ` ${notReady.length} still ${notReady.length === 1 ? "lacks" : "lack"} content and ${notReady.length === 1 ? "stays a draft" : "stay drafts"}.`;
  if (ready.length === 0) {
    return (
      <AlertDialog
        title="Nothing to submit"
        confirmLabel="Go on"
        cancelLabel="Close"
        open
        onOpenChange={(isOpen) => !isOpen && onClose()}
        onConfirm={onClose}
      >
        You have no drafts that are ready.{left} What came back to you is submitted once you have
        changed it.
      </AlertDialog>
    );
  }
  return (
    <AlertDialog
      title={`Submit ${ready.length} ${ready.length === 1 ? "annotation" : "annotations"}?`}
      confirmLabel="Submit all"
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onConfirm={() => submitAll(desk)}
    >
      A reviewer gets them into the queue. You can take each back until it is decided.{left}
    </AlertDialog>
  );
}
