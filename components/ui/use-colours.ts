"use client";

import { useSyncExternalStore } from "react";

/**
 * A name of the colours that the page has now. It changes with the theme and with what the system asks
 * for, and so tells what is painted by hand when to paint anew.
 */
export function useColours(): string {
  return useSyncExternalStore(subscribe, coloursNow, () => "");
}

const ASKED_FOR = ["(prefers-contrast: more)", "(forced-colors: active)"];

function subscribe(listener: () => void): () => void {
  // The theme is written here, also when it is the system that has changed.
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const queries = ASKED_FOR.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

function coloursNow(): string {
  const asked = ASKED_FOR.filter((query) => matchMedia(query).matches);
  return [document.documentElement.dataset.theme, ...asked].join(" ");
}
