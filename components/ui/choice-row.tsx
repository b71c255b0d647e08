"use client";

import { useId, type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Key } from "./key.tsx";

type Props<Value extends string> = {
  legend: string;
  isLegendHidden?: boolean;
  options: readonly { value: Value; label: string; icon?: ReactNode; keys?: string }[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  error?: string | null;
  className?: string;
};

/** One of a few short values, side by side; the key beside a value is only shown here. */
export function ChoiceRow<Value extends string>(props: Props<Value>) {
  const id = useId();
  const { legend, isLegendHidden, options, value, onValueChange, error, className } = props;
  return (
    <fieldset
      className={classNames("min-w-0", className)}
      data-invalid={error ? "" : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={isLegendHidden ? "sr-only" : "mb-1 font-medium"}>{legend}</legend>
      <div className="flex flex-wrap gap-1.5">
        {options.map((option) => (
          <label
            key={option.value}
            className={classNames(
              "touchable relative inline-flex min-h-7 cursor-pointer items-center gap-1.5 rounded-md border bg-surface px-2 text-sm font-medium select-none",
              "has-checked:border-accent has-checked:bg-accent-ground has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              error ? "border-danger" : "border-line not-has-checked:hover:border-line-strong",
            )}
          >
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="sr-only"
            />
            {option.icon}
            {option.label}
            {option.keys && (
              <span aria-hidden className="inline-flex pointer-coarse:hidden">
                <Key keys={option.keys} />
              </span>
            )}
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-sm font-medium text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
