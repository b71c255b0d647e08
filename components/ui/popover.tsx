"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { POPUP_STYLE } from "./popup-style.ts";

type Props = {
  trigger: ReactElement<Record<string, unknown>>;
  /** Its heading, and its name for a screen reader. */
  title: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  children: ReactNode;
};

/** Something small beside what opened it; a click elsewhere closes it. */
export function Popover({ trigger, title, open, onOpenChange, align = "start", children }: Props) {
  return (
    <BasePopover.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner sideOffset={6} align={align} className="z-50">
          <BasePopover.Popup
            className={classNames(POPUP_STYLE, "w-80 max-w-(--available-width) p-4")}
          >
            <BasePopover.Title className="mb-2 font-semibold">{title}</BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  );
}
