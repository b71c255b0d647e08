/** What is read of an event of Chromium's trace. Times are microseconds. */
export type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** The processor's time, which another program on the machine does not lengthen. */
  tdur?: number;
  /** Of a script's function: the script that it stands in. */
  args?: { data?: { url?: string } };
};

/** Where V8 is entered, whatever called it: listeners, timers, frames, observers, microtasks. */
const SCRIPT: ReadonlySet<string> = new Set([
  "v8.callFunction",
  "FunctionCall",
  "EvaluateScript",
  "RunMicrotasks",
]);

/**
 * Milliseconds of the processor that the page's scripts took between each mark of the one name and the
 * next mark of the other, with the layout that they forced. Scripts within scripts count once; what
 * the watching script of that address took, which sets the marks, is not the page's.
 */
export function scriptBetween(
  events: readonly TraceEvent[],
  fromMark: string,
  toMark: string,
  watcherUrl: string,
): number[] {
  const watched = between(
    events,
    fromMark,
    toMark,
    ({ name, args }) => name === "FunctionCall" && args?.data?.url === watcherUrl,
  );
  return between(events, fromMark, toMark, ({ name }) => SCRIPT.has(name)).map(
    (script, index) => script - (watched[index] ?? 0),
  );
}

/**
 * Milliseconds of the processor that everything on the page's main thread took between the marks:
 * scripts, style, layout, paint and whatever else the browser does there. Of what goes beyond a mark
 * that part counts which lies between them.
 */
export function workBetween(
  events: readonly TraceEvent[],
  fromMark: string,
  toMark: string,
): number[] {
  return between(events, fromMark, toMark, () => true, cutTo);
}

function between(
  events: readonly TraceEvent[],
  fromMark: string,
  toMark: string,
  isCounted: (event: TraceEvent) => boolean,
  shareOf: (event: TraceEvent, from: number, to: number) => number = () => 1,
): number[] {
  const marks = events
    .filter(({ name }) => name === fromMark || name === toMark)
    .toSorted((a, b) => a.ts - b.ts);
  const [page] = marks;
  if (!page) return [];
  const counted = events
    .filter(
      (event) =>
        event.ph === "X" && event.pid === page.pid && event.tid === page.tid && isCounted(event),
    )
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const found: number[] = [];
  let from: number | null = null;
  for (const { name, ts } of marks) {
    if (name === toMark && from !== null) found.push(sumOf(counted, from, ts, shareOf));
    from = name === fromMark ? ts : null;
  }
  return found;
}

function sumOf(
  events: readonly TraceEvent[],
  from: number,
  to: number,
  shareOf: (event: TraceEvent, from: number, to: number) => number,
): number {
  let sum = 0;
  let behind = 0;
  for (const event of events) {
    const { ts, dur = 0, tdur = dur } = event;
    // What sets a mark has begun before it.
    if (ts + dur <= from || ts >= to || ts < behind) continue;
    behind = ts + dur;
    sum += tdur * shareOf(event, from, to);
  }
  return sum / 1_000;
}

function cutTo({ ts, dur = 0 }: TraceEvent, from: number, to: number): number {
  return (Math.min(ts + dur, to) - Math.max(ts, from)) / dur;
}
