"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const FIRST_MS = 3_000;
const LATE_MS = 20_000;

/** Draws the page anew every few seconds while something is under way and the tab is seen; ever more slowly. */
export function RefreshWhile({ isUnderWay }: { isUnderWay: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!isUnderWay) return;
    let pause = FIRST_MS;
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      timer = setTimeout(() => {
        if (document.visibilityState === "visible") router.refresh();
        pause = Math.min(LATE_MS, pause * 1.3);
        next();
      }, pause);
    };
    next();
    return () => clearTimeout(timer);
  }, [isUnderWay, router]);
  return null;
}
