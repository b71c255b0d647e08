"use client";

import { useEffect, useState } from "react";

/**
 * While something is not saved: closing the tab asks, and a link out of the page is held back until
 * it is answered. Gives where the link leads, or null.
 */
export function useLeaveGuard(isUnsaved: boolean): {
  heldHref: string | null;
  stay: () => void;
} {
  const [heldHref, setHeldHref] = useState<string | null>(null);
  useEffect(() => {
    if (!isUnsaved) return;
    const close = (event: BeforeUnloadEvent) => event.preventDefault();
    const click = (event: MouseEvent) => {
      const href = leavingHref(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setHeldHref(href);
    };
    window.addEventListener("beforeunload", close);
    // Before the link's own handler, which would leave at once.
    document.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("beforeunload", close);
      document.removeEventListener("click", click, true);
    };
  }, [isUnsaved]);
  return { heldHref, stay: () => setHeldHref(null) };
}

/** Where a click leads when it leaves this page in this tab. */
function leavingHref(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const anchor = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(anchor instanceof HTMLAnchorElement) || anchor.target === "_blank") return null;
  const url = new URL(anchor.href);
  if (url.origin !== location.origin) return null;
  if (url.pathname === location.pathname && url.search === location.search) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
