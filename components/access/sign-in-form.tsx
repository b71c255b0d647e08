"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type FormAction, KeptForm } from "./kept-form.tsx";

/** E-mail and password. `next` is where to go then. */
export function SignInForm({ action, next }: { action: FormAction; next: string }) {
  return (
    <KeptForm action={action} submitLabel="Sign in">
      {(fields) => (
        <>
          <input type="hidden" name="next" value={next} />
          <Field label="E-mail" name="email" error={fields.email}>
            <TextInput type="email" autoComplete="username" required autoFocus />
          </Field>
          <Field label="Password" name="password" error={fields.password}>
            <TextInput type="password" autoComplete="current-password" required />
          </Field>
        </>
      )}
    </KeptForm>
  );
}
