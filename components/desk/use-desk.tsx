"use client";

import { createContext, use, useSyncExternalStore, type ReactNode } from "react";
import type { Desk } from "./create-desk.ts";
import type { DeskState } from "./state/desk-state.ts";

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk, for actions. */
export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error("This stands outside the desk.");
  return desk;
}

/** A part of what the desk shows. `select` gives something that is kept from state to state. */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  const { store } = useDesk();
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
}
