import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchSilence } from "./silence.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("a line over which something comes now and then is not silent", () => {
  const onSilent = vi.fn<() => void>();
  const watch = watchSilence(25_000, onSilent);
  for (let beat = 0; beat < 20; beat++) {
    vi.advanceTimersByTime(10_000);
    watch.heard();
  }
  expect(onSilent).not.toHaveBeenCalled();
  watch.stop();
});

test("one that says nothing is, and is so again when that did not help", () => {
  const onSilent = vi.fn<() => void>();
  const watch = watchSilence(25_000, onSilent);
  vi.advanceTimersByTime(24_000);
  expect(onSilent).not.toHaveBeenCalled();
  vi.advanceTimersByTime(4_000);
  expect(onSilent).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(28_000);
  expect(onSilent).toHaveBeenCalledTimes(2);
  watch.stop();
  vi.advanceTimersByTime(60_000);
  expect(onSilent).toHaveBeenCalledTimes(2);
});
