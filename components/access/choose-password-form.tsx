"use client";

import { ButtonLink } from "#components/ui/button-link.tsx";
import { type FormAction, KeptForm } from "./kept-form.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

/** Offered to who has come in by a one-time link. */
export function ChoosePasswordForm({ action }: { action: FormAction }) {
  return (
    <KeptForm
      action={action}
      submitLabel="Use this password"
      footer={
        <ButtonLink href="/" variant="quiet">
          Not now
        </ButtonLink>
      }
    >
      {(fields) => <NewPasswordField label="Password" error={fields.password} />}
    </KeptForm>
  );
}
