"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type Props = {
  label: ReactNode;
  isLabelHidden?: boolean;
  hint?: ReactNode;
  name?: string;
  value?: string;
  checked?: boolean;
  defaultChecked?: boolean;
  /** Some of what it stands for is chosen, and some is not. */
  indeterminate?: boolean;
  disabled?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  className?: string;
};

/** Yes or no. */
export function Checkbox({
  label,
  isLabelHidden,
  hint,
  className,
  onCheckedChange,
  ...rest
}: Props) {
  const id = useId();
  return (
    <label
      className={classNames(
        "touchable flex min-h-6 cursor-pointer items-start gap-2 pointer-coarse:min-w-11",
        !hint && "pointer-coarse:py-3",
        className,
      )}
    >
      <BaseCheckbox.Root
        {...rest}
        // Said by us, so that the name is there before the browser runs.
        aria-labelledby={id}
        onCheckedChange={(checked) => onCheckedChange?.(checked)}
        className="mt-[3px] flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface text-on-accent data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55 data-indeterminate:border-accent data-indeterminate:bg-accent"
      >
        <BaseCheckbox.Indicator>
          {rest.indeterminate ? (
            <Minus aria-hidden className="size-3.5" strokeWidth={3} />
          ) : (
            <Check aria-hidden className="size-3.5" strokeWidth={3} />
          )}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span id={id} className={isLabelHidden ? "sr-only" : undefined}>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
