import { expect, test } from "vitest";
import { afterPaint } from "./after-paint.ts";
import { createStore } from "./store.ts";

function watched() {
  const store = createStore({ count: 0 });
  const waiting: (() => void)[] = [];
  const later = afterPaint(store, (run) => waiting.push(run));
  const heard: number[] = [];
  const stop = later.subscribe(() => heard.push(later.get().count));
  const paint = () => {
    for (const run of waiting.splice(0)) run();
  };
  return { store, later, heard, paint, stop };
}

test("whoever listens hears of many changes once, when the frame is on the screen", () => {
  const { store, later, heard, paint } = watched();
  store.set({ count: 1 });
  store.set({ count: 2 });
  expect(later.get().count).toBe(0);
  expect(later.isBehind()).toBe(true);
  paint();
  expect(heard).toEqual([2]);
  expect(later.isBehind()).toBe(false);
});

test("what waits can be taken over at once, and is not told again", () => {
  const { store, later, heard, paint } = watched();
  store.set({ count: 1 });
  later.catchUp();
  expect(heard).toEqual([1]);
  paint();
  expect(heard).toEqual([1]);
});

test("what changed before anybody listened is heard of as well", () => {
  const { store, later, heard, paint, stop } = watched();
  stop();
  store.set({ count: 5 });
  later.subscribe(() => heard.push(later.get().count));
  paint();
  expect(heard).toEqual([5]);
});
