/** Without any input for this long somebody has gone for coffee. */
const IDLE_MS = 60_000;
/** Most seconds that one report may carry. */
const MOST = 300;

/** Seconds at work: the page is seen, and something was pressed, moved or scrolled within the last minute. */
export type ActiveClock = {
  /** Something was done. */
  touch(now: number): void;
  /** Called about once a second. A tick that comes late (a sleeping machine) counts two seconds at most. */
  tick(now: number, isSeen: boolean): void;
  /** Takes what is to be reported; give it back if the report did not arrive. */
  take(): number;
  giveBack(seconds: number): void;
};

export function activeClock(now: number): ActiveClock {
  let touchedAt = now;
  let tickedAt = now;
  let milliseconds = 0;
  return {
    touch(at) {
      touchedAt = at;
    },
    tick(at, isSeen) {
      const passed = Math.min(2_000, Math.max(0, at - tickedAt));
      tickedAt = at;
      if (isSeen && at - touchedAt <= IDLE_MS) milliseconds += passed;
    },
    take() {
      const seconds = Math.min(MOST, Math.floor(milliseconds / 1_000));
      milliseconds -= seconds * 1_000;
      return seconds;
    },
    giveBack(seconds) {
      milliseconds += seconds * 1_000;
    },
  };
}
