"use client";

import { Toolbar as BaseToolbar } from "@base-ui/react/toolbar";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Tooltip } from "./tooltip.tsx";

/** A row of tools: one stop of the Tab key, and the arrow keys go along it. */
export function Toolbar({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <BaseToolbar.Root
      aria-label={label}
      className={classNames("flex flex-wrap items-center gap-0.5", className)}
    >
      {children}
    </BaseToolbar.Root>
  );
}

type ButtonProps = {
  label: string;
  icon: ReactNode;
  keys?: string;
  /** Whether it is in force where the caret stands; left out for what is no state. */
  isPressed?: boolean;
  disabled?: boolean;
  onPress: () => void;
};

export function ToolbarButton({ label, icon, keys, isPressed, disabled, onPress }: ButtonProps) {
  return (
    <Tooltip text={label} keys={keys}>
      <BaseToolbar.Button
        aria-label={label}
        aria-keyshortcuts={keys}
        aria-pressed={isPressed}
        disabled={disabled}
        onClick={onPress}
        className="touchable inline-flex size-8 pointer-coarse:min-w-11 cursor-pointer items-center justify-center rounded-md text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-accent-ground aria-pressed:text-ink data-disabled:cursor-default data-disabled:opacity-45 [&_svg]:size-4"
      >
        {icon}
      </BaseToolbar.Button>
    </Tooltip>
  );
}

export function ToolbarSeparator() {
  return <BaseToolbar.Separator className="mx-1 h-5 w-px bg-line" />;
}
