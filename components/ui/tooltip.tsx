"use client";

import { Tooltip as BaseTooltip } from "@base-ui/react/tooltip";
import type { ReactElement } from "react";
import { Key } from "./key.tsx";

type Props = {
  text: string;
  keys?: string;
  /** The one element that the words belong to. It must have a name of its own. */
  children: ReactElement<Record<string, unknown>>;
};

/** A few words on what is pointed at or has the focus. Nothing may stand only here. */
export function Tooltip({ text, keys, children }: Props) {
  return (
    <BaseTooltip.Root>
      <BaseTooltip.Trigger render={children} />
      <BaseTooltip.Portal>
        <BaseTooltip.Positioner sideOffset={6} className="z-50">
          <BaseTooltip.Popup className="flex max-w-72 items-center gap-2 rounded-md bg-ink px-2 py-1 text-sm text-ground">
            {text}
            {keys && <Key keys={keys} isOnColour />}
          </BaseTooltip.Popup>
        </BaseTooltip.Positioner>
      </BaseTooltip.Portal>
    </BaseTooltip.Root>
  );
}
