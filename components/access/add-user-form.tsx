"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type SecretAction, SecretForm } from "./secret-form.tsx";

/** An account for somebody, who comes in by the link. */
export function AddUserForm({ action }: { action: SecretAction }) {
  return (
    <SecretForm action={action} submitLabel="Add user" className="grid max-w-xl gap-4">
      {(fields) => (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="E-mail" name="email" error={fields.email}>
            <TextInput type="email" autoComplete="off" required />
          </Field>
          <Field label="Name" name="name" error={fields.name}>
            <TextInput autoComplete="off" required maxLength={200} />
          </Field>
        </div>
      )}
    </SecretForm>
  );
}
