"use client";

import { type ReactNode, startTransition, useActionState } from "react";
import type { FormAnswer } from "#components/projects/form-answer.ts";
import { Button } from "#components/ui/button.tsx";
import type { ButtonVariant } from "#components/ui/button-style.ts";
import { Notice } from "#components/ui/notice.tsx";

export type FormAction = (before: FormAnswer, form: FormData) => Promise<FormAnswer>;

type Props = {
  action: FormAction;
  submitLabel: string;
  variant?: ButtonVariant;
  /** Beside the button. */
  footer?: ReactNode;
  className?: string;
  /** The fields, told what was wrong with each. */
  children?: (fields: Readonly<Record<string, string>>) => ReactNode;
};

/** A form that keeps what was typed when it is refused, and works before the page's script does. */
export function KeptForm({
  action,
  submitLabel,
  variant = "primary",
  footer,
  className,
  children,
}: Props) {
  const [answer, send, isPending] = useActionState(action, null);
  const fields = answer?.fields ?? {};
  return (
    <form
      action={send}
      onSubmit={(event) => {
        // Sent by hand, because React empties a form that it sends itself.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => send(form));
      }}
      className={className ?? "grid gap-4"}
    >
      {children?.(fields)}
      {answer && Object.keys(fields).length === 0 && (
        <Notice kind="problem">{answer.problem}</Notice>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant={variant} pending={isPending}>
          {submitLabel}
        </Button>
        {footer}
      </div>
    </form>
  );
}
