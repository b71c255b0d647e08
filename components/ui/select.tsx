"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { classNames } from "./class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";
import { ITEM_STYLE, POPUP_STYLE } from "./popup-style.ts";

export type SelectOption<Value extends string> = { value: Value; label: string; hint?: string };

type Props<Value extends string> = {
  options: readonly SelectOption<Value>[];
  name?: string;
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  disabled?: boolean;
  required?: boolean;
  "aria-label"?: string;
  className?: string;
};

/** One of several known values. Stands in a Field, or has an aria-label. */
export function Select<Value extends string>({
  options,
  onValueChange,
  placeholder,
  className,
  "aria-label": label,
  ...rest
}: Props<Value>) {
  return (
    <BaseSelect.Root
      {...rest}
      items={options}
      onValueChange={(value: Value | null) => {
        if (value !== null) onValueChange?.(value);
      }}
    >
      <BaseSelect.Trigger
        aria-label={label}
        className={classNames(
          CONTROL_STYLE,
          "touchable flex h-8 cursor-pointer items-center justify-between gap-2 text-left",
          className,
        )}
      >
        <BaseSelect.Value
          placeholder={placeholder}
          className="truncate data-placeholder:text-faint"
        />
        <BaseSelect.Icon className="text-muted">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <BaseSelect.Popup className={classNames(POPUP_STYLE, "min-w-(--anchor-width) p-1")}>
            <BaseSelect.List className="max-h-(--available-height) overflow-y-auto">
              {options.map((option) => (
                <BaseSelect.Item
                  key={option.value}
                  value={option.value}
                  className={classNames(ITEM_STYLE, "grid grid-cols-[1rem_1fr]")}
                >
                  <BaseSelect.ItemIndicator>
                    <Check aria-hidden className="size-4" />
                  </BaseSelect.ItemIndicator>
                  <span className="col-start-2">
                    <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                    {option.hint && <span className="block text-sm text-muted">{option.hint}</span>}
                  </span>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
