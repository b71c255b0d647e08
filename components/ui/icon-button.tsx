"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

type Props = Omit<ComponentProps<"button">, "className" | "children" | "aria-label"> & {
  /** What it does; read aloud, and shown when pointed at. */
  label: string;
  icon: ReactNode;
  keys?: string;
  className?: string;
};

/** A button that is only an icon, for places where the word would be in the way. */
export function IconButton({ label, icon, keys, className, type = "button", ...rest }: Props) {
  return (
    <Tooltip text={label} keys={keys}>
      <BaseButton
        {...rest}
        type={type}
        aria-label={label}
        aria-keyshortcuts={keys}
        className={classNames(
          "touchable inline-flex size-7 shrink-0 pointer-coarse:min-w-11 cursor-pointer items-center justify-center rounded-md text-muted",
          "hover:bg-sunken hover:text-ink data-disabled:cursor-default data-disabled:opacity-55 [&_svg]:size-4",
          className,
        )}
      >
        {icon}
      </BaseButton>
    </Tooltip>
  );
}
