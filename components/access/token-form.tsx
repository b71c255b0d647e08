"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type SecretAction, SecretForm } from "./secret-form.tsx";

/** A token for a program of one's own. */
export function TokenForm({ action }: { action: SecretAction }) {
  return (
    <SecretForm action={action} submitLabel="Make token" className="grid max-w-xl gap-4">
      {(fields) => (
        <Field label="What is it for?" name="name" error={fields.name}>
          <TextInput autoComplete="off" required maxLength={100} placeholder="Nightly export" />
        </Field>
      )}
    </SecretForm>
  );
}
