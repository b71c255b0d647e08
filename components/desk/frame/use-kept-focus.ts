"use client";

import { useEffect } from "react";
import { whenPainted } from "#components/ui/when-painted.ts";
import { cardId } from "../actions/focus.ts";
import type { Desk } from "../model.ts";
import { useDesk } from "../use-desk.tsx";

/**
 * Keeps the keyboard on the desk: where what had it has gone from the page (a button that has done its
 * work, a card that was deleted), the nearest thing that is still there gets it. Windows over the page
 * see to theirs themselves.
 */
export function useKeptFocus(): void {
  const desk = useDesk();
  useEffect(() => {
    let last: Held | null = null;
    let isAsked = false;
    function note({ target }: FocusEvent): void {
      if (target instanceof HTMLElement) last = heldBy(target);
    }
    function look(): void {
      if (!last || last.element.isConnected || document.activeElement !== document.body) return;
      const held = last;
      last = null;
      neighbourOf(desk, held)?.focus({ preventScroll: true });
      if (document.activeElement === document.body) desk.pane.current?.focus();
    }
    function lookSoon(): void {
      if (isAsked || last === null) return;
      isAsked = true;
      // With the frame behind the next, whoever means to take the keyboard has taken it.
      whenPainted(() =>
        requestAnimationFrame(() => {
          isAsked = false;
          look();
        }),
      );
    }
    document.addEventListener("focusin", note);
    document.addEventListener("keydown", look, true);
    document.addEventListener("keyup", lookSoon, true);
    const stop = desk.store.subscribe(lookSoon);
    return () => {
      last = null;
      document.removeEventListener("focusin", note);
      document.removeEventListener("keydown", look, true);
      document.removeEventListener("keyup", lookSoon, true);
      stop();
    };
  }, [desk]);
}

type Held = {
  readonly element: HTMLElement;
  readonly cardOf: string | null;
  readonly panel: HTMLElement | null;
};

function heldBy(element: HTMLElement): Held | null {
  if (element.closest(OVER_THE_PAGE)) return null;
  return {
    element,
    cardOf: element.closest<HTMLElement>("[data-card]")?.dataset.card ?? null,
    panel: element.closest<HTMLElement>("[data-panel]"),
  };
}

/** The panel or the card in which it was; the card that has the keys where that one has gone. */
function neighbourOf(desk: Desk, { cardOf, panel }: Held): HTMLElement | null {
  if (panel?.isConnected) return panel;
  if (cardOf === null) return null;
  const { focusId } = desk.store.get();
  return (
    document.getElementById(cardId(cardOf)) ??
    (focusId === null ? null : document.getElementById(cardId(focusId)))
  );
}

const OVER_THE_PAGE = "[role=dialog], [role=alertdialog], [role=menu], [data-base-ui-portal]";
