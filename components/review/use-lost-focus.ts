import { useEffect } from "react";

/** When a form closes or the next annotation comes, what had the focus may be gone. */
export function useLostFocus(heading: { current: HTMLElement | null }, when: string): void {
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [heading, when]);
}
