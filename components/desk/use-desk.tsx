"use client";

import {
  createContext,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from "react";
import { flushSync } from "react-dom";
import { whenPainted } from "#components/ui/when-painted.ts";
import type { Desk } from "./model.ts";
import { afterPaint, type AfterPaint } from "./state/after-paint.ts";
import type { DeskState } from "./state/desk-state.ts";

type Provided = { readonly desk: Desk; readonly later: AfterPaint<DeskState> };

const DeskContext = createContext<Provided | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  const [provided] = useState(() => ({ desk, later: afterPaint(desk.store, whenPainted) }));
  useCatchUp(provided.later);
  return <DeskContext value={provided}>{children}</DeskContext>;
}

/** Whoever presses a key or a button acts on what the desk knows: it is all drawn before. */
function useCatchUp(later: AfterPaint<DeskState>): void {
  useEffect(() => {
    const catchUp = () => {
      if (later.isBehind()) flushSync(() => later.catchUp());
    };
    window.addEventListener("keydown", catchUp, true);
    window.addEventListener("pointerdown", catchUp, true);
    return () => {
      window.removeEventListener("keydown", catchUp, true);
      window.removeEventListener("pointerdown", catchUp, true);
    };
  }, [later]);
}

function useProvided(): Provided {
  const provided = use(DeskContext);
  if (!provided) throw new Error("This stands outside the desk.");
  return provided;
}

/** The desk, for actions. */
export function useDesk(): Desk {
  return useProvided().desk;
}

/**
 * A part of what the desk shows, a frame behind: the text with its marks is drawn first. `select` gives
 * something that is kept from state to state.
 */
export function useDeskState<Part>(select: (state: DeskState) => Part): Part {
  const { later } = useProvided();
  return useSyncExternalStore(
    later.subscribe,
    () => select(later.get()),
    () => select(later.get()),
  );
}

/** The same at once, for the text itself and what must answer with it. */
export function useDeskStateNow<Part>(select: (state: DeskState) => Part): Part {
  const { store } = useProvided().desk;
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  );
}
