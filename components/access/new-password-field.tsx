"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

/** A password that is just being chosen. */
export function NewPasswordField({ label, error }: { label: string; error?: string | undefined }) {
  return (
    <Field
      label={label}
      name="password"
      error={error ?? null}
      hint="At least 12 characters; a short sentence does well."
    >
      <TextInput type="password" autoComplete="new-password" required minLength={12} />
    </Field>
  );
}
