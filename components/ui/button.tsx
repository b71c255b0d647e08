"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { ComponentProps, ReactNode } from "react";
import { type ButtonSize, buttonStyle, type ButtonVariant } from "./button-style.ts";
import { Key } from "./key.tsx";
import { Spinner } from "./spinner.tsx";

type Props = Omit<ComponentProps<"button">, "className"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** The key that does the same, as `aria-keyshortcuts` writes it (`Shift+F`). It is only shown here. */
  keys?: string;
  icon?: ReactNode;
  /** Its work is going on: it keeps the focus, and cannot be pressed again. */
  pending?: boolean;
  className?: string;
};

/** Something that happens here. What leads elsewhere is a ButtonLink. */
export function Button({
  variant = "secondary",
  size = "medium",
  keys,
  icon,
  pending = false,
  className,
  disabled = false,
  type = "button",
  children,
  ...rest
}: Props) {
  return (
    <BaseButton
      {...rest}
      type={type}
      disabled={disabled || pending}
      focusableWhenDisabled={pending}
      aria-busy={pending || undefined}
      aria-keyshortcuts={keys}
      className={buttonStyle(variant, size, className)}
    >
      {pending ? <Spinner /> : icon}
      {children}
      {keys && (
        // Not read aloud with the name: aria-keyshortcuts says it.
        <span aria-hidden className="inline-flex pointer-coarse:hidden">
          <Key keys={keys} isOnColour={variant === "primary" || variant === "danger"} />
        </span>
      )}
    </BaseButton>
  );
}
