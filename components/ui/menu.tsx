"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { POPUP_STYLE } from "./popup-style.ts";

type Props = {
  /** The button that opens it. */
  trigger: ReactElement<Record<string, unknown>>;
  align?: "start" | "end";
  /** MenuItem, MenuLink, MenuChoice, MenuSeparator. */
  children: ReactNode;
};

/** Actions that need not be seen all the time. */
export function Menu({ trigger, align = "start", children }: Props) {
  return (
    <BaseMenu.Root>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner sideOffset={4} align={align} className="z-50">
          <BaseMenu.Popup
            className={classNames(
              POPUP_STYLE,
              "max-h-(--available-height) min-w-44 overflow-y-auto p-1",
            )}
          >
            {children}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  );
}
