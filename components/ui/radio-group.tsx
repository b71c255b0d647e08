"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { useId } from "react";
import { classNames } from "./class-names.ts";

type Props<Value extends string> = {
  legend: string;
  isLegendHidden?: boolean;
  options: readonly { value: Value; label: string; hint?: string }[];
  name?: string;
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  error?: string | null;
  className?: string;
};

/** One of a few values that are better all seen. */
export function RadioGroup<Value extends string>({
  legend,
  isLegendHidden,
  options,
  error,
  className,
  onValueChange,
  ...rest
}: Props<Value>) {
  const id = useId();
  return (
    <div className={classNames("grid content-start gap-1", className)}>
      <div id={id} className={isLegendHidden ? "sr-only" : "font-medium"}>
        {legend}
      </div>
      <BaseRadioGroup
        {...rest}
        aria-labelledby={id}
        aria-describedby={error ? `${id}-error` : undefined}
        onValueChange={(value) => onValueChange?.(value as Value)}
        className="grid gap-1"
      >
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "touchable flex min-h-6 cursor-pointer items-start gap-2",
              !option.hint && "pointer-coarse:py-3",
            )}
          >
            <Radio.Root
              value={option.value}
              className="mt-[3px] flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-checked:border-accent"
            >
              <Radio.Indicator className="size-2 rounded-full bg-accent" />
            </Radio.Root>
            <span>
              {option.label}
              {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
            </span>
          </label>
        ))}
      </BaseRadioGroup>
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
