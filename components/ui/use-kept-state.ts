"use client";

import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";

/**
 * What somebody is writing, kept in the browser's session until it is cleared with null: it survives a
 * reload and a failed request. What does not fit the schema (an older version's) is forgotten.
 */
export function useKeptState<T>(
  key: string,
  schema: z.ZodType<T>,
): [T | null, (next: T | null) => void] {
  const [kept, setKept] = useState<{ key: string; value: T | null } | null>(null);

  useEffect(() => {
    setKept({ key, value: read(key, schema) });
  }, [key, schema]);

  const set = useCallback(
    (value: T | null) => {
      setKept({ key, value });
      write(key, value);
    },
    [key],
  );
  return [kept?.key === key ? kept.value : null, set];
}

/** Forgets what was kept under a key, wherever it was written. */
export function forgetKept(key: string): void {
  write(key, null);
}

function read<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    const kept = sessionStorage.getItem(key);
    if (kept === null) return null;
    const parsed = schema.safeParse(JSON.parse(kept));
    return parsed.success ? parsed.data : null;
  } catch {
    // A browser that keeps nothing, or something that is no JSON: there is nothing to go on from.
    return null;
  }
}

function write(key: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: the state in memory has to do.
  }
}
