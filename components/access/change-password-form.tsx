"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type FormAction, KeptForm } from "./kept-form.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

type Props = { action: FormAction; email: string; needsCurrent: boolean };

/** Another password, on the account's page. */
export function ChangePasswordForm({ action, email, needsCurrent }: Props) {
  return (
    <KeptForm action={action} submitLabel="Change password" variant="secondary">
      {(fields) => (
        <>
          {/* So that programs that keep passwords know whose it is. */}
          <input type="hidden" name="username" value={email} autoComplete="username" />
          {needsCurrent && (
            <Field label="Current password" name="current" error={fields.current}>
              <TextInput type="password" autoComplete="current-password" required />
            </Field>
          )}
          <NewPasswordField label="New password" error={fields.password} />
        </>
      )}
    </KeptForm>
  );
}
