"use client";

import { useEffect, useRef, type RefObject } from "react";

/** Hears the keys that are pressed anywhere in an element, such as those of a whole form. */
export function useKeyDown(
  element: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const heard = element.current;
    const listener = (event: KeyboardEvent) => latest.current(event);
    heard?.addEventListener("keydown", listener);
    return () => heard?.removeEventListener("keydown", listener);
  }, [element]);
}
