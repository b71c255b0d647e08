import type { Connection } from "./outbox.ts";

/**
 * Of several tabs of one person only one sends what lies in `outbox`. Resolves when it is this one's turn, which it keeps
 * until `left` aborts. Where the browser has no locks (an address without https) each tab sends; that
 * is harmless, since a repeated request changes nothing.
 */
export function untilMyTurn(outbox: string, left: AbortSignal): Promise<void> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return Promise.resolve();
  return new Promise((resolve) => {
    navigator.locks
      .request(outbox, { signal: left }, () => {
        // The turn can come in the very moment in which the page is left: then it is passed on.
        if (left.aborted) return undefined;
        resolve();
        return new Promise<void>((done) => {
          left.addEventListener("abort", () => done(), { once: true });
        });
      })
      // The page was left before its turn came.
      .catch(() => undefined);
  });
}

/** What the tabs of one person, which share an outbox, tell each other. */
export type OtherTabs = {
  /** The database has changed. */
  tell(): void;
  /** How the line is, as the tab knows it that sends. */
  say(line: Connection): void;
  /** What was said last; null when nobody has. */
  line(): Connection | null;
  /** The tab that sends is to try at once. */
  ask(): void;
  close(): void;
};

/** Speaks to the person's other tabs, and hears them. */
export function otherTabs(
  outbox: string,
  ears: {
    readonly onTold: () => void;
    readonly onLine: (line: Connection) => void;
    readonly onAsked: () => void;
  },
): OtherTabs {
  const lineKey = `${outbox}-line`;
  const askedKey = `${outbox}-asked`;
  const line = () => LINES.find((each) => each === read(lineKey)) ?? null;
  const onStorage = (event: StorageEvent) => {
    if (event.key === outbox) ears.onTold();
    if (event.key === askedKey) ears.onAsked();
    const said = event.key === lineKey ? line() : null;
    if (said) ears.onLine(said);
  };
  window.addEventListener("storage", onStorage);
  return {
    tell: () => write(outbox, newSign()),
    say: (said) => write(lineKey, said),
    line,
    ask: () => write(askedKey, newSign()),
    close: () => window.removeEventListener("storage", onStorage),
  };
}

const LINES: readonly Connection[] = ["open", "lost", "signed-out", "other-person"];

function newSign(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Without storage the tabs do not hear of each other; each looks again when it is opened.
  }
}
