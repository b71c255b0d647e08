import { useCallback, useRef } from "react";

/** What a click on a mark does, the same function for good: the text is not drawn anew for it. */
export function useMarkHits(
  /** False while words are selected for a correction: a click on a mark is only a click. */
  canLeave: boolean,
  isShown: (id: string) => boolean,
  goTo: (id: string) => void,
): (id: string | null) => void {
  const latest = useRef({ canLeave, isShown, goTo });
  latest.current = { canLeave, isShown, goTo };
  return useCallback((id) => {
    const { canLeave, isShown, goTo } = latest.current;
    if (id !== null && canLeave && isShown(id)) goTo(id);
  }, []);
}
