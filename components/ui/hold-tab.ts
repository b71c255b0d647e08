import type { KeyboardEvent } from "react";

/**
 * For all that a window draws. At its two ends stand guards, which send the keyboard round to the other
 * end with the next frame. A Tab that comes before that frame would lead from the guard to the page
 * behind the window, so it is not taken.
 */
export function holdTab(event: KeyboardEvent): void {
  const { key, target } = event;
  if (key === "Tab" && target instanceof Element && target.matches("[data-base-ui-focus-guard]"))
    event.preventDefault();
}
