"use client";

import { Input } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { CONTROL_STYLE } from "./control-style.ts";

type Props = Omit<ComponentProps<"input">, "className" | "size"> & { className?: string };

/** One line of text. Stands in a Field, or has an aria-label. */
export function TextInput({ className, ...rest }: Props) {
  return <Input {...rest} className={classNames(CONTROL_STYLE, "touchable h-8", className)} />;
}
