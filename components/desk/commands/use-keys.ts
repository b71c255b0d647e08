"use client";

import { useEffect } from "react";
import { useDesk } from "../use-desk.tsx";
import { commandFor } from "./commands.ts";

/** Listens for the desk's keys, wherever the keyboard is, but for fields, menus and dialogs. */
export function useKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || isElsewhere(event.target)) return;
      const command = commandFor(event, desk.store.get().keymap);
      if (!command) return;
      // Enter and Backspace belong to a button or a link that has the keyboard.
      if (event.key === "Enter" && !event.shiftKey && isPressable(event.target)) return;
      if (desk.store.get().dialog !== null) return;
      event.preventDefault();
      command.run(desk);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [desk]);
}

const ELSEWHERE =
  "input, textarea, select, [contenteditable=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=combobox]";

function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(ELSEWHERE) !== null;
}

function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button:not([data-card-button]), a") !== null;
}
