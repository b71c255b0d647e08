import { expect, test } from "vitest";
import { activeClock } from "./active-clock.ts";

function run(seconds: number, options: { seen?: boolean; touchEvery?: number } = {}) {
  const { seen = true, touchEvery = 10 } = options;
  const clock = activeClock(0);
  for (let second = 1; second <= seconds; second++) {
    clock.tick(second * 1_000, seen);
    if (second % touchEvery === 0) clock.touch(second * 1_000);
  }
  return clock;
}

test("counts what is seen and worked at, and a minute after the last touch", () => {
  expect(run(120).take()).toBe(120);
  expect(run(120, { seen: false }).take()).toBe(0);
  expect(run(200, { touchEvery: 1_000 }).take()).toBe(60);
});

test("a machine that slept was not at work, and a report that was lost is made again", () => {
  const clock = run(10);
  clock.tick(8 * 3_600_000, true);
  clock.touch(8 * 3_600_000);
  clock.tick(8 * 3_600_000 + 1_000, true);
  const seconds = clock.take();
  expect(seconds).toBe(11);
  expect(clock.take()).toBe(0);
  clock.giveBack(seconds);
  expect(clock.take()).toBe(11);
});

test("a report carries five minutes at most; the rest comes with the next", () => {
  const clock = run(400);
  expect([clock.take(), clock.take()]).toEqual([300, 100]);
});
