"use client";

import { Field as BaseField } from "@base-ui/react/field";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";

type Props = Omit<ComponentProps<"textarea">, "className"> & { className?: string };

/** Several lines of text; grows with them. Stands in a Field, or has an aria-label. */
export function TextArea({ className, rows = 3, ...rest }: Props) {
  return (
    <BaseField.Control
      render={
        <textarea
          {...rest}
          rows={rows}
          className={classNames(
            CONTROL_STYLE,
            "field-sizing-content max-h-[60dvh] min-h-16 py-1.5",
            className,
          )}
        />
      }
    />
  );
}
