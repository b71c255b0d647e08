"use client";

import { useMemo } from "react";
import type { useDeskState } from "../use-desk.tsx";
import { saveSummary, type SaveSummary } from "./save-state.ts";

/** How safe the whole desk's work is: at once or a frame behind, as the state is that is given. */
export function useSaveSummary(useState: typeof useDeskState): SaveSummary {
  const queue = useState((state) => state.queue);
  const connection = useState((state) => state.connection);
  const isStorageBroken = useState((state) => state.isStorageBroken);
  const isReady = useState((state) => state.isReady);
  return useMemo(
    () => saveSummary({ queue, connection, isStorageBroken, isReady }),
    [queue, connection, isStorageBroken, isReady],
  );
}
