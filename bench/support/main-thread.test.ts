import { expect, test } from "vitest";
import { scriptBetween, workBetween, type TraceEvent } from "./main-thread.ts";

const mark = (name: string, ts: number): TraceEvent => ({ name, ph: "I", pid: 1, tid: 1, ts });
const script = (ts: number, dur: number, tdur = dur, tid = 1): TraceEvent => ({
  name: "v8.callFunction",
  ph: "X",
  pid: 1,
  tid,
  ts,
  dur,
  tdur,
});

test("scripts between two marks are summed, the outermost alone, in processor time", () => {
  const events = [
    script(0, 500),
    mark("press", 1_000),
    script(990, 3_000, 2_000),
    script(1_500, 1_000),
    script(5_000, 1_000),
    script(5_500, 400, 400, 2),
    mark("painted", 9_000),
    script(9_500, 7_000),
  ];
  expect(scriptBetween(events, "press", "painted", "watcher")).toEqual([3]);
});

test("each pair of marks has its own sum; a mark that nothing answers has none", () => {
  const events = [
    mark("press", 0),
    script(100, 1_000),
    mark("painted", 2_000),
    script(3_000, 8_000),
    mark("press", 20_000),
    mark("press", 21_000),
    mark("painted", 22_000),
  ];
  expect(scriptBetween(events, "press", "painted", "watcher")).toEqual([1, 0]);
  expect(scriptBetween([], "press", "painted", "watcher")).toEqual([]);
});

test("frames follow one another: one mark ends the one and begins the next", () => {
  const events = [mark("frame", 0), script(1, 500), mark("frame", 1_000), mark("frame", 2_000)];
  expect(scriptBetween(events, "frame", "frame", "watcher")).toEqual([0.5, 0]);
});

test("what the watching script takes itself is not the page's", () => {
  const watcher = (ts: number, dur: number): TraceEvent => ({
    ...script(ts, dur),
    name: "FunctionCall",
    args: { data: { url: "watcher" } },
  });
  const events = [
    script(80, 300),
    watcher(90, 200),
    mark("press", 100),
    script(1_000, 2_000),
    { ...watcher(1_100, 700), args: { data: { url: "/app.js" } } },
    script(4_000, 500),
    watcher(4_000, 400),
    mark("painted", 5_000),
  ];
  const [own] = scriptBetween(events, "press", "painted", "watcher");
  expect(own).toBeCloseTo(2.2);
});

test("the work is everything on the page's own thread, each moment once", () => {
  const events = [
    mark("press", 0),
    { ...script(100, 4_000, 3_000), name: "RunTask" },
    script(200, 1_000),
    { ...script(5_000, 2_000), name: "Paint" },
    { ...script(5_000, 9_000, 9_000, 2), name: "RunTask" },
    { ...script(7_500, 2_000), name: "RunTask" },
    mark("painted", 8_000),
  ];
  expect(workBetween(events, "press", "painted")).toEqual([5.5]);
});
