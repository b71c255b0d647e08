"use client";

import { Field as BaseField } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  label: ReactNode;
  /** Seen only by screen readers where the place says it. */
  isLabelHidden?: boolean;
  /** The name under which the control in it is sent with a form. */
  name?: string;
  hint?: ReactNode;
  /** Why the value was refused. */
  error?: string | null;
  disabled?: boolean;
  className?: string;
  /** One control of this folder: TextInput, TextArea, Select. */
  children: ReactNode;
};

/** A control with its label, its hint and the reason why its value was refused, all tied together. */
export function Field({
  label,
  isLabelHidden,
  name,
  hint,
  error,
  disabled,
  className,
  children,
}: Props) {
  return (
    <BaseField.Root
      name={name}
      invalid={Boolean(error)}
      disabled={disabled}
      className={classNames("grid content-start gap-1", className)}
    >
      <BaseField.Label
        className={isLabelHidden ? "sr-only" : "justify-self-start text-base font-medium"}
      >
        {label}
      </BaseField.Label>
      {children}
      {hint && <BaseField.Description className="text-sm text-muted">{hint}</BaseField.Description>}
      {error && (
        <BaseField.Error match className="text-sm font-medium text-danger">
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  );
}
