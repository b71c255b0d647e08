"use client";

import { useSyncExternalStore } from "react";

/** More would not fit into the address of their export. */
export const SELECTION_LIMIT = 150;

/**
 * The articles that are ticked, across the pages of the table and until the tab is loaded anew.
 * Ticks of another project do not count.
 */
export function useArticleSelection(projectId: string): ReadonlySet<string> {
  const current = useSyncExternalStore(subscribe, snapshot, none);
  return current.projectId === projectId ? current.ids : NONE;
}

/** Tick articles, or take their ticks away. What exceeds SELECTION_LIMIT stays unticked. */
export function selectArticles(projectId: string, ids: readonly string[], isChosen: boolean): void {
  const next = new Set(selection.projectId === projectId ? selection.ids : NONE);
  for (const id of ids) {
    if (!isChosen) next.delete(id);
    else if (next.size < SELECTION_LIMIT) next.add(id);
  }
  selection = { projectId, ids: next };
  for (const listener of listeners) listener();
}

type Selection = { projectId: string; ids: ReadonlySet<string> };

const NONE: ReadonlySet<string> = new Set();
const EMPTY: Selection = { projectId: "", ids: NONE };
const listeners = new Set<() => void>();
let selection = EMPTY;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function snapshot(): Selection {
  return selection;
}

function none(): Selection {
  return EMPTY;
}
