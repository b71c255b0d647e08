"use client";

import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { type SecretAction, SecretForm } from "./secret-form.tsx";

type Props = {
  action: SecretAction;
  /** On the button in the row; `about` says of whom, for who hears it. */
  label: string;
  about: string;
  question: string;
  consequence: string;
};

/** A button that makes a link, which is shown once, in a window of its own. */
export function SecretDialog({ action, label, about, question, consequence }: Props) {
  return (
    <Dialog
      title={question}
      description={consequence}
      trigger={
        <Button size="small" variant="quiet" aria-label={`${label}: ${about}`}>
          {label}
        </Button>
      }
    >
      <SecretForm action={action} submitLabel="Make the link" />
    </Dialog>
  );
}
