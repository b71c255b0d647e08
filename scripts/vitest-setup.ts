import { format } from "node:util";
import { afterEach, beforeEach, expect, vi } from "vitest";

/**
 * An unexpected console.error fails the test in which it came. A test that expects one replaces
 * console.error itself.
 */
let complaints: string[] = [];

beforeEach(() => {
  complaints = [];
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    complaints.push(format(...args));
  });
});

afterEach(() => {
  const said = complaints;
  vi.restoreAllMocks();
  expect(said, "console.error was called").toEqual([]);
});
