"use client";

import { useEffect, useRef } from "react";
import { isTyping, reviewKey, type ReviewKey } from "./review-keys.ts";

/** Listens for the queue's keys while nobody types. `onKey` says whether the key meant something. */
export function useReviewKeys(onKey: (key: ReviewKey) => boolean): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.repeat || isTyping(event.target)) return;
      const key = reviewKey(event);
      if (key !== null && latest.current(key)) event.preventDefault();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
