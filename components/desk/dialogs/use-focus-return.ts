"use client";

import { useCallback, useEffect, useRef } from "react";
import { useDesk } from "../use-desk.tsx";

/** Gives the keyboard back to where it was before a dialog took it; to the text if that is gone. */
export function useFocusReturn(): () => void {
  const desk = useDesk();
  const last = useRef<HTMLElement | null>(null);
  useEffect(() => {
    function note({ target }: FocusEvent): void {
      // What a quick Tab reaches while a window comes up is not where the keyboard was before it.
      if (desk.store.get().dialog !== null) return;
      if (target instanceof HTMLElement && !target.closest(OVER_THE_PAGE)) last.current = target;
    }
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [desk]);
  return useCallback(() => {
    requestAnimationFrame(() => {
      // What was chosen in it may have opened the next one.
      if (desk.store.get().dialog !== null) return;
      const { activeElement } = document;
      const isTaken = activeElement !== null && activeElement !== document.body;
      if (isTaken && !activeElement.closest(OVER_THE_PAGE)) return;
      if (last.current?.isConnected) last.current.focus({ preventScroll: true });
      else desk.pane.current?.focus();
    });
  }, [desk]);
}

const OVER_THE_PAGE = "[role=dialog], [role=alertdialog], [role=menu], [data-base-ui-portal]";
