"use client";

import { useEffect, useRef, useState } from "react";
import { z } from "zod";
import { Button } from "#components/ui/button.tsx";
import { ChoiceRow } from "#components/ui/choice-row.tsx";
import { Field } from "#components/ui/field.tsx";
import { focusFirstFault } from "#components/ui/focus-first-fault.ts";
import { TextArea } from "#components/ui/text-area.tsx";
import { useKeyDown } from "#components/ui/use-key-down.ts";
import { useKeptState } from "#components/ui/use-kept-state.ts";
import { REJECT_REASONS, RejectReason } from "#lib/review/model.ts";
import { REJECT_REASON_LOOKS } from "./reject-reasons.ts";

type Props = {
  annotationId: string;
  authorName: string;
  onReject: (reason: RejectReason, comment: string) => void;
  onClose: () => void;
};

/** Where what is written here is kept. */
export function rejectKey(annotationId: string): string {
  return `onrecord.reject.${annotationId}`;
}

const Written = z.object({ reason: RejectReason.nullable(), comment: z.string() });
const EMPTY: z.infer<typeof Written> = { reason: null, comment: "" };

/** Why an annotation goes back to its author: a reason by its number, and a comment. */
export function RejectForm({ annotationId, authorName, onReject, onClose }: Props) {
  const [kept, keep] = useKeptState(rejectKey(annotationId), Written);
  const written = kept ?? EMPTY;
  const [error, setError] = useState<{ reason?: string; comment?: string }>({});
  const box = useRef<HTMLFormElement>(null);

  useEffect(() => {
    box.current?.querySelector<HTMLInputElement>("input[type=radio]")?.focus();
  }, []);

  function choose(reason: RejectReason): void {
    keep({ ...written, reason });
    setError({});
  }

  function send(): void {
    const { reason } = written;
    const comment = written.comment.trim();
    const fault = faultOf(reason, comment, authorName);
    setError(fault);
    focusFirstFault(box.current);
    if (reason === null || fault.comment) return;
    // It stays kept until the server has taken it.
    onReject(reason, comment);
  }

  useKeyDown(box, (event) => {
    const isInComment = event.target instanceof HTMLTextAreaElement;
    if (event.key === "Escape") {
      event.stopPropagation();
      onClose();
    } else if (event.key === "Enter" && (!isInComment || event.ctrlKey || event.metaKey)) {
      if (event.target instanceof HTMLButtonElement) return;
      event.preventDefault();
      send();
    } else if (!isInComment && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const reason = REJECT_REASONS.find((one) => REJECT_REASON_LOOKS[one].key === event.key);
      if (!reason) return;
      event.preventDefault();
      choose(reason);
      box.current?.querySelector("textarea")?.focus();
    }
  });

  return (
    <form
      ref={box}
      noValidate
      aria-label="Reject and say why"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="grid gap-3"
    >
      <ChoiceRow
        legend="Why does it go back?"
        options={REJECT_REASONS.map((value) => {
          const { word, key } = REJECT_REASON_LOOKS[value];
          return { value, label: word, keys: key };
        })}
        value={written.reason}
        onValueChange={choose}
        error={error.reason ?? null}
      />
      <Field
        label={`Comment for ${authorName}`}
        hint="What would make it right."
        error={error.comment ?? null}
      >
        <TextArea
          rows={2}
          value={written.comment}
          maxLength={4000}
          onChange={(event) => {
            keep({ ...written, comment: event.target.value });
            setError({});
          }}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="danger" keys="Control+Enter">
          Reject
        </Button>
        <Button keys="Escape" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function faultOf(
  reason: RejectReason | null,
  comment: string,
  authorName: string,
): { reason?: string; comment?: string } {
  if (reason === null) return { reason: "Choose a reason." };
  if (reason === "other" && comment === "") {
    return { comment: `Say what is wrong, so that ${authorName} can change it.` };
  }
  return {};
}
