"use client";

import { useCallback } from "react";
import { useDeskState } from "../use-desk.tsx";
import { shownKey } from "./commands.ts";

/** The key to show where the product's own is the one that is given: the reader may have changed it. */
export function useShownKeys(): (standard: string) => string {
  const keymap = useDeskState((state) => state.keymap);
  return useCallback((standard: string) => shownKey(standard, keymap), [keymap]);
}
