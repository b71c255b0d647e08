"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Loaded } from "./load-case.ts";

export type LoadedThing<T> = {
  readonly loaded: Loaded<T>;
  /** Changes what is shown, after the server has said that it is so. */
  readonly change: (change: (before: T) => T) => void;
  readonly reload: () => void;
};

/**
 * What stands behind a key, read once and kept while the page is open; a null key reads nothing. The
 * key that is `ahead` is read beforehand.
 */
export function useLoaded<T>(
  key: string | null,
  ahead: string | null,
  load: (key: string) => Promise<Loaded<T>>,
): LoadedThing<T> {
  const cache = useRef(new Map<string, Loaded<T>>());
  const latest = useRef(load);
  latest.current = load;
  const [, redraw] = useState(0);

  const read = useCallback((wanted: string) => {
    const known = cache.current.get(wanted);
    if (known && known.kind !== "failed") return;
    cache.current.set(wanted, LOADING);
    redraw((n) => n + 1);
    function take(loaded: Loaded<T>): void {
      cache.current.set(wanted, loaded);
      forgetOldest(cache.current);
      redraw((n) => n + 1);
    }
    latest.current(wanted).then(take, () => take(UNREADABLE));
  }, []);

  useEffect(() => {
    if (key === null) return;
    read(key);
    if (ahead !== null && ahead !== key) read(ahead);
  }, [key, ahead, read]);

  const change = useCallback(
    (step: (before: T) => T) => {
      const known = key === null ? undefined : cache.current.get(key);
      if (key === null || known?.kind !== "ready") return;
      cache.current.set(key, { kind: "ready", value: step(known.value) });
      redraw((n) => n + 1);
    },
    [key],
  );
  const reload = useCallback(() => {
    if (key !== null) read(key);
  }, [key, read]);

  return { loaded: (key === null ? undefined : cache.current.get(key)) ?? LOADING, change, reload };
}

const LOADING = { kind: "loading" } as const;
const UNREADABLE = { kind: "failed", message: "The server’s answer could not be read." } as const;
/** Texts can be long: only the last few are kept. */
const MOST_KEPT = 40;

function forgetOldest(cache: Map<string, unknown>): void {
  for (const key of cache.keys()) {
    if (cache.size <= MOST_KEPT) return;
    cache.delete(key);
  }
}
