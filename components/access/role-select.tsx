"use client";

import { startTransition } from "react";
import { Select } from "#components/ui/select.tsx";
import type { MemberRole } from "#lib/context.ts";
import type { FormAction } from "./kept-form.tsx";
import { ROLE_OPTIONS } from "./role-words.ts";
import { useToldAction } from "./use-told-action.ts";

type Props = { action: FormAction; role: MemberRole; name: string };

/** A member's role, changed as soon as another is chosen; what was refused goes back. */
export function RoleSelect({ action, role, name }: Props) {
  const [send, isPending] = useToldAction(action);
  return (
    <Select
      aria-label={`Role of ${name}`}
      options={ROLE_OPTIONS}
      value={role}
      disabled={isPending}
      className="w-36"
      onValueChange={(chosen) => {
        const form = new FormData();
        form.set("role", chosen);
        startTransition(() => send(form));
      }}
    />
  );
}
