"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type FormAction, KeptForm } from "./kept-form.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

type Props = { action: FormAction; email: string | null; name: string | null; submitLabel: string };

/** Who somebody is, and the password that they choose. */
export function NewAccountForm({ action, email, name, submitLabel }: Props) {
  return (
    <KeptForm action={action} submitLabel={submitLabel}>
      {(fields) => (
        <>
          <Field
            label="Your name"
            name="name"
            error={fields.name}
            hint="As the others see it on your work."
          >
            <TextInput
              defaultValue={name ?? undefined}
              autoComplete="name"
              required
              maxLength={200}
            />
          </Field>
          <Field label="E-mail" name="email" error={fields.email} hint="You sign in with it.">
            <TextInput
              type="email"
              defaultValue={email ?? undefined}
              autoComplete="username"
              required
            />
          </Field>
          <NewPasswordField label="Password" error={fields.password} />
        </>
      )}
    </KeptForm>
  );
}
