"use client";

import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { ROLE_OPTIONS } from "./role-words.ts";
import { type SecretAction, SecretForm } from "./secret-form.tsx";

/** Bring somebody into the project. */
export function InviteForm({ action }: { action: SecretAction }) {
  return (
    <SecretForm action={action} submitLabel="Invite" className="grid max-w-xl gap-4">
      {(fields) => (
        <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_11rem]">
          <Field
            label="E-mail"
            name="email"
            error={fields.email}
            hint="Somebody with an account is in at once. For anybody else you get a link to send."
          >
            <TextInput type="email" autoComplete="off" />
          </Field>
          <Field label="Role" name="role" error={fields.role}>
            <Select options={ROLE_OPTIONS} defaultValue="annotator" />
          </Field>
        </div>
      )}
    </SecretForm>
  );
}
