"use client";

import { useRef } from "react";

/**
 * How often a value has become another one. As a key it makes a new element for the same words, which
 * a screen reader then says again.
 */
export function useChanges(value: unknown): number {
  const seen = useRef({ value, count: 0 });
  if (seen.current.value !== value) seen.current = { value, count: seen.current.count + 1 };
  return seen.current.count;
}
