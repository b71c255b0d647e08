"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { classNames } from "./class-names.ts";
import { ITEM_STYLE } from "./popup-style.ts";

type Props<Value extends string> = {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onValueChange: (value: Value) => void;
};

/** One of several settings, inside a Menu. */
export function MenuChoice<Value extends string>({
  label,
  options,
  value,
  onValueChange,
}: Props<Value>) {
  return (
    <BaseMenu.RadioGroup
      value={value}
      onValueChange={(next: Value) => onValueChange(next)}
      aria-label={label}
    >
      {options.map((option) => (
        <BaseMenu.RadioItem
          key={option.value}
          value={option.value}
          className={classNames(ITEM_STYLE, "grid grid-cols-[1rem_1fr]")}
        >
          <BaseMenu.RadioItemIndicator>
            <Check aria-hidden className="size-4" />
          </BaseMenu.RadioItemIndicator>
          <span className="col-start-2">{option.label}</span>
        </BaseMenu.RadioItem>
      ))}
    </BaseMenu.RadioGroup>
  );
}
