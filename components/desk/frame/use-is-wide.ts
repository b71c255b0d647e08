"use client";

import { useSyncExternalStore } from "react";

/** Whether there is room for the cards beside the text (64 rem). The server takes it for granted. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(WIDE);
      query.addEventListener("change", listener);
      return () => query.removeEventListener("change", listener);
    },
    () => matchMedia(WIDE).matches,
    () => true,
  );
}

const WIDE = "(min-width: 64rem)";
