"use client";

import { useEffect, useState } from "react";
import { contentLines } from "#components/annotations/content-lines.ts";
import { readAll } from "#components/http/read-all.ts";
import { historySteps, stepWords, type HistoryStep } from "#components/review/history-steps.ts";
import { MadeUnder } from "#components/live/made-under.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Annotation, AnnotationContent } from "#lib/annotations/model.ts";
import type { HistoryItem } from "#lib/audit/audit-event.ts";
import { useDeskState } from "../use-desk.tsx";

/** Every step in an annotation's life: who, when, what it was and became, and why. */
export function HistoryDialog({
  annotation,
  onClose,
}: {
  annotation: Annotation;
  onClose: () => void;
}) {
  const isUnsent = useDeskState((state) => (state.pending.get(annotation.id)?.length ?? 0) > 0);
  const [loaded, setLoaded] = useState<{ items: HistoryItem[] } | { problem: string } | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    void readAll<HistoryItem>(`/annotations/${annotation.id}/history`, leaving.signal).then(
      (outcome) => {
        if (leaving.signal.aborted) return;
        setLoaded(
          outcome.kind === "done" ? { items: outcome.body } : { problem: outcome.problem.message },
        );
      },
    );
    return () => leaving.abort();
  }, [annotation.id]);
  return (
    <Dialog title="History" open onOpenChange={(isOpen) => !isOpen && onClose()}>
      {loaded === null && <Spinner label="Loading" />}
      {loaded && "problem" in loaded && <Notice kind="problem">{loaded.problem}</Notice>}
      {loaded && "items" in loaded && (
        <ol className="grid gap-4">
          {historySteps(loaded.items).map((step) => (
            <Step key={step.key} step={step} />
          ))}
          {isUnsent && (
            <li className="text-muted">Your last change is kept here, and not saved yet.</li>
          )}
        </ol>
      )}
      <MadeUnder annotationId={annotation.id} />
    </Dialog>
  );
}

function Step({ step }: { step: HistoryStep }) {
  return (
    <li className="border-l-2 border-line pl-3">
      <p>
        <span className="font-medium">{step.actor?.name ?? "At the machine"}</span>{" "}
        {stepWords(step)}
        <span className="text-muted">
          , <Time at={step.at} />
        </span>
      </p>
      {step.why && <q className="text-muted">{step.why}</q>}
      <Difference before={step.before} after={step.after} />
    </li>
  );
}

function Difference({
  before,
  after,
}: {
  before: AnnotationContent | null;
  after: AnnotationContent | null;
}) {
  if (!after) return null;
  const was = before ? contentLines(before) : [];
  const is = contentLines(after);
  return (
    <ul className="mt-1 grid gap-0.5 text-sm">
      {was
        .filter((line) => !is.includes(line))
        .map((line) => (
          <li key={`was ${line}`}>
            <span className="sr-only">before: </span>
            <del className="text-muted">{line}</del>
          </li>
        ))}
      {is
        .filter((line) => !was.includes(line))
        .map((line) => (
          <li key={`is ${line}`}>
            <ins className="no-underline">{line}</ins>
          </li>
        ))}
    </ul>
  );
}
