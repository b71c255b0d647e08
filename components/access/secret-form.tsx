"use client";

import { type ReactNode, startTransition, useActionState, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import type { ButtonSize, ButtonVariant } from "#components/ui/button-style.ts";
import { Notice } from "#components/ui/notice.tsx";
import { CopyOnce } from "./copy-once.tsx";

/** What a form that makes a link or a token says. */
export type SecretAnswer =
  | { kind: "made"; label: string; secret: string; note: string }
  | { kind: "done"; note: string }
  | { kind: "refused"; problem: string; fields: Readonly<Record<string, string>> }
  | null;

export type SecretAction = (before: SecretAnswer, form: FormData) => Promise<SecretAnswer>;

type Props = {
  action: SecretAction;
  submitLabel: string;
  variant?: ButtonVariant;
  size?: ButtonSize;
  className?: string;
  children?: (fields: Readonly<Record<string, string>>) => ReactNode;
};

/** A form whose answer is shown once, to be copied. */
export function SecretForm({ action, submitLabel, variant, size, className, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [answer, send, isPending] = useActionState(async (before: SecretAnswer, sent: FormData) => {
    const after = await action(before, sent);
    if (after?.kind !== "refused") form.current?.reset();
    return after;
  }, null);
  const fields = answer?.kind === "refused" ? answer.fields : {};
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        // Sent by hand: what is refused stays as it was typed.
        event.preventDefault();
        const sent = new FormData(event.currentTarget);
        startTransition(() => send(sent));
      }}
      className={className ?? "grid gap-4"}
    >
      {children?.(fields)}
      <div>
        <Button
          type="submit"
          variant={variant ?? "primary"}
          size={size ?? "medium"}
          pending={isPending}
        >
          {submitLabel}
        </Button>
      </div>
      {answer?.kind === "refused" && Object.keys(fields).length === 0 && (
        <Notice kind="problem">{answer.problem}</Notice>
      )}
      {answer?.kind === "done" && <Notice>{answer.note}</Notice>}
      {answer?.kind === "made" && (
        <Notice>
          <div className="grid gap-2">
            <CopyOnce label={answer.label} secret={answer.secret} />
            <p className="text-sm text-muted">{answer.note}</p>
          </div>
        </Notice>
      )}
    </form>
  );
}
