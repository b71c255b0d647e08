"use client";

import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type FormAction, KeptForm } from "./kept-form.tsx";

/** One's own name. */
export function NameForm({ action, name }: { action: FormAction; name: string }) {
  return (
    <KeptForm action={action} submitLabel="Save name" variant="secondary">
      {(fields) => (
        <Field
          label="Name"
          isLabelHidden
          name="name"
          error={fields.name}
          hint="It stands on all your work, also on what you did before."
        >
          <TextInput defaultValue={name} autoComplete="name" required maxLength={200} />
        </Field>
      )}
    </KeptForm>
  );
}
