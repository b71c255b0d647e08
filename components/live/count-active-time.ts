import type { Desk } from "#components/desk/model.ts";
import { callApi } from "#components/http/call-api.ts";
import type { ActiveTime } from "#lib/articles/active-time.ts";
import { activeClock } from "./active-clock.ts";

const REPORT_MS = 60_000;
const INPUTS = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"] as const;

/** Counts how long the reader is at work on this article, whatever stands beside it; gives what stops it. */
export function countActiveTime(desk: Desk): () => void {
  const path = `/articles/${desk.data.article.id}/active-time`;
  let isLeft = false;
  async function read(): Promise<void> {
    const answer = await callApi<{ items: ActiveTime[] }>({ method: "GET", path });
    if (answer.kind === "done" && !isLeft) desk.store.set({ activeTimes: answer.body.items });
  }
  void read();
  if (!desk.data.can.write)
    return () => {
      isLeft = true;
    };

  const clock = activeClock(performance.now());
  async function report(): Promise<void> {
    const seconds = clock.take();
    if (seconds === 0) return;
    // It outlives the page, so that the last minute counts too.
    const answer = await callApi({ method: "POST", path, body: { seconds }, keepalive: true });
    if (answer.kind === "unreachable") clock.giveBack(seconds);
    else if (!isLeft) await read();
  }
  const leaving = new AbortController();
  const { signal } = leaving;
  for (const input of INPUTS)
    document.addEventListener(input, () => clock.touch(performance.now()), {
      passive: true,
      signal,
    });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") void report();
    },
    { signal },
  );
  const ticking = setInterval(
    () => clock.tick(performance.now(), document.visibilityState === "visible"),
    1_000,
  );
  const reporting = setInterval(() => void report(), REPORT_MS);
  return () => {
    isLeft = true;
    leaving.abort();
    clearInterval(ticking);
    clearInterval(reporting);
    void report();
  };
}
