"use client";

import { startTransition } from "react";
import { AlertDialog } from "#components/ui/alert-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ButtonVariant } from "#components/ui/button-style.ts";
import type { FormAction } from "./kept-form.tsx";
import { useToldAction } from "./use-told-action.ts";

type Props = {
  action: FormAction;
  /** On the button in the row; `about` says of whom, for who hears it. */
  label: string;
  about: string;
  question: string;
  /** What will happen. */
  consequence: string;
  isDangerous?: boolean;
  variant?: ButtonVariant;
};

/** A button that asks before it acts. */
export function ConfirmedAction({
  action,
  label,
  about,
  question,
  consequence,
  isDangerous = true,
  variant,
}: Props) {
  const [send, isPending] = useToldAction(action);
  return (
    <AlertDialog
      title={question}
      confirmLabel={label}
      isDangerous={isDangerous}
      onConfirm={() => startTransition(() => send(new FormData()))}
      trigger={
        <Button
          size={variant ? "medium" : "small"}
          variant={variant ?? "quiet"}
          pending={isPending}
          aria-label={`${label}: ${about}`}
        >
          {label}
        </Button>
      }
    >
      {consequence}
    </AlertDialog>
  );
}
